"""The app's mark, painted: a rounded teal square with a pane of light. `resources/icons/aside.svg` is the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ui.theme.colours import LIGHT
from ui.theme.rounded import paint_rounded


def paint_mark(painter: QPainter, square: QRectF, *, ground: QColor, pane: QColor) -> None:
    """Paint the mark into a square."""
    side = square.width()
    painter.save()
    paint_rounded(painter, square, side * 0.27, ground=ground)
    light = QRectF(square.x() + side * 0.53, square.y() + side * 0.22, side * 0.25, side * 0.56)
    paint_rounded(painter, light, side * 0.06, ground=pane)
    painter.restore()


def mark_icon() -> QIcon:
    """Return the mark as a window icon; painted, so that no SVG library is loaded at start."""
    icon = QIcon()
    for side in (16, 32, 64, 128):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, QRectF(0, 0, side, side), ground=QColor(LIGHT.accent), pane=QColor(LIGHT.on_accent))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
