"""Enter in a field, pressed on that field alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit


class EnterKey(QObject):
    """Ends Enter in a field, which Qt lets go on to what is around it: the keyboard may be on a button by then.

    A dialog still presses its button with it.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the field have the key, and nobody after it."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or isinstance(self._field.window(), QDialog):
            return False
        self._field.event(event)
        event.accept()
        return True
