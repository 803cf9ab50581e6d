"""Above the composer: a call of a tool waits for the person, here or in another conversation. Never modal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.announcement import announce
from ui.widgets.layouts import row
from ui.widgets.styled import button, label


class AskingBar(QFrame):
    """Hidden while nothing waits.

    Signals:
        show_asked(): the person wants to see what waits.
    """

    show_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._words = label(wraps=True)
        self.show_button = button(
            self.tr("Show"), self.tr("Go to the call that waits"), clicked=lambda: self.show_asked.emit()
        )
        row((self._words, 1), self.show_button, of=self, margins=(14, 8, 10, 8), spacing=10)
        self.setVisible(False)

    def say(self, words: str) -> None:
        """Say what waits; empty for nothing."""
        is_new = bool(words) and (words != self._words.text() or self.isHidden())
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if is_new:
            announce(self, words)
