"""The access token for gated models: entered, forgotten, and where it is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import scaled_px


class TokenPanel(QFrame):
    """The token is shown as dots and never kept by this widget.

    Signals:
        token_entered(str): an access token was typed.
        forget_asked(): the token should be deleted.
    """

    token_entered = Signal(str)
    forget_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingRow")
        name = QLabel(self.tr("Access token of the Hub"))
        name.setProperty("weight", "strong")
        words = QLabel(
            self.tr(
                "Needed for models whose maker wants to be asked first. It is checked with the Hub, kept in the "
                "system's keyring and sent to the Hub only; without a keyring it is kept until Aside ends."
            )
        )
        words.setWordWrap(True)
        words.setProperty("tone", "soft")
        self.field = QLineEdit()
        self.field.setProperty("kind", "field")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(400)
        self.field.setMinimumHeight(scaled_px(34))
        self.field.setPlaceholderText("hf_…")
        self.field.setAccessibleName(name.text())
        self.field.setToolTip(self.tr("Kept in the system's keyring, sent to the Hub only"))
        self.field.returnPressed.connect(self._enter)
        self._use = QPushButton(self.tr("Use token"))
        self._use.setToolTip(self.tr("Check the token with the Hub and keep it in the system's keyring"))
        self._use.clicked.connect(self._enter)
        self._forget = QPushButton(self.tr("Forget"))
        self._forget.setAccessibleName(self.tr("Forget the access token"))
        self._forget.setToolTip(self.tr("Delete the token from the keyring and from memory"))
        self._forget.clicked.connect(self.forget_asked)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setProperty("tone", "soft")
        self._said.setVisible(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for button in (self._use, self._forget):
            button.setProperty("kind", "small")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(name)
        column.addWidget(words)
        column.addLayout(row)
        column.addWidget(self._said)

    def say(self, text: str, *, is_busy: bool = False) -> None:
        """Say what becomes of the token."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._use.setEnabled(not is_busy)
        self._forget.setEnabled(not is_busy)

    def _enter(self) -> None:
        token = self.field.text().strip()
        if token:
            self.field.clear()
            self.token_entered.emit(token)
