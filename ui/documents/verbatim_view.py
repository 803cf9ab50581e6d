"""A finished text on the screen as it was written, its code and formulas rendered."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from ui.documents.document_view import DocumentView
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.source_place import SourcePlace
from ui.documents.text_lines import Mark
from ui.documents.verbatim_kind import (
    VerbatimKind,
    VerbatimSelection,
    offset_in_block,
    offset_in_box,
    place_of_source,
)

_MOST_PASSES = 8
_MOST_MARKS = 60
"""In one block; Qt takes long to paint more."""


class VerbatimView(DocumentView):
    """Shows a text, read-only; what is selected is copied as it was written. It knows where each character stands.

    Signals:
        read(): all of the text has been read; every place in it can be told, nearly.
    """

    read = Signal()

    def __init__(
        self, name: str, *, size_px: int, typesetter: FormulaTypesetter | None = None, parent: QWidget | None = None
    ) -> None:
        self._verbatim = VerbatimKind(name)
        self._marked: tuple[tuple[int, int], ...] = ()
        super().__init__(parent, typesetter=typesetter, size_px=size_px, kind=self._verbatim)
        self._reading.ended.connect(self.read)

    @property
    def is_read(self) -> bool:
        """Whether all of the text has been read, though not laid out."""
        return self._reading.is_read

    def plain_text(self) -> str:
        """Return the text as it was written: nothing is left out."""
        return self.markdown()

    def select_source(self, begin: int, end: int) -> None:
        """Select characters of the text."""
        assert isinstance(self._selection, VerbatimSelection), "its kind makes it so"
        self._selection.select_source(begin, end)
        self.update()

    def selected_source(self) -> tuple[int, int]:
        """Return which characters of the text are selected."""
        assert isinstance(self._selection, VerbatimSelection), "its kind makes it so"
        return self._selection.source_range()

    def mark_source(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Mark (start, end) ranges of the text, in order; only what is seen costs anything."""
        self._marked = tuple(ranges)
        self.update()

    def marked_text(self) -> list[str]:
        """Return the pieces of text that are marked."""
        text = self.markdown()
        return [text[start:end] for start, end in self._marked]

    def place_at(self, y: float) -> SourcePlace:
        """Return the line that stands at a height of this view."""
        layout = self._layout
        if not layout.boxes or not self._verbatim.source.blocks:
            return SourcePlace(0)
        index = 0
        for _ in range(_MOST_PASSES):  # what stands there may be lower than was guessed
            index = min(layout.index_at(y), len(self._verbatim.source.blocks) - 1)
            if not layout.lay_out_between(y, y + 1):
                break
        box = layout.boxes[index]
        inside = min(y - layout.top(index), box.height)
        position = box.position_at(QPointF(0.0, inside))
        places = box.rectangles(position, position)
        below = inside - (places[0].top() if places else 0.0)
        block = self._verbatim.source.blocks[index]
        offset = offset_in_block(box, position, is_end=False)
        return SourcePlace(block.piece_from(offset).source_of(offset, is_end=False), below)

    def y_of(self, place: SourcePlace) -> float:
        """Return the height at which a line stands now."""
        index, position = place_of_source(self._verbatim, self._layout, place.source)
        layout = self._layout
        if index >= len(layout.boxes):
            return 0.0
        top = layout.top(index)
        layout.lay_out_between(top, top + 1)
        block = self._verbatim.source.blocks[index]
        is_mark = place.source < block.pieces[0].inner_start  # the opening fence: its header stands there
        places = [] if is_mark else layout.boxes[index].rectangles(position, position)
        return layout.top(index) + (places[0].top() if places else 0.0) + place.below_px

    def lines_between(self, top: float, bottom: float) -> Iterator[tuple[int, float]]:
        """Give the number of each line of the text that begins between two heights, and where its first row ends."""
        layout, blocks = self._layout, self._verbatim.source.blocks
        for index in range(layout.index_at(top), min(len(layout.boxes), len(blocks))):
            if layout.top(index) > bottom:
                break
            if blocks[index].line >= 0 and layout.boxes[index].width >= 0:
                rows = layout.boxes[index].rectangles(0, 0)
                yield blocks[index].line, layout.top(index) + (rows[0].bottom() if rows else 0.0)

    def _marks(self, index: int) -> list[Mark]:
        return [*self._source_marks(index), *super()._marks(index)]

    def _source_marks(self, index: int) -> list[Mark]:
        if not self._marked or index >= len(self._verbatim.source.blocks):
            return []
        block, box = self._verbatim.source.blocks[index], self._layout.boxes[index]
        colours = self._layout.style.colours
        begin, end = block.source_start, block.pieces[-1].outer_end
        found: list[Mark] = []
        at = bisect.bisect_right(self._marked, begin, key=lambda marked: marked[1])
        while at < len(self._marked) and self._marked[at][0] < end and len(found) < _MOST_MARKS:
            first = offset_in_box(box, block.offset_of(max(begin, self._marked[at][0])))
            last = offset_in_box(box, block.offset_of(min(end, self._marked[at][1]), is_end=True))
            if last > first:
                found.append(Mark(first, last, colours.warm_tint, colours.warm))
            at += 1
        return found
