"""What can be done with one message: the same words in its buttons, its menu and under its keys."""

from __future__ import annotations

import enum

from PySide6.QtCore import QCoreApplication, Qt


class CardAction(enum.StrEnum):
    """An action on a question or a reply."""

    COPY = "copy"
    """As Markdown, the way the model or the person wrote it."""
    COPY_PLAIN = "copy_plain"
    """As it reads, without marks."""
    EDIT = "edit"
    REGENERATE = "regenerate"
    REGENERATE_WITH = "regenerate_with"
    ASK_MODELS = "ask_models"
    CONTINUE = "continue"
    BRANCH = "branch"
    COMPARE = "compare"
    EARLIER_VERSION = "earlier_version"
    LATER_VERSION = "later_version"
    SHOW_THOUGHT = "show_thought"
    SHOW_PROMPT = "show_prompt"
    GO_TO_BEGINNING = "go_to_beginning"


KEYS = {
    Qt.Key.Key_C: CardAction.COPY,
    Qt.Key.Key_X: CardAction.COPY_PLAIN,
    Qt.Key.Key_E: CardAction.EDIT,
    Qt.Key.Key_R: CardAction.REGENERATE,
    Qt.Key.Key_W: CardAction.REGENERATE_WITH,
    Qt.Key.Key_M: CardAction.ASK_MODELS,
    Qt.Key.Key_G: CardAction.CONTINUE,
    Qt.Key.Key_B: CardAction.BRANCH,
    Qt.Key.Key_V: CardAction.COMPARE,
    Qt.Key.Key_Left: CardAction.EARLIER_VERSION,
    Qt.Key.Key_Right: CardAction.LATER_VERSION,
    Qt.Key.Key_T: CardAction.SHOW_THOUGHT,
    Qt.Key.Key_P: CardAction.SHOW_PROMPT,
    Qt.Key.Key_A: CardAction.GO_TO_BEGINNING,
}
"""The key of each action while a message has the keyboard."""

_NAMES = {Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→"}


def action_text(action: CardAction) -> str:
    """Return what the action is called on a button or in a menu."""
    return {
        CardAction.COPY: _tr("Copy"),
        CardAction.COPY_PLAIN: _tr("Copy as plain text"),
        CardAction.EDIT: _tr("Edit"),
        CardAction.REGENERATE: _tr("Regenerate"),
        CardAction.REGENERATE_WITH: _tr("Regenerate with…"),
        CardAction.ASK_MODELS: _tr("Ask several models…"),
        CardAction.CONTINUE: _tr("Continue"),
        CardAction.BRANCH: _tr("Branch"),
        CardAction.COMPARE: _tr("Compare versions"),
        CardAction.EARLIER_VERSION: "‹",
        CardAction.LATER_VERSION: "›",
        CardAction.SHOW_THOUGHT: _tr("Show the thought"),
        CardAction.SHOW_PROMPT: _tr("What the model got"),
        CardAction.GO_TO_BEGINNING: _tr("Read from its beginning"),
    }[action]


def action_explanation(action: CardAction) -> str:
    """Return what the action does, with its key."""
    text = {
        CardAction.COPY: _tr("Copy as Markdown"),
        CardAction.COPY_PLAIN: _tr("Copy the text without marks"),
        CardAction.EDIT: _tr("Write another version; this one is kept"),
        CardAction.REGENERATE: _tr("Answer the question anew; this version is kept"),
        CardAction.REGENERATE_WITH: _tr("Answer anew with another model, or another level of thinking"),
        CardAction.ASK_MODELS: _tr("Ask up to four models the same question, and compare their answers"),
        CardAction.CONTINUE: _tr("Go on exactly where this reply stopped"),
        CardAction.BRANCH: _tr("Begin a new conversation with everything up to here"),
        CardAction.COMPARE: _tr("Put two versions side by side"),
        CardAction.EARLIER_VERSION: _tr("Show the version before"),
        CardAction.LATER_VERSION: _tr("Show the version after"),
        CardAction.SHOW_THOUGHT: _tr("Show the thought"),
        CardAction.SHOW_PROMPT: _tr("Show the exact prompt of this reply, and who put what into it"),
        CardAction.GO_TO_BEGINNING: _tr("Go to the first line of this message"),
    }[action]
    return _tr("{text} ({key})").format(text=text, key=key_name(action))


def key_name(action: CardAction) -> str:
    """Return the key of an action as people call it."""
    key = next(key for key, value in KEYS.items() if value is action)
    return _NAMES.get(key) or key.name.removeprefix("Key_")


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardAction", text)
