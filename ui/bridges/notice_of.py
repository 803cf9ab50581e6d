"""From an error that a person can act on to the words shown for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.attachments.errors import AttachmentError, FileDoesNotFit
from app.conversation.errors import AnswerCircles
from app.errors import UserError
from app.history.errors import DatabaseIsLocked, DatabaseIsNotWritable, DiskIsFull, NotSavedYet
from app.hub.library.errors import LastModelIsGone
from app.inference.image_errors import ModelSeesNoImages
from app.settings.errors import SettingsNotSaved
from ui.widgets.notice_bar import Notice, Subject
from ui.widgets.spoken_numbers import in_own_numbers

_CONVERSATION, _MODEL = Subject.CONVERSATION, Subject.MODEL
_ABOUT: tuple[tuple[type[UserError] | tuple[type[UserError], ...], frozenset[Subject]], ...] = (
    (ModelSeesNoImages, frozenset({_CONVERSATION, _MODEL, Subject.PICTURES})),
    (FileDoesNotFit, frozenset({_CONVERSATION, _MODEL, Subject.FILES})),
    (AttachmentError, frozenset({_CONVERSATION, Subject.FILES})),
    ((DatabaseIsLocked, DatabaseIsNotWritable, DiskIsFull, NotSavedYet), frozenset({Subject.HISTORY})),
    (AnswerCircles, frozenset({_CONVERSATION, Subject.REPLY})),
    (SettingsNotSaved, frozenset({Subject.SETTINGS})),
    (LastModelIsGone, frozenset({Subject.LAST_MODEL})),  # at the start another is chosen, and not by the person
)
_ABOUT_ROOMS = (
    (
        ("app.engines", "app.gguf", "app.hardware", "app.hub", "app.inference", "ui.models"),
        frozenset({_CONVERSATION, _MODEL}),
    ),
    (("app.conversation", "ui.chat"), frozenset({_CONVERSATION})),
)
"""For all other errors of these rooms."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the window can do about a problem: the words of a button, and what it does."""

    words: str
    act: Callable[[], object]


def notice_of(error: UserError, *, action: str = "", second_action: str = "") -> Notice:
    """Return the error's message, advice and details: translated first, then filled in; and words of buttons."""
    return Notice(
        message=_spoken(error.message, error),
        advice=_spoken(error.advice, error),
        details=error.details,
        action=action,
        second_action=second_action,
        about=_about(error),
    )


def _about(error: UserError) -> frozenset[Subject]:
    """Return what makes the error a thing of the past when it changes."""
    for kinds, about in _ABOUT:
        if isinstance(error, kinds):
            return about
    room = type(error).__module__
    return next((about for rooms, about in _ABOUT_ROOMS if room.startswith(rooms)), frozenset())


def _spoken(template: str, error: UserError) -> str:
    values = {name: in_own_numbers(value) for name, value in error.values.items()}
    return QCoreApplication.translate("app", template).format_map(values)
