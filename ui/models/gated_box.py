"""For models whose maker wants to be asked first: where to ask, and a field for the access token."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import scaled_px


class GatedBox(QFrame):
    """Tells how to get access. The token is shown as dots and never kept by this widget.

    Signals:
        page_asked(): the page where access is granted should open in the browser.
        token_entered(str): an access token was typed.
    """

    page_asked = Signal()
    token_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setProperty("scale", "body")
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setProperty("scale", "small")
        self._said.setProperty("tone", "soft")
        self._said.setVisible(False)
        self._field = QLineEdit()
        self._field.setProperty("kind", "field")
        self._field.setFixedHeight(scaled_px(34))
        self._field.setMaxLength(400)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setPlaceholderText(self.tr("Access token (hf_…)"))
        self._field.setAccessibleName(self.tr("Access token of the Hub"))
        self._field.setToolTip(self.tr("Kept in the system's keyring, sent to the Hub only"))
        self._field.returnPressed.connect(self._tell)
        self._save = QPushButton(self.tr("Use token"))
        self._save.setProperty("kind", "small")
        self._save.setToolTip(self.tr("Check the token with the Hub and keep it in the system's keyring"))
        self._save.clicked.connect(self._tell)
        page = QPushButton(self.tr("Ask for access on the Hub"))
        page.setProperty("kind", "link")
        page.setToolTip(self.tr("Open the model's page in the browser"))
        page.clicked.connect(self.page_asked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._save)
        links = QHBoxLayout()
        links.addWidget(page)
        links.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._text)
        column.addLayout(links)
        column.addLayout(row)
        column.addWidget(self._said)

    def show_need(self, text: str) -> None:
        """Say what is needed; what was typed before is forgotten."""
        self._text.setText(text)
        self._field.clear()
        self.say("")

    def say(self, text: str) -> None:
        """Say what became of the token."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._save.setEnabled(True)

    def _tell(self) -> None:
        token = self._field.text().strip()
        if token:
            self._field.clear()
            self._save.setEnabled(False)
            self.token_entered.emit(token)
