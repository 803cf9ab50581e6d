"""A text on the screen as it was written, its code and formulas rendered; copied as it was written."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import structs
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip

from app.documents.blocks import Block, CodePart, Paragraph, TableRow
from app.documents.document_change import DocumentSource
from app.documents.rich_text import Span, side_by_side
from app.documents.verbatim_document import VerbatimBlock, VerbatimDocument, source_range
from app.documents.visible_code import VisibleCode
from ui.documents.box import Box
from ui.documents.document_layout import DocumentLayout
from ui.documents.document_selection import DocumentPosition, DocumentSelection
from ui.documents.document_style import DocumentStyle
from ui.documents.document_view import DocumentView
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.theme.fonts import TEXT_SIZE_PX

LINE_HEIGHT = 1.72
"""Distance of baselines by size of a thought's text."""
_MOST_PASSES = 8
_FARTHEST_BEFORE = 40
"""Blocks; the line before one that begins further up is not looked for."""
_UNDERLINE_PX = 1.5
_AROUND_PX = 60
"""About two lines: so far beyond what is painted marks are looked for."""
_TINT = 18
"""How much of a mark's colour lies on its words, of 255."""


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A line of the text on the screen: the character of the source it begins with, and how far above it."""

    source: int
    below_px: float = 0.0


class VerbatimSelection(DocumentSelection):
    """Copies the source from the first to the last selected character."""

    def __init__(self, layout: DocumentLayout, source: Callable[[], VerbatimDocument]) -> None:
        super().__init__(layout)
        self._source = source
        self._range = (0, 0)

    def plain_text(self) -> str:
        """Return what is selected, as it was written."""
        return self.markdown(self._source().markdown())

    def markdown(self, source: str) -> str:
        """Return what is selected, as it was written."""
        if self.is_everything:
            return source
        begin, end = self.source_range()
        return source[begin:end]

    def source_range(self) -> tuple[int, int]:
        """Return the characters of the source that are selected."""
        blocks = self._source().blocks
        if self.is_empty or not blocks:
            return 0, 0
        if self.is_everything:
            return 0, len(self._source().markdown())
        start, end = (self._place(place, is_end=place is self.end) for place in (self.start, self.end))
        return source_range(blocks, start, end)

    def select_source(self, begin: int, end: int) -> None:
        """Select characters of the source."""
        blocks = self._source().blocks
        first = place_of_source(blocks, self._layout, begin)
        last = place_of_source(blocks, self._layout, end, is_end=True)
        self.set(DocumentPosition(*first), DocumentPosition(*last))

    def set(self, anchor: DocumentPosition, cursor: DocumentPosition) -> None:
        """Select, and know which characters of the source these are."""
        super().set(anchor, cursor)
        self._range = self.source_range()

    def follow(self, first: int) -> None:
        """From this box on the text has been read again: select the same characters of it."""
        if self.is_empty or self.is_everything or self.end.box < first:
            return
        known, is_backwards = self._range, self.cursor < self.anchor
        self.select_source(*known)
        if is_backwards:
            self.anchor, self.cursor = self.cursor, self.anchor
        self._range = known

    def _place(self, position: DocumentPosition, *, is_end: bool) -> tuple[int, int]:
        index = min(position.box, len(self._source().blocks) - 1)
        box = self._layout.boxes[index]
        return index, offset_in_block(box, min(position.offset, len(box.text)), is_end=is_end)


def offset_in_block(box: Box[Block], offset: int, *, is_end: bool) -> int:
    """Return which character of the block stands at one of its box: a formula may be shown as source."""
    if isinstance(box.block, CodePart):
        return len(box.plain(0, offset))
    shift = 0
    for written, shown in _spans_of(box):
        if offset <= shown.start:
            break
        if offset < shown.end and written.length != shown.length:
            return written.end if is_end else written.start
        shift += written.length - shown.length
    return offset + shift


def place_of_source(
    blocks: Sequence[VerbatimBlock], layout: DocumentLayout, source: int, *, is_end: bool = False
) -> tuple[int, int]:
    """Return the box and the position in it that stand for a character of the source."""
    count = min(len(blocks), len(layout.boxes))
    if not count:
        return 0, 0
    index = max(0, bisect.bisect_right(blocks, source, hi=count, key=lambda block: block.source_start) - 1)
    return index, offset_in_box(layout.boxes[index], blocks[index].offset_of(source, is_end=is_end))


def offset_in_box(box: Box[Block], offset: int) -> int:
    """Return where in its box a character of a block stands."""
    if isinstance(box.block, CodePart):
        return len(VisibleCode.of(box.block.code[:offset]).text)
    shift = 0
    for written, shown in _spans_of(box):
        if offset <= written.start:
            break
        shift += shown.length - written.length
    return min(len(box.text), offset + shift)


def _spans_of(box: Box[Block]) -> list[tuple[Span, Span]]:
    """Return each span of a paragraph, or of a row of a table, as it was read and as it is shown."""
    match box.block:
        case Paragraph(text=text):
            return list(zip(text.spans, box.rich.spans, strict=True))
        case TableRow(cells=cells):
            return list(zip(side_by_side(cells).spans, box.rich.spans, strict=True))
        case _:
            return []


class VerbatimView(DocumentView):
    """Shows a text, read-only; what is selected is copied as it was written. It knows where each character stands.

    A thought has the soft colour, its lines are far apart, and where it turns is marked.

    Signals:
        source_clicked(int): the person has clicked a character of the text, and selected nothing.
    """

    source_clicked = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        size_px: int = TEXT_SIZE_PX,
        typesetter: FormulaTypesetter | None = None,
        is_thought: bool = True,
    ) -> None:
        self._name = name
        self._is_thought = is_thought
        self._source = VerbatimDocument()
        self._marked: tuple[tuple[int, int], ...] = ()
        self.hint_of: Callable[[int], str] = lambda _source: ""
        """What is told of a character under the pointer, unless it is of a link."""
        super().__init__(typesetter=typesetter, size_px=size_px)
        self._reading.blocks_changed.connect(self._select_again)

    def _new_document(self) -> DocumentSource:
        self._source = VerbatimDocument(is_thought=self._is_thought)
        return self._source

    def _new_selection(self, layout: DocumentLayout) -> DocumentSelection:
        return VerbatimSelection(layout, lambda: self._source)

    def _new_style(self) -> DocumentStyle:
        style = replace(super()._new_style(), is_verbatim=True)
        if not self._is_thought:
            return style
        colours = structs.replace(style.colours, text=style.colours.soft_text)
        return replace(style, colours=colours, line_height_factor=LINE_HEIGHT)

    def _spoken_name(self) -> str:
        return self._name

    def plain_text(self) -> str:
        """Return the text as it was written: nothing is left out."""
        return self.markdown()

    def select_source(self, begin: int, end: int) -> None:
        """Select characters of the text."""
        self._source_selection().select_source(begin, end)
        self.update()

    def mark_source(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Mark (start, end) ranges of the text, in order; only what is seen costs anything."""
        self._marked = tuple(ranges)
        self.update()

    def source_at(self, point: QPointF) -> int | None:
        """Return which character of the text is at a place; `None` beside the text."""
        index, blocks = self._layout.box_under(point), self._source.blocks
        if index is None or index >= len(blocks):
            return None
        box = self._layout.boxes[index]
        inside = point - self._layout.origin(index)
        position = box.position_at(inside)
        for first in (position - 1, position):  # the nearest gap between two may be on either side
            if first >= 0 and any(one.contains(inside) for one in box.rectangles(first, first + 1)):
                offset = offset_in_block(box, first, is_end=False)
                return blocks[index].piece_from(offset).source_of(offset, is_end=False)
        return None

    def place_at(self, y: float) -> SourcePlace:
        """Return the line that stands at a height of this view."""
        layout = self._layout
        if not layout.boxes or not self._source.blocks:
            return SourcePlace(0)
        index = 0
        for _ in range(_MOST_PASSES):  # what stands there may be lower than was guessed
            index = min(layout.index_at(y), len(self._source.blocks) - 1)
            if not layout.lay_out_between(y, y + 1):
                break
        box = layout.boxes[index]
        inside = min(y - layout.top(index), box.height)
        position = box.position_at(QPointF(0.0, inside))
        places = box.rectangles(position, position)
        below = inside - (places[0].top() if places else 0.0)
        block = self._source.blocks[index]
        offset = offset_in_block(box, position, is_end=False)
        return SourcePlace(block.piece_from(offset).source_of(offset, is_end=False), below)

    def y_of(self, place: SourcePlace) -> float:
        """Return the height at which a line stands now."""
        index, position = place_of_source(self._source.blocks, self._layout, place.source)
        layout = self._layout
        if index >= len(layout.boxes):
            return 0.0
        top = layout.top(index)
        layout.lay_out_between(top, top + 1)
        block = self._source.blocks[index]
        is_mark = place.source < block.pieces[0].inner_start  # the opening fence: its header stands there
        places = [] if is_mark else layout.boxes[index].rectangles(position, position)
        return layout.top(index) + (places[0].top() if places else 0.0) + place.below_px

    def lines_between(self, top: float, bottom: float) -> Iterator[tuple[int, float]]:
        """Give the number and baseline of each line of the text that begins between two heights, and of one before."""
        layout, blocks = self._layout, self._source.blocks
        index = layout.index_at(top) if layout.boxes else 0
        before = range(min(index, len(blocks)) - 1, max(-1, index - _FARTHEST_BEFORE), -1)
        index = next((at for at in before if blocks[at].line >= 0), index)
        for at in range(index, min(len(blocks), len(layout.boxes))):
            if layout.top(at) > bottom:
                break
            box = layout.boxes[at]
            if blocks[at].line >= 0 and box.width >= 0:
                yield blocks[at].line, layout.top(at) + box.first_baseline

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen, and underline what is marked there."""
        super().paintEvent(event)
        if not self._marked:
            return
        painter, warm = QPainter(self), QColor(self._layout.style.colours.warm)
        tint, line_px = QColor(warm), self._layout.style.px(_UNDERLINE_PX)
        tint.setAlpha(_TINT)
        for place in self._marked_places(QRectF(event.rect())):
            painter.fillRect(place, tint)
            painter.fillRect(QRectF(place.left(), place.bottom() - line_px, place.width(), line_px), warm)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell of the character under the pointer, if there is something to tell."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            source = self.source_at(QPointF(event.pos()))
            words = self.hint_of(source) if source is not None else ""
            if words:
                QToolTip.showText(event.globalPos(), words, self)
                return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        super().mouseReleaseEvent(event)
        source = self.source_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and source is not None and not self.has_selection():
            self.source_clicked.emit(source)

    def _source_selection(self) -> VerbatimSelection:
        assert isinstance(self._selection, VerbatimSelection), "its kind makes it so"
        return self._selection

    def _select_again(self, first: int) -> None:
        self._source_selection().follow(first)

    def _marked_places(self, area: QRectF) -> Iterator[QRectF]:
        """Give where in this view what is marked stands, as far as an area shows it, line by line."""
        layout, blocks = self._layout, self._source.blocks
        around = layout.style.px(_AROUND_PX)
        for index in layout.indices_between(area.top(), area.bottom()):
            box = layout.boxes[index]
            if index >= len(blocks) or box.width < 0:
                continue
            block, origin = blocks[index], layout.origin(index)
            seen = [self._source_near(index, y - origin.y()) for y in (area.top() - around, area.bottom() + around)]
            at = bisect.bisect_right(self._marked, seen[0], key=lambda marked: marked[1])
            while at < len(self._marked) and self._marked[at][0] <= seen[1]:
                begin, end = max(block.source_start, self._marked[at][0]), self._marked[at][1]
                first = offset_in_box(box, block.offset_of(begin))
                last = offset_in_box(box, block.offset_of(min(block.pieces[-1].outer_end, end), is_end=True))
                whole = QRectF(0.0, 0.0, box.width, box.height)
                for place in box.rectangles(first, last) if last > first else ():
                    yield place.intersected(whole).translated(origin)  # code and tables are scrolled in their box
                at += 1

    def _source_near(self, index: int, y: float) -> int:
        """Return a character of the source in the line of a box that stands so far down."""
        box, block = self._layout.boxes[index], self._source.blocks[index]
        if y <= 0:
            return block.source_start
        if y >= box.height:
            return block.pieces[-1].outer_end
        offset = offset_in_block(box, box.position_at(QPointF(0.0, y)), is_end=False)
        return block.piece_from(offset).source_of(offset, is_end=False)
