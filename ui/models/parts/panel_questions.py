"""What side panels ask in place: whether something should be removed, and what it is called from now on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label, line_field


class RemovalQuestion(QFrame):
    """Hidden until `ask`.

    Signals:
        confirmed(): the person wants it.
    """

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._question = label(wraps=True)
        self.answer = button("", self.tr("Do it now"), kind="danger", clicked=self._confirm)
        keep = button(self.tr("Keep"), self.tr("Change nothing"), clicked=self.hide)
        answers = row(self.answer, keep, 1, spacing=8)
        column(self._question, answers, of=self, margins=(14, 12, 12, 12), spacing=10)
        self.setVisible(False)

    def set_words(self, question: str, answer: str) -> None:
        """Say what is asked, and what the button does."""
        self._question.setText(question)
        self.answer.setText(answer)

    def ask(self) -> None:
        """Show the question, the keyboard on its answer."""
        self.setVisible(True)
        self.answer.setFocus()

    def _confirm(self) -> None:
        self.setVisible(False)
        self.confirmed.emit()


class RenameRow(QWidget):
    """Hidden until `ask`.

    Signals:
        renamed(str): this name was typed.
    """

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = line_field(self.tr("New name"), longest=200)
        self.field.returnPressed.connect(self._rename)
        save = button(self.tr("Rename"), self.tr("Use this name"), clicked=self._rename)
        row((self.field, 1), save, of=self, spacing=8)
        self.setVisible(False)

    def ask(self, name: str) -> None:
        """Let the person change the name."""
        self.setVisible(True)
        self.field.setText(name)
        self.field.setFocus()
        self.field.selectAll()

    def _rename(self) -> None:
        self.setVisible(False)
        self.renamed.emit(self.field.text())
