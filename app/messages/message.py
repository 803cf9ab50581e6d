"""One message of a conversation."""

from __future__ import annotations

import enum
from typing import Annotated, Literal

from msgspec import Meta, Struct, structs

Role = Literal["system", "user", "assistant", "tool"]


class Message(Struct, frozen=True):
    """Who says it, and the parts of it in their order; images stand before the text they belong to.

    `raw` is what a model wrote to say it, markers and all; empty for what people say, and for what was edited.
    """

    role: Role
    parts: tuple[Part, ...]
    raw: str = ""

    @classmethod
    def system(cls, text: str) -> Message:
        """Return what a model is told before everything else."""
        return cls("system", (Text(text),))

    @classmethod
    def user(cls, text: str, images: tuple[Image, ...] = ()) -> Message:
        """Return a person's question."""
        return cls("user", (*images, Text(text)))

    @classmethod
    def assistant(cls, text: str, thinking: str = "", *, raw: str = "") -> Message:
        """Return a model's reply."""
        return cls("assistant", (Thinking(thinking), Text(text)) if thinking else (Text(text),), raw)

    @property
    def text(self) -> str:
        """The text in it, without thoughts."""
        return "".join([part.text for part in self.parts if isinstance(part, Text)])

    @property
    def thinking(self) -> str:
        return "".join([part.text for part in self.parts if isinstance(part, Thinking)])

    @property
    def has_thought(self) -> bool:
        """Whether there is a thought in it, be it empty."""
        return any(isinstance(part, Thinking) for part in self.parts)

    @property
    def is_past_thought(self) -> bool:
        """Whether it has come to its text, be it empty."""
        return any(isinstance(part, Text) for part in self.parts)

    @property
    def images(self) -> tuple[Image, ...]:
        return tuple([part for part in self.parts if isinstance(part, Image)])

    @property
    def all_images(self) -> tuple[Image, ...]:
        """Its images and those in results of tools, as they stand."""
        return tuple([image for part in self.parts for image in _images_in(part)])


# What messages are made of.


class Text(Struct, frozen=True):
    """What was asked, answered or told. Markers in it are text."""

    text: str
    is_file: bool = False
    """Whether it was read from what a person has attached."""


class Thinking(Struct, frozen=True):
    """What was thought before the answer. Markers in it are text."""

    text: str
    origin: str = ""
    """Raw text of the reply that an edited thought was taken from: it shows the format where no template does."""


class Image(Struct, frozen=True):
    """A picture as a file's bytes: PNG, JPEG, GIF or BMP. `name` is what people call it."""

    name: str
    data: bytes

    def __repr__(self) -> str:
        return f"Image({self.name!r}, {len(self.data)} bytes)"


class ToolCall(Struct, frozen=True):
    """What a model asks a tool to do."""

    call_id: str
    name: str
    arguments: str
    """JSON as the model wrote it, which may be none."""

    @property
    def shown_name(self) -> str:
        """What people read: `TOOL · SERVER` where the name is `SERVER__TOOL`."""
        server, _, tool = self.name.partition("__")
        return f"{tool} · {server}" if server and tool else self.name


class ToolResult(Struct, frozen=True):
    """What came of the call of that id, or with `is_error` why nothing did."""

    call_id: str
    content: str
    is_error: bool = False
    images: tuple[Image, ...] = ()
    """What it has drawn: shown to the person, of which the content tells, and to models that see images."""


Part = Text | Thinking | Image | ToolCall | ToolResult


def _images_in(part: Part) -> tuple[Image, ...]:
    if isinstance(part, ToolResult):
        return part.images
    return (part,) if isinstance(part, Image) else ()


ReplyPart = Thinking | Text | ToolCall
"""What comes while a reply is written: texts piece by piece, calls whole."""


# Names one reply that is being written.


class RunId(Struct, frozen=True):
    """One run of a model: of a turn, the step after so many others, and of that step one of several samples.

    What is asked of a run, and what is reported of it, carries it: what comes too late is dropped by it.
    """

    turn: int
    step: int = 0
    sample: int = 0


# What a model is told of a tool.

_BYTES_PER_TOKEN = 4


class ToolSpec(Struct, frozen=True):
    """A tool that a model may call by its name."""

    name: str
    description: str
    parameters: str
    """A JSON Schema of the arguments, as JSON text."""

    @property
    def tokens(self) -> int:
        """About how many tokens it takes of every prompt that offers it."""
        return len(f"{self.name}{self.description}{self.parameters}".encode(errors="replace")) // _BYTES_PER_TOKEN


# What a person has chosen of tools: which are offered, and what was said of calls of them.


class Permission(enum.StrEnum):
    """What was said of a tool."""

    ALWAYS = "always"
    NEVER = "never"


class ToolRule(Struct, frozen=True):
    """What was said of a tool, which people name `SERVER/TOOL`, or as one of Aside's own.

    `kinds` of arguments bound an *always*; so does `fingerprint`: what its server tells of it, and how that is reached.
    `NEVER` has neither.
    """

    name: str
    permission: Permission
    kinds: tuple[str, ...] = ()
    fingerprint: str = ""


class ToolChoices(Struct, frozen=True):
    """What a conversation offers, by servers, `SERVER/TOOL` and tools of Aside's own, and what was said of calls there.

    Offered `None` is as the settings have it.
    """

    offered: tuple[str, ...] | None = None
    rules: tuple[ToolRule, ...] = ()


# How replies are drawn: the one value that settings, presets, requests and models speak of.
#
# Its fields are gone through wherever values are merged, shown or kept. What a person can set for all conversations
# is a setting of the same name, with its range and its words (`app.settings.schema`).

Count = Annotated[int, Meta(ge=0, le=2_147_483_647)]
"""Tokens, and whatever else llama.cpp and Qt count with 32 bits."""

Measure = Annotated[float, Meta(ge=0.0, le=1e9)]
"""Seconds, rates, shares."""


class Sampling(Struct, frozen=True):
    """How the next token is drawn, and how long that goes on; `None` leaves a value open."""

    temperature: Measure | None = None
    top_k: Count | None = None
    top_p: Measure | None = None
    min_p: Measure | None = None
    repeat_penalty: Measure | None = None
    seed: Count | None = None
    max_tokens: Count | None = None
    """Thinking and answer together."""

    @classmethod
    def of(cls, values: object) -> Sampling:
        """Return what `values` has attributes of the same names for."""
        return cls(**{name: getattr(values, name, None) for name in cls.__struct_fields__})

    def completed_by(self, usual: Sampling) -> Sampling:
        """Return this with its open values taken from `usual`."""
        chosen = structs.asdict(self)
        return Sampling(**{name: getattr(usual, name) if value is None else value for name, value in chosen.items()})
