"""What a server of tools asks the person: a form, or to open an address, perhaps to sign in there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from app.text import visible, visible_line
from app.tools.server_process.messages import InputAsked
from ui.documents.shown_address import shown_address, shown_host, web_address
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.schema_form import SchemaForm
from ui.widgets.styled import BY_MOUSE, button, label


class ServerQuestion(QWidget):
    """An address is shown as the browser will read it, and opened only by a press.

    Signals:
        answered(object): JSON of the form, `None` to decline.
    """

    answered = Signal(object)

    def __init__(self, question: InputAsked) -> None:
        super().__init__()
        self.question = question
        told = self.tr("{server} asks: {message}")
        if question.is_sign_in:
            told = self.tr("{server} asks you to sign in. The browser leads back to Aside.")
        words = told.format(server=visible_line(question.server), message=visible(question.message))
        parts: list[QWidget] = [label(words, wraps=True)]
        self._form = SchemaForm(question.schema or "{}")
        self._form.submitted.connect(self._answer)
        self._first: QPushButton | None = None
        url = web_address(question.url)
        decline = button(
            self.tr("Decline"), self.tr("Give the server nothing"), clicked=lambda: self.answered.emit(None)
        )
        if not question.url:
            note = self.tr("What you write goes to this server. Aside cannot see what it does with it.")
            send = button(self.tr("Send"), self.tr("Give it to the server"), kind="smallPrimary", clicked=self._answer)
            parts += [self._form, label(note, tone="soft", scale="small", wraps=True), FlowRow(send, decline)]
        elif url is None:
            words = self.tr("The address that it names may not be opened.")
            self._first = decline
            parts += [label(words, tone="danger", wraps=True), FlowRow(decline)]
        else:
            address = label(
                "\n".join((*shown_host(url), shown_address(url))), tone="soft", wraps=True, selected=BY_MOUSE
            )
            lead = button(self.tr("Open in the browser"), self.tr("Go to this address"), kind="smallPrimary")
            self._first = lead
            lead.clicked.connect(lambda: QDesktopServices.openUrl(url))
            done = button(self.tr("Done"), self.tr("Tell the server that it is done"), clicked=self._answer)
            if question.is_sign_in:
                lead.clicked.connect(self._answer)
                done.setVisible(False)
            parts += [address, FlowRow(lead, done, decline)]
        column(*parts, of=self, spacing=8)

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field, else on the first button."""
        if self._first is None:
            self._form.take_keyboard()
        else:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def _answer(self) -> None:
        content = self._form.read()
        if content is not None:
            self.answered.emit(content)
