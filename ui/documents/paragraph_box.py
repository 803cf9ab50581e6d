"""A paragraph or a heading on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from app.documents.blocks import LevelKind, Paragraph
from ui.documents.box import Box
from ui.documents.document_style import DocumentStyle
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.qt_text import Mark
from ui.documents.text_lines import RunIn, TextLines

_HEADING_FACTOR = 1.3


class ParagraphBox(Box[Paragraph]):
    """Text that wraps."""

    def __init__(self, block: Paragraph, style: DocumentStyle, typesetter: FormulaTypesetter | None) -> None:
        self._lines = TextLines(block.text, style, typesetter)
        super().__init__(block, style, self._lines)

    def guess(self, width: float) -> None:
        """Count characters."""
        size_px = self.style.text_px(heading=self.block.heading)
        per_line = max(1.0, width / (size_px * 0.5))
        lines = max(1, -(-len(self.block.text.text) // int(per_line + 1)))
        self.height = lines * size_px * self.style.line_height_factor

    # --- one of the parts of a long paragraph -------------------------------------------------------------------

    def go_on_from(self, before: ParagraphBox) -> None:
        """Begin on the line on which another box, laid out, ends."""
        lines = before._lines
        run_in = RunIn(
            end_px=lines.end_px,
            line=lines.last_line,
            is_right_to_left=lines.is_right_to_left(),
            is_mid_word=not before.block.text.text[-1:].isspace(),
        )
        if run_in != self._lines.run_in:
            self._lines.run_in = run_in
            self.forget_layout()

    def make_room_for(self, following: ParagraphBox) -> bool:
        """Let the last line be as high as what goes on in it; return whether the height is another one."""
        if not following.overlap_px or not self._lines.make_room_in_last_line(following._lines.first_line):
            return False
        self.height = self._lines.height
        return True

    @property
    def first_baseline(self) -> float:
        """How far below the top the first line stands."""
        return self._lines.first_line.above

    @property
    def overlap_px(self) -> float:
        """How much of the box before it shares: its last line, or nothing."""
        return self._lines.run_in.line.height if self._lines.is_run_in and self._lines.run_in is not None else 0.0

    def has_run_in_at(self, x: float) -> bool:
        """Whether a place in the shared line is in this part of it."""
        run_in = self._lines.run_in
        if run_in is None or not self._lines.is_run_in:
            return False
        return x <= self.width - run_in.end_px if run_in.is_right_to_left else x >= run_in.end_px

    def lay_out(self, width: float) -> None:
        """Break into lines."""
        font = self.style.text_font(heading=self.block.heading)
        self._lines.lay_out(width, font, factor=_HEADING_FACTOR if self.block.heading else 0.0)
        self.height = self._lines.height or QFontMetricsF(font).height()
        self.width = width

    def paint(self, painter: QPainter, origin: QPointF, area: QRectF, marks: Sequence[Mark]) -> None:
        """Paint the lines; quoted text is softer."""
        colours = self.style.colours
        is_quoted = any(level.kind is not LevelKind.ITEM for level in self.block.levels)
        ink = QColor(colours.soft_text if is_quoted else colours.text)
        self._lines.paint(painter, origin, ink, marks, area=area)
