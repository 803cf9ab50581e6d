"""A field for an access token, and what became of the token."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label, line_field, show_text


class TokenField(QWidget):
    """The token is shown as dots and never kept by this widget.

    Signals:
        token_entered(str): an access token was typed.
    """

    token_entered = Signal(str)

    def __init__(self, *more: QPushButton, hint: str) -> None:
        """`more`: other buttons of it."""
        super().__init__()
        self.field = line_field(
            self.tr("Access token of the Hub"),
            hint=hint,
            tip=self.tr("Kept in the system's keyring, sent to the Hub only"),
            longest=400,
        )
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.returnPressed.connect(self._enter)
        tip = self.tr("Check the token with the Hub and keep it in the system's keyring")
        self._buttons = (button(self.tr("Use token"), tip, clicked=self._enter), *more)
        self._said = label(tone="soft", scale="small", wraps=True)
        self._said.setVisible(False)
        column(row((self.field, 1), *self._buttons, spacing=8), self._said, of=self, spacing=8)

    def say(self, text: str, *, is_busy: bool = False) -> None:
        """Say what becomes of the token."""
        show_text(self._said, text)
        for one in self._buttons:
            one.setEnabled(not is_busy)

    def _enter(self) -> None:
        token = self.field.text().strip()
        if token:
            self.field.clear()
            self.token_entered.emit(token)
