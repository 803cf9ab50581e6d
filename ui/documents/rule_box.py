"""A line across, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from app.documents.blocks import Rule
from ui.documents.box import Box
from ui.documents.text_lines import Mark


class RuleBox(Box[Rule]):
    """A thin line."""

    def guess(self, width: float) -> None:
        """Its height is known."""
        self.height = self.style.px(9)

    def lay_out(self, width: float) -> None:
        """Its height is known."""
        self.guess(width)
        self.width = width

    def paint(self, painter: QPainter, origin: QPointF, area: QRectF, marks: Sequence[Mark]) -> None:
        """Paint it."""
        y = origin.y() + self.height / 2
        painter.fillRect(QRectF(origin.x(), round(y), self.width, 1), QColor(self.style.colours.line))
