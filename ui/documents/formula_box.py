"""A formula on lines of its own, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.documents.blocks import FormulaBlock
from app.documents.rich_text import RichText, Span, SpanStyle
from ui.documents.box import Box
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_typesetter import FormulaKey, FormulaTypesetter
from ui.documents.qt_text import Mark, paint_pending
from ui.documents.scroll_group import ScrollGroup
from ui.documents.text_lines import TextLines

_LARGER = 1.15
_SMALLEST = 0.72
"""A formula wider than the column is made smaller to fit, down to this; beyond it is scrolled."""


class FormulaBox(Box[FormulaBlock]):
    """A displayed formula in the middle of the column; its source where it cannot be set. It counts one character."""

    def __init__(
        self, block: FormulaBlock, style: DocumentStyle, typesetter: FormulaTypesetter | None, group: ScrollGroup
    ) -> None:
        super().__init__(block, style)
        self.group: ScrollGroup = group
        self._typesetter = typesetter
        self._key = FormulaKey(block.latex, True)
        self._source: TextLines | None = None
        self._em_px = 0.0
        self._is_pending = False

    def guess(self, width: float) -> None:
        """A line or two per line of source."""
        self.height = self.style.px(34 + 26 * self.block.latex.count("\\\\"))

    def lay_out(self, width: float) -> None:
        """Measure the picture, or lay out the source."""
        self.width = width
        self._source, self._is_pending = None, False
        self.group.view_width = width
        self.group.content_width = 0.0
        typesetter = None if self.block.is_open else self._typesetter
        if typesetter is not None and not typesetter.is_known(self._key):
            self._is_pending = True
            self.guess(width)
            return
        formula = typesetter.formula(self._key) if typesetter is not None else None
        if formula is None:
            self._lay_out_source(width, self.block.latex if self.block.is_open else self.block.source)
            return
        usual = self.style.size_px * _LARGER
        self._em_px = max(usual * _SMALLEST, min(usual, width / formula.width_em))
        self.group.take_width(formula.width_em * self._em_px)
        self.height = (formula.ascent_em + formula.descent_em) * self._em_px + self.style.px(8)
        if self.group.farthest:
            self.height += self.style.px(8)

    def paint(self, painter: QPainter, origin: QPointF, area: QRectF, marks: Sequence[Mark]) -> None:
        """Paint the picture, the source, or a quiet placeholder."""
        colours = self.style.colours
        ground = QRectF(origin.x(), origin.y(), self.width, self.height)
        if marks:
            painter.fillRect(ground, QColor(marks[-1].ground))
        ink = QColor(marks[-1].ink if marks else colours.text)
        if self._source is not None:
            self._source.paint(painter, origin, QColor(marks[-1].ink if marks else colours.soft_text))
            return
        typesetter = self._typesetter if not self._is_pending else None
        is_there = typesetter is not None and typesetter.is_there_to_be_seen(self._key)
        formula = typesetter.formula(self._key) if typesetter is not None and is_there else None
        if typesetter is None or formula is None:
            words = " ".join(self.block.latex.split())
            centre = Qt.AlignmentFlag.AlignCenter
            paint_pending(painter, ground, words, self.style.text_font(), colours.faint_text, centre)
            return
        left = (self.width - formula.width_em * self._em_px) / 2 if not self.group.farthest else -self.group.offset
        baseline = self.style.px(4) + formula.ascent_em * self._em_px
        painter.save()
        painter.setClipRect(ground, Qt.ClipOperation.IntersectClip)
        typesetter.paint(painter, self._key, origin + QPointF(left, baseline), self._em_px, ink)
        painter.restore()
        self.group.paint_bar(painter, ground, colours.faint_text)

    @property
    def text(self) -> str:
        """One character."""
        return "\ufffc"

    @property
    def rich(self) -> RichText:
        """One formula."""
        return RichText("\ufffc", (Span(0, 1, SpanStyle.FORMULA | SpanStyle.DISPLAY, self.block.latex),))

    @property
    def pending(self) -> frozenset[FormulaKey]:
        """The formula, while its picture is to come."""
        return frozenset({self._key}) if self._is_pending else frozenset()

    @property
    def first_baseline(self) -> float:
        """That of the formula."""
        formula = self._typesetter.formula(self._key) if self._typesetter is not None and self._source is None else None
        return self.style.px(4) + formula.ascent_em * self._em_px if formula is not None else super().first_baseline

    def position_at(self, point: QPointF) -> int:
        """Before it or after it."""
        return int(point.x() > self.width / 2)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """All of it."""
        return [QRectF(0, 0, self.width, self.height)]

    def plain(self, start: int, end: int) -> str:
        """Its source."""
        return self.block.source if end > start else ""

    def _lay_out_source(self, width: float, source: str) -> None:
        text = source.strip("\n").replace("\n", "\u2028")
        self._source = TextLines(RichText(text, (Span(0, len(text), SpanStyle.ITALIC),)), self.style, None)
        self._source.lay_out(width, self.style.code_font())
        self.height = self._source.height + self.style.px(8)
