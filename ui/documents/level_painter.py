"""Paints what stands beside blocks: bullets, numbers, boxes of tasks, bars of quotes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.documents.block_reader import TICKED, UNTICKED
from app.documents.blocks import Level, LevelKind, Paragraph
from ui.documents.document_layout import DocumentLayout
from ui.theme.rounded import paint_rounded


class LevelPainter:
    """Paints the levels of one block at a time."""

    def __init__(self, layout: DocumentLayout) -> None:
        self._layout = layout

    def paint(self, painter: QPainter, index: int) -> None:
        """Paint everything beside a block."""
        layout = self._layout
        block = layout.boxes[index].block
        if not block.levels:
            return
        area = layout.area(index)
        is_rtl = layout.boxes[index].is_right_to_left()
        indent = layout.width - area.width()
        wanted = sum(layout.step_px(level) for level in block.levels)
        shrink = indent / wanted if wanted else 1.0
        at = 0.0
        above = layout.boxes[index - 1].block.levels if index else ()
        for depth, level in enumerate(block.levels):
            step = layout.step_px(level) * shrink
            left = layout.width - at - step if is_rtl else at
            column = QRectF(left, area.top(), step, area.height())
            if level.kind is LevelKind.QUOTE:
                joins = not level.is_first and len(above) > depth and above[depth].kind is LevelKind.QUOTE
                top = layout.area(index - 1).bottom() if joins else area.top()
                x = column.right() - 4 if is_rtl else column.left() + 1
                painter.fillRect(QRectF(x, top, 3, area.bottom() - top), QColor(layout.style.colours.line))
            elif level.is_first and level.marker:
                self._paint_marker(painter, column, level, index, is_rtl=is_rtl)
            at += step

    def _paint_marker(self, painter: QPainter, column: QRectF, level: Level, index: int, *, is_rtl: bool) -> None:
        style = self._layout.style
        block = self._layout.boxes[index].block
        heading = block.heading if isinstance(block, Paragraph) else 0
        font = style.text_font(heading=heading)
        line = style.text_font().pixelSize() * style.line_height_factor
        if heading:
            line = font.pixelSize() * 1.3
        area = QRectF(column.left(), column.top(), column.width() - style.px(8), line)
        if is_rtl:
            area.translate(style.px(8), 0)
        if level.marker in (TICKED, UNTICKED):
            self._paint_box(painter, area, is_ticked=level.marker == TICKED, is_rtl=is_rtl)
            return
        colours = style.colours
        painter.setPen(QColor(colours.soft_text))
        if level.kind is LevelKind.FOOTNOTE:
            painter.setPen(QColor(colours.accent_text))
            font.setPixelSize(round(font.pixelSize() * 0.86))
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignLeft if is_rtl else Qt.AlignmentFlag.AlignRight
        marker = QFontMetricsF(font).elidedText(level.marker, Qt.TextElideMode.ElideRight, max(area.width(), 8.0) + 4)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, marker)

    def _paint_box(self, painter: QPainter, area: QRectF, *, is_ticked: bool, is_rtl: bool) -> None:
        style = self._layout.style
        side = style.px(14)
        left = area.left() if is_rtl else area.right() - side
        box = QRectF(left, area.center().y() - side / 2, side, side)
        colours = style.colours
        painter.save()
        edge = QPen(QColor(colours.accent if is_ticked else colours.faint_text), max(1.0, style.px(1.2)))
        paint_rounded(painter, box, 3, ground=colours.accent if is_ticked else None, edge=edge)
        if is_ticked:
            painter.setPen(QPen(QColor(colours.on_accent), max(1.4, style.px(1.7))))
            painter.drawPolyline(
                [
                    box.topLeft() + QPointF(side * 0.24, side * 0.52),
                    box.topLeft() + QPointF(side * 0.43, side * 0.70),
                    box.topLeft() + QPointF(side * 0.77, side * 0.32),
                ]
            )
        painter.restore()
