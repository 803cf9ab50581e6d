"""What a model got: a prompt as text and tokens, who put what there, and what each control changed in it."""

from __future__ import annotations

import enum
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate


class PromptSource(enum.StrEnum):
    """Who put a piece of a prompt there."""

    TEMPLATE = "template"
    """The model's chat template."""
    SYSTEM = "system"
    """The system prompt."""
    QUESTION = "question"
    """The question that is to be answered."""
    HISTORY = "history"
    """Earlier questions and answers."""
    THINKING = "thinking"
    """Thoughts, and what a control of thinking has put there."""
    TOOLS = "tools"
    """Tools, their calls and their results."""
    FILE = "file"
    """Files and pictures."""


@dataclass(frozen=True, slots=True)
class PromptPiece:
    """Text of one source."""

    source: PromptSource
    text: str


class EditPlace(enum.StrEnum):
    """Where in a prompt something differs."""

    BEGINNING = "beginning"
    """Before the first question."""
    MIDDLE = "middle"
    END = "end"
    """Behind the question."""


@dataclass(frozen=True, slots=True)
class PromptEdit:
    """Where one prompt has `added`, another has `removed` instead; either may be empty."""

    place: EditPlace
    removed: str
    added: str


@dataclass(frozen=True, slots=True)
class PromptControl:
    """A control, the value it has, and what that changed: found by rendering the prompt with it and without.

    Where the template does by itself what is asked for, the prompt is compared with that of another value.
    """

    name: str
    value: str
    edits: tuple[PromptEdit, ...] = ()
    other_value: str = ""
    """With which other value the prompt was compared; empty for the prompt without the control."""
    is_moot: bool = False
    """Whether nothing in this prompt depends on it, though in another one something may."""
    is_kept_by_aside: bool = False
    """Whether it works without the prompt, while the reply is written."""

    @property
    def is_text(self) -> bool:
        """Whether its value is a text that is put into the prompt: the sentence holds it."""
        return self.name in ("system", "prefill-thinking")


@dataclass(frozen=True, slots=True)
class PromptAccount:
    """The prompt of a request: its pieces, put together, are its text."""

    pieces: tuple[PromptPiece, ...]
    token_ends: tuple[int, ...]
    """Where in the text each token ends; what stands for a picture ends where its tokens do."""
    controls: tuple[PromptControl, ...] = ()

    @property
    def text(self) -> str:
        """The prompt as one text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def tokens(self) -> int:
        """How many tokens it takes."""
        return len(self.token_ends)

    def tokens_by_source(self) -> dict[PromptSource, int]:
        """Return how many tokens end in the pieces of each source, sources in the order of their first pieces."""
        counts = dict.fromkeys((piece.source for piece in self.pieces), 0)
        ends = list(accumulate(len(piece.text) for piece in self.pieces))
        for end in self.token_ends:
            counts[self.pieces[min(bisect_left(ends, end), len(ends) - 1)].source] += 1
        return counts

    def length_of(self, tokens: int) -> int:
        """Return how many characters of the text its first so many tokens are: those in the cache, say."""
        return self.token_ends[min(tokens, self.tokens) - 1] if tokens and self.token_ends else 0
