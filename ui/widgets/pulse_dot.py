"""A small dot with a halo that beats while something is at work."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.pulse import Pulse

_SIDE_PX = 16


class PulseDot(QWidget):
    """Shown by its owner while work goes on."""

    def __init__(self, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pulse = pulse
        pulse.beaten.connect(self._repaint)
        self.setFixedSize(QSize(_SIDE_PX, _SIDE_PX))

    def _repaint(self, _strong: bool) -> None:
        if self.isVisible():
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dot and halo."""
        painter = QPainter(self)
        paint_dot(
            painter, QPointF(_SIDE_PX / 2, _SIDE_PX / 2), self._theme.colours.accent, strong=self._pulse.is_strong
        )
        painter.end()


def paint_dot(painter: QPainter, centre: QPointF, colour: str, *, strong: bool) -> None:
    """Paint the dot of something at work."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    halo = QColor(colour)
    halo.setAlpha(60 if strong else 20)
    painter.setBrush(halo)
    painter.drawEllipse(centre, 7, 7)
    dot = QColor(colour)
    dot.setAlpha(255 if strong else 150)
    painter.setBrush(dot)
    painter.drawEllipse(centre, 4, 4)
    painter.restore()
