"""One line of the list of shortcuts."""

from __future__ import annotations

from dataclasses import dataclass

from ui.widgets.action_group import ActionGroup


@dataclass(frozen=True, slots=True)
class KeyHint:
    """Keys and what they do."""

    keys: str
    words: str
    group: ActionGroup
