"""A frame around a text that the keyboard has come to by Tab: a text shows by nothing else that it has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.rounded import paint_rounded

_BY_KEY = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)
_INSET_PX = 2.5


class FocusFrame(QWidget):
    """Lies over `area` while `watched` has the keyboard and was reached by it; a press of the mouse shows none."""

    def __init__(self, area: QWidget, *, watched: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._watched = watched
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVisible(False)
        area.installEventFilter(self)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the area and the way of the keyboard."""
        if watched is self._area and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._area.rect())
        elif watched is self._watched and isinstance(event, QFocusEvent):
            is_reached = event.type() is QEvent.Type.FocusIn and event.reason() in _BY_KEY
            self.setGeometry(self._area.rect())
            self.setVisible(is_reached)
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        edge = QPen(self.palette().highlight().color(), 1.5)
        paint_rounded(painter, QRectF(self.rect()).adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX), 6, edge=edge)
        painter.end()
