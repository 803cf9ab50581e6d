"""From an error that a person can act on to the words shown for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.errors import UserError
from ui.widgets.notice_bar import Notice
from ui.widgets.spoken_numbers import in_own_numbers


def notice_of(error: UserError, *, action: str = "") -> Notice:
    """Return the error's message, advice and details: translated first, then filled in."""
    return Notice(
        message=_spoken(error.message, error), advice=_spoken(error.advice, error), details=error.details, action=action
    )


def _spoken(template: str, error: UserError) -> str:
    values = {name: in_own_numbers(value) for name, value in error.values.items()}
    return QCoreApplication.translate("app", template).format_map(values)
