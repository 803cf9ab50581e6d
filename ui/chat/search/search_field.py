"""The field above the conversations: typing in it searches all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.escape_key import EscapeKey
from ui.widgets.key_tip import KeyTip
from ui.widgets.styled import LevelText, offer_clearing


class SearchField(QLineEdit):
    """One line of text.

    Signals:
        down_pressed(): the person wants to go to the results.
    """

    down_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        LevelText(self)
        self.setObjectName("searchField")
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search all conversations"))
        KeyTip(self, self.tr("Search titles, questions, answers and thoughts"), action="search")
        offer_clearing(self)
        self.setMaxLength(400)
        EscapeKey(self, self.clear, when=self.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the results."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)
