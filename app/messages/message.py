"""One message of a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.messages.parts import Image, Part, Text, Thinking

Role = Literal["system", "user", "assistant", "tool"]


@dataclass(frozen=True, slots=True)
class Message:
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
