"""From an error that a person can act on to the words shown for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.errors import UserError
from app.history.errors import DatabaseIsDamaged
from ui.widgets.notice_bar import Notice
from ui.widgets.spoken_numbers import in_own_numbers


def notice_of(error: UserError, *, action: str = "", has_remedy: bool = False) -> Notice:
    """Return the error's message, advice and details: translated first, then filled in.

    `has_remedy`: whoever shows it can do what the window can do about it, and offers that.
    """
    return Notice(
        message=_spoken(error.message, error),
        advice=_spoken(error.advice, error),
        details=error.details,
        action=action or (_remedy(error) if has_remedy else ""),
    )


def _remedy(error: UserError) -> str:
    """Return in words what the window can do about an error; empty for most."""
    is_damaged = isinstance(error, DatabaseIsDamaged)
    return QCoreApplication.translate("notice_of", "Restore from a backup…") if is_damaged else ""


def _spoken(template: str, error: UserError) -> str:
    values = {name: in_own_numbers(value) for name, value in error.values.items()}
    return QCoreApplication.translate("app", template).format_map(values)
