"""Collects the pieces of thinking and answer, without the whitespace around them."""

from __future__ import annotations

from app.reasoning.delta import Kind
from app.reasoning.quotation import Quotation

_BETWEEN_SEGMENTS = "\n\n"


class SegmentWriter:
    """Writes segments of thinking and answer.

    Whitespace at the beginning of a segment is dropped. Whitespace at the end is held until more text shows that it was
    not the end. Segments of one kind are joined by a blank line.
    """

    def __init__(self) -> None:
        self._pieces: list[tuple[Kind, str]] = []
        self._kind: Kind = "answer"
        self._space: list[str] = []
        self._is_fresh = True
        self._holds_space = True
        self._spoken: set[Kind] = set()
        self._quotation = Quotation()

    @property
    def is_quoting(self) -> bool:
        """Whether what is written next to the answer stands in code or in quotation marks."""
        return self._quotation.is_open()

    @property
    def is_fresh(self) -> bool:
        """Whether nothing has been written to the current segment."""
        return self._is_fresh

    def has_spoken(self, kind: Kind) -> bool:
        """Return whether any segment of this kind has text."""
        return kind in self._spoken

    def begin(self, kind: Kind, *, holds_space: bool = True) -> None:
        """Begin a segment; the whitespace that the last one ended with is dropped."""
        self._kind = kind
        self._is_fresh = True
        self._holds_space = holds_space
        self._space.clear()
        if kind == "answer":
            self._quotation = Quotation()

    def resume(self, kind: Kind, space: str) -> None:
        """Go on with an earlier segment that ended with `space`, as if nothing had come between."""
        self._kind = kind
        self._is_fresh = False
        self._space = [space] if space else []

    def write(self, text: str) -> None:
        """Write to the current segment."""
        if self._kind == "answer":
            self._quotation.add(text)
        if self._is_fresh:
            text = text.lstrip()
            if not text:
                return
            self._is_fresh = False
            if self._kind in self._spoken:
                self._pieces.append((self._kind, _BETWEEN_SEGMENTS))
            self._spoken.add(self._kind)
        if not self._holds_space:
            if text:
                self._pieces.append((self._kind, text))
            return
        body = text.rstrip()
        if body:
            self._pieces.extend((self._kind, space) for space in self._space)
            self._pieces.append((self._kind, body))
            self._space.clear()
        if len(body) < len(text):
            self._space.append(text[len(body) :])

    def take_space(self) -> str:
        """Return the whitespace held at the end of the segment, and hold it no longer."""
        space = "".join(self._space)
        self._space.clear()
        return space

    def flush_space(self) -> None:
        """Write the whitespace held at the end of the segment."""
        self._pieces.extend((self._kind, space) for space in self._space)
        self._space.clear()

    def take(self) -> list[tuple[Kind, str]]:
        """Return what was written since the last call."""
        pieces, self._pieces = self._pieces, []
        return pieces
