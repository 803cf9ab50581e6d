"""A field of one line that is opened for a moment: Enter hands it over, Escape closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.level_text import LevelText


class HintEdit(QLineEdit):
    """Keeps Escape for itself while it has the keyboard.

    Signals:
        submitted(str): Enter was pressed on a text that says something.
        cancelled(): Escape was pressed.
    """

    submitted = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        LevelText(self)
        self.returnPressed.connect(self._submit)

    def _submit(self) -> None:
        if self.text().strip():
            self.submitted.emit(self.text().strip())

    def event(self, event: QEvent) -> bool:
        """Take Escape before the window's shortcut does."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)
