"""Every action of the window, registered once: the palette, the shortcuts and their lists read it here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.widgets.action_keys import keys_in_use, portable
from ui.widgets.key_tip import publish_keys
from ui.widgets.window_action import ActionGroup, KeyHint, WindowAction, spoken_keys


class ActionRegistry(QObject):
    """Knows the actions and binds their keys to the window. A name or a key given twice is a bug, and raises.

    The person may give an action other keys (`choose_keys`); `action` and `shortcuts` tell those in use.

    Signals:
        begun(str): the action of this name is about to be performed.
        keys_changed(): some actions have other keys now, or keys are called otherwise.
    """

    begun = Signal(str)
    keys_changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._declared: dict[str, WindowAction] = {}
        self._actions: dict[str, WindowAction] = {}
        self._shortcuts: dict[str, QShortcut] = {}
        self._hints: list[KeyHint] = []
        self._held: dict[str, str] = {}
        self._chosen: Mapping[str, Sequence[str]] = {}

    def add(self, groups: Mapping[ActionGroup, Sequence[WindowAction]]) -> None:
        """Register actions and bind their keys. Raises `ValueError` for a name or keys that are taken."""
        for action in [replace(one, group=group) for group, actions in groups.items() for one in actions]:
            if action.name in self._declared:
                raise ValueError(f"the action {action.name!r} is registered already")
            for keys in (*action.keys, *action.other_keys):
                taken = self._held.setdefault(portable(keys), action.name)
                if taken != action.name:
                    raise ValueError(f"{keys} belongs to {taken!r}, and {action.name!r} wants it too")
            self._declared[action.name] = action
        self._bind()

    def add_hints(self, hints: Iterable[KeyHint]) -> None:
        """Tell of keys that a part of the window looks after itself."""
        self._hints += hints

    def choose_keys(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Give actions (by name) other keys, in portable text, at once; the others have those they are declared with.

        What `keys_in_use` cannot give is left out: the choice may come from a file that was edited by hand.
        """
        if chosen != self._chosen:
            self._chosen = dict(chosen)
            self._bind()

    def perform(self, name: str) -> None:
        """Do something, if it can be done now; else what its keys do otherwise."""
        action = self._actions[name]
        if action.is_available():
            self.begun.emit(name)
            action.perform()
        else:
            action.otherwise()

    def available(self) -> tuple[WindowAction, ...]:
        """Return what can be done now, in the order of registration."""
        return tuple(action for action in self._actions.values() if action.is_available())

    def matching(self, words: Sequence[str]) -> list[WindowAction]:
        """Return what can be done now and has all these words (in lower case)."""
        return [
            action
            for action in self.available()
            if all(word in f"{action.label} {action.more_words}".casefold() for word in words)
        ]

    def action(self, name: str) -> WindowAction:
        """Return the action of this name, with the keys in use; `KeyError` if there is none."""
        return self._actions[name]

    def declared(self) -> tuple[WindowAction, ...]:
        """Return all actions, group by group, with the keys that they are declared with."""
        return tuple(sorted(self._declared.values(), key=lambda action: list(ActionGroup).index(action.group)))

    def hints(self) -> tuple[KeyHint, ...]:
        """Return the keys that parts of the window look after, in portable text."""
        return tuple(self._hints)

    def shortcuts(self) -> tuple[KeyHint, ...]:
        """Return every shortcut with its words, group by group, in the keys' names on this system."""
        told = [
            KeyHint("  ".join(spoken_keys(keys) for keys in action.keys), action.label, action.group)
            for action in self._actions.values()
            if action.keys
        ]
        told += [KeyHint(spoken_keys(hint.keys), hint.words, hint.group) for hint in self._hints]
        return tuple(sorted(told, key=lambda hint: list(ActionGroup).index(hint.group)))

    def tell_tips(self) -> None:
        """Let every tooltip of the window name the keys in use; a page that was made since may not know them."""
        publish_keys(self._window.window(), {name: action.spoken_keys() for name, action in self._actions.items()})

    # --- private ----------------------------------------------------------------------------------------------

    def _bind(self) -> None:
        """Bind the keys in use, and tell the window's tooltips."""
        used = keys_in_use(self._declared.values(), self._chosen)
        for name, declared in self._declared.items():
            is_own = used[name] == tuple(map(portable, declared.keys))
            action = declared if is_own else replace(declared, keys=used[name], other_keys=())
            self._actions[name] = action
            shortcut = self._shortcuts.get(name)
            if shortcut is None and action.keys:
                shortcut = self._shortcuts[name] = QShortcut(self._window)
                shortcut.activated.connect(partial(self.perform, name))
            if shortcut is not None:
                shortcut.setKeys([QKeySequence(keys) for keys in (*action.keys, *action.other_keys)])
                shortcut.setWhatsThis(action.label)
        self.tell_tips()
        self.keys_changed.emit()
