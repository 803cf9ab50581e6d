"""Who may decide on a call: what a person has said of a tool, for one conversation and for all of them.

*Always* is said of a tool with arguments of some kinds, not of whatever it may be called with next: a page of one
place, a file of one folder, a text. What is new in kind is asked for again.
"""

from __future__ import annotations

import enum
import json
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from app.history.records import ToolDecision
from app.inference.template_values import parsed_json
from app.messages import ToolCall
from app.network.addresses import is_web_address, origin
from app.tools.toolbox import OfferedTool

_LONGEST_PATH = 1_000


class Permission(enum.StrEnum):
    """What was said of a tool."""

    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class ToolRule:
    """What was said of the tool that models call by this name; `kinds` bound an *always*, `NEVER` has none."""

    name: str
    permission: Permission
    kinds: tuple[str, ...] = ()

    @classmethod
    def always(cls, call: ToolCall) -> ToolRule:
        """Return that calls like this one may go."""
        return cls(call.name, Permission.ALWAYS, argument_kinds(call.arguments))

    @classmethod
    def never(cls, name: str) -> ToolRule:
        """Return that no call of this tool may go."""
        return cls(name, Permission.NEVER)


@dataclass(frozen=True, slots=True)
class ToolChoices:
    """What a conversation offers, as people name tools and servers, and what was said of tools there."""

    offered: tuple[str, ...] = ()
    rules: tuple[ToolRule, ...] = ()


def decision_on(tool: OfferedTool, call: ToolCall, rules: Iterable[ToolRule]) -> ToolDecision:
    """Return whether a call may go by itself, must be asked for, or is refused: *never* is above all else."""
    said = [rule for rule in rules if rule.name == call.name]
    if any(rule.permission is Permission.NEVER for rule in said):
        return ToolDecision.REFUSED
    if tool.only_computes:
        return ToolDecision.AUTOMATIC
    kinds = argument_kinds(call.arguments)
    return ToolDecision.ALLOWED if any(rule.kinds == kinds for rule in said) else ToolDecision.OPEN


def argument_kinds(arguments: str) -> tuple[str, ...]:
    """Return of what kinds the arguments of a call are, sorted: `n: int`, `path: /home/me`, `url: https://a.org:443`."""
    values = parsed_json(arguments)
    if not isinstance(values, dict):
        return ()
    return tuple(sorted(f"{name}: {_kind(value)}" for name, value in values.items()))


def _kind(value: object) -> str:
    if not isinstance(value, str):
        return type(value).__name__ if not isinstance(value, dict | list) else json.dumps(value, sort_keys=True)
    text = value.strip()
    if "://" in text:
        return "{}://{}:{}".format(*origin(text)) if is_web_address(text) else text
    if "\n" in text or len(text) > _LONGEST_PATH:
        return "long text"
    if "/" in text or "\\" in text:
        return posixpath.dirname(posixpath.normpath(text.replace("\\", "/"))) or "/"
    return "text"
