"""One thing that the window can do: its words, its keys, and whether it can be done now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from ui.widgets.action_group import ActionGroup


@dataclass(frozen=True, slots=True)
class WindowAction:
    """What can be done. `keys` are in portable text, the first of them is the one that people are told.

    `name` identifies it; `more_words` are other words for it, in the person's language, that a search finds it by.
    """

    name: str
    label: str
    group: ActionGroup
    perform: Callable[[], object]
    keys: tuple[str, ...] = ()
    other_keys: tuple[str, ...] = ()
    """The same keys as other keyboards write them; they work, and nobody is told."""
    more_words: str = ""
    is_available: Callable[[], bool] = lambda: True

    def spoken_keys(self) -> str:
        """Return the first keys as this system writes them, empty without keys."""
        return spoken_keys(self.keys[0]) if self.keys else ""


def spoken_keys(keys: str) -> str:
    """Return keys in portable text as this system writes them; what is no key sequence stays as it is."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native or keys
