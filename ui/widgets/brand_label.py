"""The app's mark, alone or beside its name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme.brand_mark import paint_mark
from ui.theme.theme import Theme
from ui.widgets.layouts import row


class MarkView(QWidget):
    """The mark at a size in pixels, in the accent."""

    def __init__(self, theme: Theme, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(QSize(side_px, side_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        colours = self._theme.colours
        painter = QPainter(self)
        side = float(self.width())
        paint_mark(painter, QRectF(0, 0, side, side), ground=QColor(colours.accent), pane=QColor(colours.on_accent))
        painter.end()


class BrandLabel(QWidget):
    """Mark and name side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = QLabel("Aside")
        name.setObjectName("brand")
        row(MarkView(theme, 20), name, 1, of=self, spacing=8)
