"""Who may decide on a call: what a person has said of a tool, for one conversation and for all of them.

*Always* is said of a tool with arguments of some kinds, not of whatever it may be called with next: a page of one
place, a file of one folder, a text. What is new in kind is asked for again, and so is a tool that its server tells of
otherwise than then.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable

from app.history.records import ToolDecision
from app.inference.template_values import parsed_json
from app.messages import Permission, ToolCall, ToolRule
from app.network.addresses import is_web_address, origin
from app.tools.toolbox import OfferedTool

_LONGEST_PATH = 1_000


def allowing(tool: OfferedTool, call: ToolCall) -> ToolRule:
    """Return that calls like this one may go, as long as the tool is what it is now."""
    return ToolRule(tool.person_name, Permission.ALWAYS, argument_kinds(call.arguments), tool.fingerprint)


def forbidding(tool: OfferedTool) -> ToolRule:
    """Return that no call of this tool may go."""
    return ToolRule(tool.person_name, Permission.NEVER)


def decision_on(tool: OfferedTool, call: ToolCall, rules: Iterable[ToolRule]) -> ToolDecision:
    """Return whether a call may go by itself, must be asked for, or is refused: *never* is above all else."""
    said = [rule for rule in rules if rule.name == tool.person_name]
    if any(rule.permission is Permission.NEVER for rule in said):
        return ToolDecision.REFUSED
    if tool.only_computes:
        return ToolDecision.AUTOMATIC
    like_it = allowing(tool, call)
    return ToolDecision.ALLOWED if like_it in said else ToolDecision.OPEN


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
