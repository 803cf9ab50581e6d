"""What the window can do, its groups and their names, and the keys that parts of it look after themselves."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


class ActionGroup(enum.StrEnum):
    """Where an action stands in the list of shortcuts, in this order."""

    GENERAL = "general"
    CONVERSATIONS = "conversations"
    REPLY = "reply"
    THINKING = "thinking"
    MODELS = "models"
    VIEW = "view"
    IN_MESSAGE = "in_message"
    """Keys of the message that has the keyboard."""
    IN_LIST = "in_list"
    """Keys of the list of conversations."""
    IN_QUESTION = "in_question"
    """Keys of the question's field."""


def group_title(group: ActionGroup) -> str:
    """Return the heading of a group."""
    return {
        ActionGroup.GENERAL: _tr("Everywhere"),
        ActionGroup.CONVERSATIONS: _tr("Conversations"),
        ActionGroup.REPLY: _tr("Questions and answers"),
        ActionGroup.THINKING: _tr("Thinking"),
        ActionGroup.MODELS: _tr("Models"),
        ActionGroup.VIEW: _tr("View"),
        ActionGroup.IN_MESSAGE: _tr("On a message (↑ and ↓ go from one to the next)"),
        ActionGroup.IN_LIST: _tr("In the list of conversations"),
        ActionGroup.IN_QUESTION: _tr("In the question's field"),
    }[group]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShortcutsSheet", text)


@dataclass(frozen=True, slots=True)
class KeyHint:
    """Keys and what they do."""

    keys: str
    words: str
    group: ActionGroup


@dataclass(frozen=True, slots=True)
class WindowAction:
    """What can be done. `keys` are in portable text, the first of them is the one that people are told.

    `name` identifies it; `more_words` are other words for it, in the person's language, that a search finds it by.
    """

    name: str
    label: str
    perform: Callable[[], object]
    keys: tuple[str, ...] = ()
    other_keys: tuple[str, ...] = ()
    """The same keys as other keyboards write them; they work, and nobody is told."""
    more_words: str = ""
    is_available: Callable[[], bool] = lambda: True
    otherwise: Callable[[], object] = lambda: None
    """What its keys do while it cannot be done."""
    group: ActionGroup = ActionGroup.GENERAL
    """That in which it is registered."""

    def spoken_keys(self) -> str:
        """Return the first keys as this system writes them, empty without keys."""
        return spoken_keys(self.keys[0]) if self.keys else ""


def spoken_keys(keys: str) -> str:
    """Return keys in portable text as this system writes them; what is no key sequence stays as it is."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native or keys
