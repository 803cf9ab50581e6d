"""A calm sheet over the window that says what dropping here would do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.text import visible_line
from ui.theme.rounded import paint_rounded
from ui.theme.theme import Theme
from ui.widgets.layouts import column
from ui.widgets.long_words import breakable
from ui.widgets.styled import label

_MARGIN_PX = 24
_FRAME = (_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)


class DropOverlay(QWidget):
    """Covers its parent while a file hovers over it; takes no input itself."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._covered = parent
        self._text = label(wraps=True, scale="large")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column(self._text, of=self, margins=(_MARGIN_PX * 2,) * 4)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVisible(False)
        parent.installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Cover the window with a sentence."""
        self.setAccessibleName(visible_line(text))
        self._text.setText(breakable(self.accessibleName()))
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.setVisible(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        colours = self._theme.colours
        painter = QPainter(self)
        ground = QColor(colours.window)
        ground.setAlpha(235)
        painter.fillRect(self.rect(), ground)
        edge = QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine)
        paint_rounded(painter, QRectF(self.rect()).adjusted(*_FRAME), 16, edge=edge)
        painter.end()
