"""A switch: on or off, at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme.fonts import scaled_px

_HEIGHT_PX = 22
_SHARE = 1.75
_RING_PX = 3


class Switch(QAbstractButton):
    """A checkable button; in the theme's colours by its palette, as large as the text asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """The track, and room for the ring of the focus."""
        height = scaled_px(_HEIGHT_PX)
        return QSize(round(height * _SHARE) + 2 * _RING_PX, height + 2 * _RING_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, knob and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        height = scaled_px(_HEIGHT_PX)
        track = QRectF(_RING_PX, (self.height() - height) / 2, height * _SHARE, height)
        ground = palette.highlight().color() if self.isChecked() else palette.mid().color()
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent().color()), 2))
            ring = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(track, height / 2, height / 2)
        side = height - 6
        is_right = self.isChecked() != (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        left = track.right() - side - 3 if is_right else track.left() + 3
        painter.setBrush(palette.base().color())
        painter.drawEllipse(QRectF(left, track.top() + 3, side, side))
