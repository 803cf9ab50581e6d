"""What the groups of actions are called where they are listed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.widgets.action_group import ActionGroup


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
