"""What messages are made of."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """What was asked, answered or told. Markers in it are text."""

    text: str
    is_file: bool = False
    """Whether it was read from what a person has attached."""


@dataclass(frozen=True, slots=True)
class Thinking:
    """What was thought before the answer. Markers in it are text."""

    text: str
    origin: str = ""
    """Raw text of the reply that an edited thought was taken from: it shows the format where no template does."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a file's bytes: PNG, JPEG, GIF or BMP. `name` is what people call it."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """What a model asks a tool to do."""

    call_id: str
    name: str
    arguments: str
    """JSON as the model wrote it, which may be none."""


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What came of the call of that id, or with `is_error` why nothing did."""

    call_id: str
    content: str
    is_error: bool = False
    images: tuple[Image, ...] = field(default=(), repr=False)
    """What it has drawn, for the person: models are told in the content that it was."""


Part = Text | Thinking | Image | ToolCall | ToolResult

ReplyPart = Thinking | Text | ToolCall
"""What comes while a reply is written: texts piece by piece, calls whole."""
