"""What follows the head of a call: how its end is found while it grows, and what it says then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from app.messages import ToolCall
from app.reasoning.tool_calls.offered_tools import OfferedTools

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
