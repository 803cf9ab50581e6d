"""What a tool of Aside's own is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.cancellation import StopSignal
from app.messages import Image, ToolSpec


class ToolFailed(Exception):
    """The call came to nothing; the text says why, to the model."""


@dataclass(frozen=True, slots=True)
class CallProgress:
    """How far a call has come, if that is known, as a share of 1, and what its tool says of it."""

    fraction: float | None
    message: str = ""


@dataclass(frozen=True, slots=True)
class CallAtWork:
    """What a call that is carried out has around it."""

    stop: StopSignal = field(default_factory=StopSignal)
    question: str = ""
    """What the person has written."""
    on_progress: Callable[[CallProgress], None] = lambda _progress: None


@dataclass(frozen=True, slots=True)
class ToolOutput:
    """What a tool has said, and the pictures that it has made."""

    text: str
    images: tuple[Image, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltInTool:
    """`run` works on arguments until the call is stopped; raises `ToolFailed` and `Cancelled`."""

    spec: ToolSpec
    run: Callable[[Mapping[str, object], CallAtWork], str]
    only_computes: bool = True
    """Whether nothing is read or sent by it, so that it needs nobody's permission."""


def text_argument(arguments: Mapping[str, object], name: str) -> str:
    """Return an argument that is a text or a number; raises `ToolFailed`."""
    value = arguments.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ToolFailed(f"The argument {name!r} is missing: a text.")
    return str(value)
