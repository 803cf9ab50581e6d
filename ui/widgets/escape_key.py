"""Keeps Escape for a page or a field, where the window's shortcut would stop the reply."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class EscapeKey(QObject):
    """Calls `pressed` for Escape in `widget`, or in what is in it and does not take the key itself; `when` it may."""

    def __init__(
        self, widget: QWidget, pressed: Callable[[], object], *, when: Callable[[], object] = lambda: True
    ) -> None:
        super().__init__(widget)
        self._pressed = pressed
        self._when = when
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the key before the window does."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape or not self._when():
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._pressed()
            return True
        return False
