"""A list that unfolds, with an arrow that says so."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from ui.theme.fonts import scaled_px
from ui.widgets.wheel_guard import WheelGuard


class UnfoldingBox(QComboBox):
    """The arrow is painted here: a style sheet would need a picture for each theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView())  # the style sheet reaches this one
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        WheelGuard(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow at the end."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().mid().color(), scaled_px(15) / 10))
        half = scaled_px(4)
        middle = QPointF(self.width() - scaled_px(14), self.height() / 2)
        painter.drawLine(middle + QPointF(-half, -half / 2), middle + QPointF(0, half / 2))
        painter.drawLine(middle + QPointF(0, half / 2), middle + QPointF(half, -half / 2))
