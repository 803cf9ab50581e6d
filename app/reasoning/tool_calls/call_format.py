"""How one family of models writes calls of tools, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from app.messages import ToolCall
from app.reasoning.tool_calls.offered_tools import OfferedTools
from app.reasoning.tool_calls.written_pattern import WrittenPattern


@dataclass(frozen=True, slots=True)
class CallFormat:
    """The syntax of calls. A call is a head, a body, and what closes it; heads are written as `WrittenPattern` says."""

    name: str
    """Stable name for logs and tests."""
    body: CallBody
    heads: tuple[str, ...] = ()
    """How a call may begin anywhere in an answer."""
    first_heads: tuple[str, ...] = ()
    """How one may begin an answer without any marker: only names of offered tools count there."""
    closings: tuple[str, ...] = ()
    """What may follow a call and belongs to it."""
    repeats: bool = False
    """Whether another body may follow without a head."""
    may_be_code: bool = False
    """Whether a reply that is nothing but calls of offered tools in a code block calls them: small models write so."""
    text_heads: tuple[str, ...] = ()
    """What text for people begins with, as if it were a call."""

    @property
    def literals(self) -> frozenset[str]:
        """All markup of it: a control token whose text is part of it must be printed."""
        inner = [literal for head in self.heads for literal in WrittenPattern.of(head).all_literals]
        return frozenset({*inner, *self.closings, *self.body.literals})


# What follows the head of a call: how its end is found while it grows, and what it says then.

Head = Mapping[str, str]
"""The fields of a call's head, such as its name."""


class BrokenCall(ValueError):
    """It cannot be read."""


class BodyScan(Protocol):
    """Looks for the end of one body in a text that grows."""

    is_broken: bool
    """Whether it has come to what no such body holds."""

    def end(self, text: str) -> int | None:
        """Return where the body ends; `None` if it does not yet, or never will."""


class CallBody(Protocol):
    """One way of writing arguments, or whole calls."""

    @property
    def literals(self) -> tuple[str, ...]:
        """The markup in it."""

    def begins(self, text: str, start: int, *, is_bare: bool = False) -> bool | None:
        """Return whether a body begins at `start`, `None` if that cannot be told yet; `is_bare`: no head marks it."""

    def scan(self, start: int) -> BodyScan:
        """Return what finds the end of the body that begins at `start`."""

    def calls(self, text: str, head: Head, tools: OfferedTools) -> list[ToolCall]:
        """Return the calls that a whole body holds; ids are empty where none is written. Raises `BrokenCall`."""

    def broken(self, text: str, head: Head) -> ToolCall:
        """Return what can be told of a call that cannot be read: its arguments are what was written."""


def begins_with(text: str, start: int, openings: tuple[str, ...]) -> bool | None:
    """Return whether one of these comes first, after white space; `None` if that cannot be told yet."""
    body = text[start:].lstrip()
    if body.startswith(openings):
        return True
    return None if any(opening.startswith(body) for opening in openings) else False


def broken_call(text: str, head: Head) -> ToolCall:
    """Return a call of what the head names, with arguments that are no JSON."""
    return ToolCall("", head.get("name") or "", text.strip())
