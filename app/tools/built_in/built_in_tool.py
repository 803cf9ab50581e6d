"""What a tool of Aside's own is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.cancellation import StopSignal
from app.messages import ToolSpec


class ToolFailed(Exception):
    """The call came to nothing; the text says why, to the model."""


@dataclass(frozen=True, slots=True)
class BuiltInTool:
    """`run` works on arguments until the signal stops it; raises `ToolFailed` and `Cancelled`."""

    spec: ToolSpec
    run: Callable[[Mapping[str, object], StopSignal], str]
    only_computes: bool = True
    """Whether nothing is read or sent by it, so that it needs nobody's permission."""


def text_argument(arguments: Mapping[str, object], name: str) -> str:
    """Return an argument that is a text or a number; raises `ToolFailed`."""
    value = arguments.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ToolFailed(f"The argument {name!r} is missing: a text.")
    return str(value)
