"""Every action of the window, registered once: the palette, the shortcuts and their lists read it here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.widgets.action_group import ActionGroup
from ui.widgets.key_hint import KeyHint
from ui.widgets.window_action import WindowAction, spoken_keys


class ActionRegistry(QObject):
    """Knows the actions and binds their keys to the window. A name or a key given twice is a bug, and raises.

    Signals:
        begun(str): the action of this name is about to be performed.
    """

    begun = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, WindowAction] = {}
        self._hints: list[KeyHint] = []
        self._held: dict[str, str] = {}

    def add(self, *actions: WindowAction) -> None:
        """Register actions and bind their keys. Raises `ValueError` for a name or keys that are taken."""
        for action in actions:
            if action.name in self._actions:
                raise ValueError(f"the action {action.name!r} is registered already")
            for keys in (*action.keys, *action.other_keys):
                taken = self._held.setdefault(QKeySequence(keys).toString(), action.name)
                if taken != action.name:
                    raise ValueError(f"{keys} belongs to {taken!r}, and {action.name!r} wants it too")
            self._actions[action.name] = action
            if action.keys:
                shortcut = QShortcut(self._window)
                shortcut.setKeys([QKeySequence(keys) for keys in (*action.keys, *action.other_keys)])
                shortcut.setWhatsThis(action.label)
                shortcut.activated.connect(partial(self.perform, action.name))

    def add_hints(self, hints: Iterable[KeyHint]) -> None:
        """Tell of keys that a part of the window looks after itself."""
        self._hints += hints

    def retell(self, actions: Iterable[WindowAction], hints: Iterable[KeyHint]) -> None:
        """Take the same actions and hints in other words: another language is spoken. `KeyError` for a new action."""
        for action in actions:
            assert self._actions[action.name].keys == action.keys, "other words, the same keys"
            self._actions[action.name] = action
        self._hints = list(hints)

    def perform(self, name: str) -> None:
        """Do something, if it can be done now."""
        action = self._actions[name]
        if action.is_available():
            self.begun.emit(name)
            action.perform()

    def available(self) -> tuple[WindowAction, ...]:
        """Return what can be done now, in the order of registration."""
        return tuple(action for action in self._actions.values() if action.is_available())

    def action(self, name: str) -> WindowAction:
        """Return the action of this name; `KeyError` if there is none."""
        return self._actions[name]

    def shortcuts(self) -> tuple[KeyHint, ...]:
        """Return every shortcut with its words, group by group, in the keys' names on this system."""
        told = [
            KeyHint("  ".join(spoken_keys(keys) for keys in action.keys), action.label, action.group)
            for action in self._actions.values()
            if action.keys
        ]
        told += [KeyHint(spoken_keys(hint.keys), hint.words, hint.group) for hint in self._hints]
        return tuple(sorted(told, key=lambda hint: list(ActionGroup).index(hint.group)))
