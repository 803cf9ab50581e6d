"""The tab Servers: what is kept, and a form that adds one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.models.parts.entry_list import EntryList, ResultListModel
from ui.theme.theme import Theme
from ui.widgets.announcement import announce
from ui.widgets.layouts import column, row
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.styled import button, label, line_field, show_text


class ServersView(QWidget):
    """A key is shown as dots and never kept by this widget.

    Signals:
        add_asked(str, str): keep the server at this address, with this key.
        confirmed(): the address that was asked about may be asked.
    """

    add_asked = Signal(str, str)
    confirmed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.models = ResultListModel(self)
        self.list = EntryList(self.models, theme, self.tr("Servers of models"))
        self.address = line_field(
            self.tr("Address of a server"),
            hint="http://192.168.1.20:8080",
            tip=self.tr("With or without /v1; what speaks there is found out"),
        )
        self.key = line_field(
            self.tr("Its key"),
            hint=self.tr("key, if it asks for one"),
            tip=self.tr("Kept in the system's keyring, sent to this server only, and never shown again"),
        )
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        for one in (self.address, self.key):
            one.returnPressed.connect(self._add)
        self._add_button = button(self.tr("Add"), self.tr("Find out what speaks there, and keep it"), clicked=self._add)
        self.notice = NoticeBar()
        self.notice.setVisible(False)
        self.said = label(tone="soft", wraps=True)
        self.said.setVisible(False)
        self._question = self._build_question()
        self._empty = label(
            self.tr(
                "What this computer cannot hold another one may: llama-server, vLLM, SGLang, LM Studio, Ollama and "
                "others of their kind. Add one by its address."
            ),
            tone="soft",
            wraps=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column(
            row((self.address, 3), (self.key, 2), self._add_button, spacing=8),
            self._question,
            self.said,
            self.notice,
            (self.list, 1),
            (self._empty, 1),
            of=self,
            margins=(24, 18, 24, 12),
            spacing=8,
        )

    def show_empty(self, *, is_empty: bool) -> None:
        """Say what this is for where there is no server yet."""
        self._empty.setVisible(is_empty)
        self.list.setVisible(not is_empty)

    def ask(self, question: str) -> None:
        """Ask before anything is sent to another computer; Enter is no answer."""
        self._words.setText(question)
        self._question.setVisible(True)
        announce(self, question)

    def show_asking(self, words: str) -> None:
        """Say that a server is asked now; empty for none."""
        show_text(self.said, words)
        self._add_button.setEnabled(not words)

    def _build_question(self) -> QFrame:
        box = QFrame()
        box.setObjectName("notice")
        self._words = label(wraps=True)
        yes = button(self.tr("Add and ask it"), self.tr("Do it now"), kind="smallPrimary", clicked=self._confirm)
        no = button(self.tr("Cancel"), self.tr("Send nothing"), clicked=box.hide)
        column(self._words, row(yes, no, 1, spacing=8), of=box, margins=(14, 12, 12, 12), spacing=10)
        box.setVisible(False)
        return box

    def _add(self) -> None:
        if self.address.text().strip() and self._add_button.isEnabled():
            self.notice.setVisible(False)
            self._question.setVisible(False)
            self.add_asked.emit(self.address.text(), self.key.text().strip())

    def _confirm(self) -> None:
        self._question.setVisible(False)
        self.confirmed.emit()
