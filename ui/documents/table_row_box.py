"""One row of a table on the screen; the rows of a table share their columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app.documents.blocks import Alignment, TableRow
from app.documents.rich_text import RichText, Span, SpanStyle, side_by_side
from app.documents.text_direction import runs_right_to_left
from ui.documents.box import Box
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter
from ui.documents.qt_text import Mark
from ui.documents.scroll_group import ScrollGroup
from ui.documents.text_lines import TextLines

_PADDING_X, _PADDING_Y = 12.0, 6.0
_NARROWEST = 72.0
_WIDEST_WANTED = 420.0
_WIDEST_WORD = 190.0
"""Longer words may be broken to keep a column narrow."""
_SIDES = {
    Alignment.START: None,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.END: Qt.AlignmentFlag.AlignRight,
}


class TableRowBox(Box[TableRow]):
    """Cells beside each other. Positions run through the cells, with one character between two of them.

    A table whose head is mostly of a script that runs to the left has its first column at the right.
    """

    def __init__(
        self, block: TableRow, style: DocumentStyle, typesetter: FormulaTypesetter | None, group: ScrollGroup
    ) -> None:
        super().__init__(block, style)
        self.group: ScrollGroup = group
        self._cells = [TextLines(cell, style, typesetter) for cell in block.cells]
        self._lefts: list[float] = []
        self._version = -1
        group.restyle(style.size_px)
        self._want()
        if block.row == 0:
            group.is_right_to_left = _head_runs_right_to_left(block)

    def is_laid_out(self, width: float) -> bool:
        """Also not, when a column has become wider."""
        return super().is_laid_out(width) and self._version == self.group.version

    def restyle(self, style: DocumentStyle) -> None:
        """Look otherwise from now on; the table's columns are as much wider as the text."""
        super().restyle(style)
        self.group.restyle(style.size_px)
        for cell in self._cells:
            cell.restyle(style)

    def let_go(self) -> None:
        """Forget the lines of the cells."""
        for cell in self._cells:
            cell.let_go()

    def guess(self, width: float) -> None:
        """One line."""
        self.height = self.style.px(21 + 2 * _PADDING_Y)

    def lay_out(self, width: float) -> None:
        """Share the width out, and break each cell into lines."""
        columns = self._columns(width)
        padding = self.style.px(_PADDING_X)
        self._lefts = []
        is_rtl = self.group.is_right_to_left
        whole = sum(columns)
        far = self._start(width, whole) + whole
        done = height = 0.0
        for cell, column, alignment in zip(self._cells, columns, self.block.alignments, strict=False):
            self._lefts.append((far - done - column if is_rtl else done) + padding)
            side = _SIDES[alignment] or (Qt.AlignmentFlag.AlignRight if is_rtl else None)
            cell.lay_out(column - 2 * padding, self._font(), alignment=side, factor=1.4)
            height = max(height, cell.height)
            done += column
        self.group.take_widths(view=width, content=whole)
        self.height = round(height + 2 * self.style.px(_PADDING_Y))
        self.width = width
        self._version = self.group.version

    def paint(self, painter: QPainter, origin: QPointF, area: QRectF, marks: Sequence[Mark]) -> None:
        """Paint the cells and the line below; the head stands on a ground."""
        colours = self.style.colours
        wide = min(self.width, self.group.content_width)
        ground = QRectF(origin.x() + self._start(self.width, wide), origin.y(), wide, self.height)
        if self.block.row == 0:
            painter.fillRect(ground, QColor(colours.sidebar))
            painter.fillRect(QRectF(ground.x(), ground.top(), wide, 1), QColor(colours.line))
        painter.fillRect(QRectF(ground.x(), ground.bottom() - 1, wide, 1), QColor(colours.line))
        painter.save()
        painter.setClipRect(ground, Qt.ClipOperation.IntersectClip)
        begin = 0
        for cell, left in zip(self._cells, self._lefts, strict=False):
            end = begin + len(cell.text)
            inner = [
                Mark(max(0, mark.start - begin), min(end, mark.end) - begin, mark.ground, mark.ink)
                for mark in marks
                if mark.start < end and mark.end > begin
            ]
            corner = origin + QPointF(left - self.group.offset, self.style.px(_PADDING_Y))
            cell.paint(painter, corner, QColor(colours.text), inner)
            begin = end + 1
        painter.restore()
        if self.block.is_last:
            self.group.paint_bar(painter, ground, colours.faint_text)

    @property
    def text(self) -> str:
        """The cells with tabs between."""
        return self.rich.text

    @property
    def rich(self) -> RichText:
        """The cells' text and spans, one after the other."""
        return side_by_side(cell.rich for cell in self._cells)

    @property
    def pending(self) -> frozenset[FormulaKey]:
        """The formulas whose pictures are still to come."""
        return frozenset().union(*(cell.pending for cell in self._cells)) if self._cells else frozenset()

    def position_at(self, point: QPointF) -> int:
        """Return the position nearest to a point, in the cell below it."""
        index = self._cell_at(point)
        if index is None:
            return 0
        inside = self._inside(index, point)
        return self._begin(index) + self._cells[index].position_at(inside)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return where characters stand, in each cell."""
        found: list[QRectF] = []
        for index, cell in enumerate(self._cells[: len(self._lefts)]):
            begin = self._begin(index)
            first, last = max(0, start - begin), min(len(cell.text), end - begin)
            if first < last or (start == end and 0 <= first <= len(cell.text)):
                corner = QPointF(self._lefts[index] - self.group.offset, self.style.px(_PADDING_Y))
                found += [rectangle.translated(corner) for rectangle in cell.rectangles(first, last)]
        return found

    def span_at(self, point: QPointF) -> Span | None:
        """Return the span under a point."""
        index = self._cell_at(point)
        return self._cells[index].span_at(self._inside(index, point)) if index is not None else None

    # --- private ----------------------------------------------------------------------------------------------

    def _font(self) -> QFont:
        font = self.style.text_font()
        if self.block.row == 0:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _want(self) -> None:
        """Tell the table how wide each column would like to be."""
        metrics = QFontMetricsF(self._font())
        padding = 2 * self.style.px(_PADDING_X)
        columns = self.group.columns
        for index, cell in enumerate(self.block.cells):
            text = cell.text[:80]
            formulas = sum(len(span.target) * 0.4 for span in cell.spans if span.target and len(span.target) < 80)
            is_formula = "\ufffc" in text
            wanted = self._advance(cell, text) + padding + 2
            wanted += formulas * metrics.height() * 0.6 if is_formula else 0
            wanted = min(self.style.px(_WIDEST_WANTED), max(self.style.px(48), wanted))
            longest = max(text.split(), key=len, default="")
            word = min(self.style.px(_WIDEST_WORD), self._advance(cell, longest) + padding + 2)
            if index == len(columns):
                columns.append(0.0)
                self.group.words.append(0.0)
            if wanted > columns[index] or word > self.group.words[index]:
                columns[index] = max(columns[index], wanted)
                self.group.words[index] = max(self.group.words[index], word)
                self.group.version += 1

    def _advance(self, cell: RichText, text: str) -> float:
        """Return how wide a text of a cell is, in the wider of the fonts that it may be set in."""
        advance = QFontMetricsF(self._font()).horizontalAdvance(text)
        if any(span.style & SpanStyle.CODE for span in cell.spans):
            advance = max(advance, QFontMetricsF(self.style.code_font()).horizontalAdvance(text))
        return advance

    def _columns(self, width: float) -> list[float]:
        """Return the columns' widths: as wanted if they fit, narrower if they must, never too narrow to read."""
        wanted = self.group.columns[: max(1, len(self.block.alignments))]
        if sum(wanted) <= width:
            return wanted
        words = self.group.words[: len(wanted)]
        least = [min(column, max(self.style.px(_NARROWEST), word)) for column, word in zip(wanted, words, strict=True)]
        if sum(least) > width >= sum(words):
            least = words
        spare = max(0.0, width - sum(least))
        missing = sum(wanted) - sum(least)
        return [
            low + spare * (column - low) / missing if missing > 0 else low
            for low, column in zip(least, wanted, strict=True)
        ]

    def _start(self, width: float, whole: float) -> float:
        """Return where the table begins in its room: a narrow one stands at the side from which it is read."""
        return max(0.0, width - whole) if self.group.is_right_to_left else 0.0

    def _cell_at(self, point: QPointF) -> int | None:
        if not self._lefts:
            return None
        x = point.x() + self.group.offset + self.style.px(_PADDING_X)
        by_left = sorted(range(len(self._lefts)), key=self._lefts.__getitem__)
        return max(
            (index for index in by_left if self._lefts[index] <= x), key=self._lefts.__getitem__, default=by_left[0]
        )

    def _inside(self, index: int, point: QPointF) -> QPointF:
        return point - QPointF(self._lefts[index] - self.group.offset, self.style.px(_PADDING_Y))

    def _begin(self, index: int) -> int:
        return sum(len(cell.text) + 1 for cell in self._cells[:index])


def _head_runs_right_to_left(head: TableRow) -> bool:
    named = [cell for cell in head.cells if cell.text.strip()]
    return sum(map(runs_right_to_left, named)) * 2 > len(named)
