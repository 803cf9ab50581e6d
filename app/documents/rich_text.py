"""Text with styles: what a paragraph, a heading or a table's cell says."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

FORMULA_CHARACTER = "\ufffc"
"""Stands for one formula in the text; the span over it holds the LaTeX."""

LINE_BREAK = "\u2028"
"""A hard break within a paragraph."""


class SpanStyle(enum.Flag):
    """How a run of characters is shown; several may hold at once."""

    PLAIN = 0
    BOLD = enum.auto()
    ITALIC = enum.auto()
    STRUCK = enum.auto()
    CODE = enum.auto()
    LINK = enum.auto()
    """`target` is an address that may be opened."""
    IMAGE = enum.auto()
    """A picture that is not fetched: its description; `target` is its address."""
    FORMULA = enum.auto()
    """One `FORMULA_CHARACTER`; `target` is the LaTeX without its delimiters."""
    DISPLAY = enum.auto()
    """With `FORMULA`: in the large style, though within a paragraph."""
    OPEN = enum.auto()
    """With `FORMULA`: its end has not come yet."""
    FOOTNOTE = enum.auto()
    """A reference to a footnote."""
    SECOND_THOUGHT = enum.auto()
    """Where a thought turns: “Wait”."""
    SUBSCRIPT = enum.auto()
    SUPERSCRIPT = enum.auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A style over `length` characters from `start` on."""

    start: int
    length: int
    style: SpanStyle
    target: str = ""

    @property
    def end(self) -> int:
        """The first character that it does not cover."""
        return self.start + self.length

    @property
    def formula_source(self) -> str:
        """A formula's LaTeX with its delimiters."""
        sign = "$$" if self.style & SpanStyle.DISPLAY else "$"
        return f"{sign}{self.target}{sign}"


@dataclass(frozen=True, slots=True)
class RichText:
    """Characters and the spans over them, in order and without overlap; what no span covers is plain."""

    text: str = ""
    spans: tuple[Span, ...] = ()


def side_by_side(cells: Iterable[RichText]) -> RichText:
    """Return the texts of cells with tabs between."""
    cells = tuple(cells)
    spans: list[Span] = []
    begin = 0
    for cell in cells:
        spans += [Span(span.start + begin, span.length, span.style, span.target) for span in cell.spans]
        begin += len(cell.text) + 1
    return RichText("\t".join(cell.text for cell in cells), tuple(spans))
