"""Which keys an action may have: what a person has chosen, weighed against what fields and lists need."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtGui import QKeySequence

from app.settings.choices import KeyChoice
from ui.widgets.window_action import WindowAction

_MODIFIERS = ("Ctrl+", "Alt+", "Meta+")
_FUNCTION_KEY = re.compile(r"(Shift\+)?F\d{1,2}")
_STANDARD = QKeySequence.StandardKey
_IN_FIELDS = (
    _STANDARD.Copy,
    _STANDARD.Cut,
    _STANDARD.Paste,
    _STANDARD.SelectAll,
    _STANDARD.Undo,
    _STANDARD.Redo,
    _STANDARD.MoveToNextWord,
    _STANDARD.MoveToPreviousWord,
    _STANDARD.MoveToStartOfDocument,
    _STANDARD.MoveToEndOfDocument,
    _STANDARD.SelectNextWord,
    _STANDARD.SelectPreviousWord,
    _STANDARD.DeleteStartOfWord,
    _STANDARD.DeleteEndOfWord,
    _STANDARD.NextChild,
    _STANDARD.PreviousChild,
)


class KeyFault(enum.Enum):
    """Why keys cannot be a shortcut."""

    NO_KEYS = enum.auto()
    """Not keys at all, such as a modifier alone, or several one after the other."""
    NEEDED_FOR_WRITING = enum.auto()
    """A letter without Ctrl, Alt or Meta, or what every text field needs."""


def key_fault(keys: str) -> KeyFault | None:
    """Return why these keys (in portable text) cannot be given to an action; `None` if they can."""
    sequence, text = QKeySequence(keys), portable(keys)
    if sequence.count() != 1 or not text:
        return KeyFault.NO_KEYS
    is_free = any(modifier in text for modifier in _MODIFIERS) or _FUNCTION_KEY.fullmatch(text) is not None
    if not is_free or any(sequence in QKeySequence.keyBindings(standard) for standard in _IN_FIELDS):
        return KeyFault.NEEDED_FOR_WRITING
    return None


def keys_in_use(actions: Iterable[WindowAction], chosen: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return the keys that each action has, by its name: those chosen for it, else its own.

    No keys are given twice: what was chosen goes before what is declared, then the first action has them. Chosen keys
    that cannot be a shortcut count only if the action is declared with them.
    """
    actions = tuple(actions)
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for action in sorted(actions, key=lambda one: one.name not in chosen):
        own = tuple(map(portable, action.keys))
        wanted = (
            own
            if action.name not in chosen
            else tuple(keys for keys in map(portable, chosen[action.name]) if keys in own or key_fault(keys) is None)
        )
        found[action.name] = tuple(keys for keys in dict.fromkeys(wanted) if keys not in taken)
        taken.update(found[action.name])
    return found


def portable(keys: str) -> str:
    """Return keys as Qt writes them for files; empty for what are none."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def chosen_keys(choices: Sequence[KeyChoice]) -> dict[str, tuple[str, ...]]:
    """Return the keys that were chosen, by the action's name; of two choices for one action the last counts."""
    return {choice.action: tuple(map(portable, choice.keys)) for choice in choices}
