"""Problems of Hub and library in the window's words: what the command line would have you type is a click here."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtCore import QCoreApplication

from app.errors import UserError
from app.hub.connection.errors import FileNotOnHub, ModelIsGated, RepositoryNotFound
from app.hub.library.errors import ModelsAreDamaged, NoSuchModel
from app.text import translatable
from ui.bridges.notice_of import notice_of
from ui.widgets.notice_bar import Notice

_ADVICE: tuple[tuple[type[UserError], str], ...] = (
    (RepositoryNotFound, translatable("Check the spelling, or search for it. A private model needs an access token.")),
    (FileNotOnHub, translatable("Choose one of the files that the model's page lists.")),
    (NoSuchModel, translatable("It may have been renamed or removed meanwhile: look at the list.")),
    (ModelsAreDamaged, translatable("Download the model again, or delete it.")),
)
_GATED = translatable("Ask for access on the model's page, then enter your access token here.")
_GATED_TOKEN = translatable("Ask for access on the model's page with the account that your access token belongs to.")


def hub_notice(error: UserError, *, action: str = "") -> Notice:
    """Return what to say; advice that speaks of commands or of the environment is put in the window's words."""
    notice = notice_of(error, action=action)
    if isinstance(error, ModelIsGated):
        return structs.replace(notice, advice=_tr(_GATED_TOKEN if error.has_token else _GATED))
    for kind, advice in _ADVICE:
        if isinstance(error, kind):
            return structs.replace(notice, advice=_tr(advice))
    return notice


def _tr(text: str) -> str:
    return QCoreApplication.translate("app", text)
