"""What a view needs of a text that is read piece by piece."""

from __future__ import annotations

from typing import Protocol

from app.documents.document_change import DocumentChange


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
