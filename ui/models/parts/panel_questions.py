"""What is asked in place: whether something should be done, and what it is called from now on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.widgets.announcement import announce
from ui.widgets.escape_key import EscapeKey
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label, line_field


class Question(QFrame):
    """Hidden until it is asked.

    Signals:
        confirmed(): the person wants it.
    """

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.words = label(wraps=True)
        self._before: QWidget | None = None
        self.setVisible(False)

    def set_answers(self, yes: QPushButton, no: QPushButton) -> None:
        """Let it be answered with these, once."""
        self.yes, self._no = yes, no
        yes.clicked.connect(self._confirm)
        no.clicked.connect(self._leave)
        EscapeKey(self, self._leave)
        column(self.words, row(yes, no, 1, spacing=8), of=self, margins=(14, 12, 12, 12), spacing=10)

    def ask(self, words: str) -> None:
        """Ask this, and take the keyboard; the Enter that led here, pressed again, changes nothing."""
        self.words.setText(words)
        self.setVisible(True)
        self._no.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, words)

    def _leave(self) -> None:
        """Give the keyboard back."""
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.TabFocusReason)
        self.setVisible(False)

    def _confirm(self) -> None:
        self.setVisible(False)
        self.confirmed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Remember who has had the keyboard."""
        super().showEvent(event)
        self._before = self.window().focusWidget()


class RemovalQuestion(Question):
    """Asks whether something should be removed."""

    def __init__(self) -> None:
        super().__init__()
        keep = button(self.tr("Keep"), self.tr("Change nothing"))
        self.set_answers(button("", self.tr("Do it now"), kind="danger"), keep)
        self.setFocusProxy(self.yes)

    def set_words(self, question: str, answer: str) -> None:
        """Say what is asked, and what the button does."""
        self.words.setText(question)
        self.yes.setText(answer)


class RenameRow(QWidget):
    """Hidden until a name is to be changed.

    Signals:
        renamed(str): this name was typed.
    """

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = line_field(self.tr("New name"), longest=200)
        self.field.returnPressed.connect(self._rename)
        self.setFocusProxy(self.field)
        save = button(self.tr("Rename"), self.tr("Use this name"), clicked=self._rename)
        row((self.field, 1), save, of=self, spacing=8)
        self.setVisible(False)

    def show_name(self, name: str) -> None:
        """Begin with this name, unless one is being written."""
        if self.isHidden():
            self.field.setText(name)
            self.field.selectAll()

    def _rename(self) -> None:
        self.setVisible(False)
        self.renamed.emit(self.field.text())
