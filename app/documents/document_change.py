"""What a growing document tells after each step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.documents.blocks import Block


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """From block `first` on, the document now consists of `blocks`."""

    first: int
    blocks: tuple[Block, ...]


# What a view needs of a text that is read piece by piece.


class DocumentSource(Protocol):
    """Takes text and hands out blocks in bounded steps."""

    def append(self, text: str) -> None:
        """Take more text; nothing is read yet."""

    def finish(self) -> None:
        """No more text comes."""

    def markdown(self) -> str:
        """Return all text so far, as it was given."""

    @property
    def is_finished(self) -> bool:
        """Whether no more text is to come."""

    @property
    def is_behind(self) -> bool:
        """Whether there is text that has not been read."""

    def advance(self) -> DocumentChange | None:
        """Read a bounded piece; return what changed, None if nothing was left to read."""
