"""A field of one line that is opened for a moment: Enter hands it over, Escape closes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.enter_key import EnterKey
from ui.widgets.escape_key import EscapeKey
from ui.widgets.styled import LevelText


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
        EnterKey(self)
        self.returnPressed.connect(self._submit)
        EscapeKey(self, self.cancelled.emit)

    def _submit(self) -> None:
        if self.text().strip():
            self.submitted.emit(self.text().strip())
