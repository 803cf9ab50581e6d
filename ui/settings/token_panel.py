"""The access token for gated models: entered, forgotten, and where it is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from ui.bridges.hub import Hub
from ui.widgets.layouts import column
from ui.widgets.styled import button, label
from ui.widgets.token_field import TokenField


class TokenPanel(QFrame):
    """A row of the settings, by its looks."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingRow")
        self._hub = hub
        name = label(self.tr("Access token of the Hub"), weight="strong")
        words = label(
            self.tr(
                "Needed for models whose maker wants to be asked first. It is checked with the Hub, kept in the "
                "system's keyring and sent to the Hub only; without a keyring it is kept until Aside ends."
            ),
            tone="soft",
            wraps=True,
        )
        tip = self.tr("Delete the token from the keyring and from memory")
        forget = button(self.tr("Forget"), tip, name=self.tr("Forget the access token"))
        self.token = TokenField(forget, hint="hf_…")
        self.token.token_entered.connect(lambda token: hub.use_token(self.token, token))
        forget.clicked.connect(lambda: hub.forget_token(self.token))
        column(name, words, self.token, of=self, margins=(14, 12, 0, 12), spacing=8)
        self.refresh()

    def refresh(self) -> None:
        """Say anew where the token is: the models page may have been given one meanwhile."""
        self.token.say(self._hub.token_words())
