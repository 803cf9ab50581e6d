"""Whether a list was used by the mouse last: the ring around a line is for those who come by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView

_BY_MENU_OR_WINDOW = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class MouseNote(QObject):
    """Watches one list; `is_by_mouse` is what it has seen last."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.is_by_mouse = False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of presses, and of how the list came to the keyboard."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self.is_by_mouse = True
        elif event.type() is QEvent.Type.KeyPress:
            self.is_by_mouse = False
        elif isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() not in _BY_MENU_OR_WINDOW:
            self.is_by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        return False
