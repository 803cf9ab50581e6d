"""The groups in which actions and shortcuts are listed."""

from __future__ import annotations

import enum


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
