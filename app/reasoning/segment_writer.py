"""Collects the pieces of thinking and answer, without the blank lines around them."""

from __future__ import annotations

import re

from app.reasoning.delta import Kind
from app.reasoning.quotation import Quotation

_BETWEEN_SEGMENTS = "\n\n"
_MOST_INDENTATION = 1_000
_LINE_END = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")


def indentation_of(space: str) -> str:
    """Return what counts of white space before a text: how its first line is indented, after one line break if any."""
    ends = [match.end() for match in _LINE_END.finditer(space)]
    return "\n" + space[ends[-1] :][-_MOST_INDENTATION:] if ends else space[-_MOST_INDENTATION:]


class SegmentWriter:
    """Writes segments of thinking and answer.

    Blank lines at the beginning of a segment are dropped, and so is the single space that many vocabularies put before
    a first word; other indentation of its first line is kept. Whitespace at the end is held until more text shows that
    it was not the end. Segments of one kind are joined by a blank line.
    """

    def __init__(self) -> None:
        self._pieces: list[tuple[Kind, str]] = []
        self._kind: Kind = "answer"
        self._space: list[str] = []
        self._indentation = ""
        self._is_at_line_start = False
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

    def begin(self, kind: Kind, *, holds_space: bool = True, is_at_line_start: bool = False) -> None:
        """Begin a segment, at the start of a line or after something; what space the last one ended with is dropped."""
        self._kind = kind
        self._indentation = ""
        self._is_at_line_start = is_at_line_start
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
            text = self._indentation + text
            body = text.lstrip()
            self._indentation = indentation_of(text[: len(text) - len(body)])
            if not body:
                return
            text = self._first_indentation() + body
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

    def _first_indentation(self) -> str:
        space = self._indentation
        if space.startswith("\n"):
            return space[1:]
        return "" if space == " " and not self._is_at_line_start else space

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
