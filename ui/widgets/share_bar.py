"""A thin bar that shows how parts fill a whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.scaled_length import ScaledLength


class ShareBar(QWidget):
    """Paints `shares` (each 0…1 of the whole) from the left, in the accent and two quieter colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: tuple[float, ...] = ()
        ScaledLength(self, lambda px: self.setFixedSize(16 * px, px), 6)

    def show_shares(self, *shares: float) -> None:
        """Show these parts."""
        self._shares = shares
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts side by side on a rounded ground."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(ground, 3, 3)
        painter.setClipPath(outline)
        painter.fillRect(ground, QColor(colours.line))
        left = 0.0
        for share, colour in zip(self._shares, (colours.accent, colours.faint_text, colours.third), strict=False):
            width = min(ground.width() - left, max(2.0, share * ground.width()) if share > 0 else 0.0)
            painter.fillRect(QRectF(left, 0, width, ground.height()), QColor(colour))
            left += width
        painter.end()
