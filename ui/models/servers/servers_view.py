"""The tab Servers: what is kept, and a form that adds one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.models.parts.entry_list import EntryList, ResultListModel
from ui.models.parts.panel_questions import Question
from ui.theme.theme import Theme
from ui.widgets.layouts import column, row, scrolled
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.styled import button, label, line_field, show_text
from ui.widgets.yielding_area import YieldingArea


class ServersView(QWidget):
    """A key is shown as dots and never kept by this widget.

    Signals:
        add_asked(str, str): keep the server at this address, with this key.
    """

    add_asked = Signal(str, str)

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
        self.said = label(tone="soft", wraps=True)
        self.said.setVisible(False)
        self.question = Question()
        yes = button(self.tr("Add and ask it"), self.tr("Do it now"), kind="smallPrimary")
        self.question.set_answers(yes, button(self.tr("Cancel"), self.tr("Send nothing")))
        self._empty = label(
            self.tr(
                "What this computer cannot hold another one may: llama-server, vLLM, SGLang, LM Studio, Ollama and "
                "others of their kind. Add one by its address."
            ),
            tone="soft",
            wraps=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        told = QWidget()
        column(self.question, self.said, self.notice, of=told, spacing=8)
        self._empty_area = scrolled(self._empty)
        column(
            row((self.address, 3), (self.key, 2), self._add_button, spacing=8),
            YieldingArea(told, self, most_px=lambda: self.height() // 2),
            (self.list, 1),
            (self._empty_area, 1),
            of=self,
            margins=(24, 18, 24, 12),
            spacing=8,
        )

    def show_empty(self, *, is_empty: bool) -> None:
        """Say what this is for where there is no server yet."""
        self._empty_area.setVisible(is_empty)
        self.list.setVisible(not is_empty)

    def show_asking(self, words: str) -> None:
        """Say that a server is asked now; empty for none."""
        show_text(self.said, words)
        self._add_button.setEnabled(not words)

    def _add(self) -> None:
        if self.address.text().strip() and self._add_button.isEnabled():
            self.notice.setVisible(False)
            self.question.setVisible(False)
            self.add_asked.emit(self.address.text(), self.key.text().strip())
