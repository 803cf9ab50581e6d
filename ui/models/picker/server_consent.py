"""Asks once for each server elsewhere whether what is asked in the window may go there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.engines.known_endpoints import KeptEndpoint
from app.text import visible_line
from ui.widgets.dialog_buttons import DialogButtons
from ui.widgets.fitted_dialog import FittedDialog
from ui.widgets.layouts import column
from ui.widgets.styled import label

_WIDTH_PX = 420


class ServerConsent(FittedDialog):
    """Accepted by a person who wants it."""

    def __init__(self, kept: KeptEndpoint, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A server that is not on this computer"))
        buttons = DialogButtons(self, self.tr("Ask this server"))
        buttons.confirm.clicked.connect(self.accept)
        address = visible_line(kept.url)
        message = label(self.tr("May {name} be asked? It is at {address}.").format(name=kept.name, address=address))
        message.setWordWrap(True)
        words = label(consent_words(kept.url), tone="soft", wraps=True)
        inside = QWidget()
        column(message, words, 1, of=inside, margins=(20, 18, 20, 4), spacing=12)
        buttons.setContentsMargins(20, 8, 20, 16)
        self.set_parts(inside, buttons, width_px=_WIDTH_PX)
        self.setAccessibleDescription(f"{message.text()} {words.text()}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ServerConsent", text)


def consent_words(address: str) -> str:
    """Return what goes to a server elsewhere, and who may read it on the way."""
    words = _tr("What you ask it, with the turns, files and pictures before, is sent there.")
    if address.startswith("http:"):
        words += " " + _tr("The address begins with http://: whoever is on the way can read it.")
    return words
