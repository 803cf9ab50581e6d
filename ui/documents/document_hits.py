"""What was found in a document."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.documents.rich_text import SpanStyle
from ui.documents.document_layout import DocumentLayout
from ui.documents.qt_text import Mark
from ui.documents.scroll_group import ScrollGroup
from ui.theme.colours import Colours

_FORMULA = "\ufffc"
_MOST_HITS = 10_000
"""Beyond as many nothing more is looked for."""
_MOST_MARKS = 25
"""In one block; Qt takes long to paint more."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters of a box; `end` may lie beyond its text where the paragraph goes on in the next box."""

    box: int
    start: int
    end: int


class DocumentHits:
    """The places of a text, in order; `current` is shown more strongly."""

    def __init__(self, layout: DocumentLayout) -> None:
        self._layout = layout
        self._hits: list[Hit] = []
        self._boxes: list[int] = []
        self._pattern: re.Pattern[str] | None = None
        self._searched = 0
        self._length = 0
        self.current: int | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._hits)

    def clear(self) -> None:
        """Highlight nothing."""
        self._hits, self._boxes, self.current = [], [], None
        self._pattern, self._searched = None, 0

    def find(self, text: str, *, case_sensitive: bool) -> None:
        """Look for a text in every block; what is read later is searched by `go_on`."""
        self.clear()
        if text:
            self._length = len(text)
            self._pattern = re.compile(re.escape(text), 0 if case_sensitive else re.IGNORECASE)
            self.go_on(0)

    def go_on(self, first: int) -> bool:
        """The blocks from `first` on are other ones: search them; return whether there are other hits."""
        if self._pattern is None:
            return False
        self._searched = min(self._searched, first)
        kept = bisect.bisect_left(self._boxes, self._searched)
        old = self._hits[kept:]
        del self._hits[kept:], self._boxes[kept:]
        for index in range(self._searched, len(self._layout.boxes)):
            if len(self._hits) > _MOST_HITS:
                break
            for found in self._found_in(index, self._pattern):
                self._hits.append(Hit(index, *found))
                self._boxes.append(index)
        # What is added later may go on with the last one.
        self._searched = max(0, len(self._layout.boxes) - 1)
        return self._hits[kept:] != old

    def _found_in(self, index: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Return where the text stands that begins in a box, though it may end in the next one."""
        text = self._layout.boxes[index].text
        beyond = self._layout.boxes[index + 1].text[: self._length] if self._layout.goes_on(index + 1) else ""
        spans = [found.span() for found in pattern.finditer(text + beyond) if found.start() < len(text)]
        if spans and self._layout.goes_on(index) and self._hits and self._hits[-1].box == index - 1:
            taken = self._hits[-1].end - len(self._layout.boxes[index - 1].text)
            spans = [span for span in spans if span[0] >= taken]
        return sorted([*spans, *self._found_in_formulas(index, pattern)]) if _FORMULA in text else spans

    def _found_in_formulas(self, index: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Return the place of a formula for each time that the text stands in its source: all of it is marked."""
        box = self._layout.boxes[index]
        return [
            (span.start, span.end)
            for span in box.rich.spans
            if span.style & SpanStyle.FORMULA and box.text[span.start : span.end] == _FORMULA
            for _ in pattern.finditer(span.target)
        ]

    def lay_out(self, index: int) -> bool:
        """Lay out where a hit stands; return whether heights have changed."""
        if not 0 <= index < len(self._hits):
            return False
        top = self._layout.top(self._hits[index].box)
        return self._layout.lay_out_between(top, top + 1)

    def group(self, index: int) -> ScrollGroup | None:
        """Return the group of boxes that a hit stands in."""
        return self._layout.boxes[self._hits[index].box].group if 0 <= index < len(self._hits) else None

    def rectangle(self, index: int) -> QRectF:
        """Return where a hit stands."""
        if not 0 <= index < len(self._hits):
            return QRectF()
        hit = self._hits[index]
        rectangles = self._layout.boxes[hit.box].rectangles(hit.start, hit.end)
        area = rectangles[0] if rectangles else QRectF(0, 0, 1, 1)
        return area.translated(self._layout.origin(hit.box))

    def marks(self, box: int, colours: Colours) -> list[Mark]:
        """Return what is highlighted in a box."""
        first = bisect.bisect_left(self._boxes, box)
        found: list[Mark] = []
        shown: Mark | None = None
        if first and self._hits[first - 1].box == box - 1:
            over = self._hits[first - 1].end - len(self._layout.boxes[box - 1].text)
            if over > 0:
                found.append(Mark(0, over, *self._look(first - 1, colours)))
        length = len(self._layout.boxes[box].text)
        for number in range(first, len(self._hits)):
            hit = self._hits[number]
            if hit.box != box:
                break
            if number - first > _MOST_MARKS and number != self.current:
                continue
            found.append(Mark(hit.start, min(length, hit.end), *self._look(number, colours)))
            if number == self.current:
                shown = found[-1]
        # The last one counts, where a formula holds several.
        return [*(mark for mark in found if mark is not shown), shown] if shown is not None else found

    def _look(self, number: int, colours: Colours) -> tuple[str, str]:
        """Return the ground and the ink of a hit."""
        is_current = number == self.current
        return (colours.warm, colours.window) if is_current else (colours.warm_tint, colours.text)
