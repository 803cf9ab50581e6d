"""Edits the setting of shortcuts: every action with its keys, and a word when keys belong to another action."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.settings.choices import KeyChoice
from ui.settings.editors import SettingEditor
from ui.settings.shortcut_line import ShortcutLine
from ui.widgets.action_keys import KeyFault, chosen_keys, key_fault, keys_in_use, portable
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.layouts import column
from ui.widgets.styled import label
from ui.widgets.window_action import WindowAction, group_title, spoken_keys


class ShortcutsEditor(SettingEditor):
    """Nothing is given to two actions: who has the keys is told, and the person decides."""

    is_wide = True

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self._actions: dict[str, WindowAction] = {action.name: action for action in registry.declared()}
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._asked: tuple[str, ...] = ()
        self._lines: dict[str, ShortcutLine] = {}
        self._titles: list[tuple[QLabel, list[ShortcutLine]]] = []
        lines_below = column(of=self, margins=(0, 4, 0, 4), spacing=2)
        for group, actions in groupby(self._actions.values(), key=lambda action: action.group):
            title = label(group_title(group), weight="strong")
            title.setContentsMargins(0, 10 if self._titles else 0, 0, 2)
            lines = [self._line(action) for action in actions]
            for widget in (title, *lines):
                lines_below.addWidget(widget)
            self._titles.append((title, lines))
        self.setFocusProxy(next(iter(self._lines.values())))
        self.show_value(())

    def line(self, name: str) -> ShortcutLine:
        """Return the line of an action."""
        return self._lines[name]

    def show_value(self, value: object) -> None:
        """Show the keys that these choices (`tuple[KeyChoice, ...]`) lead to."""
        choices = value if isinstance(value, tuple) else ()
        self._chosen = chosen_keys(choices)
        used = self._used()
        for name, line in self._lines.items():
            line.tell("")
            line.show_keys(used[name], is_changed=used[name] != _own(self._actions[name]))

    def set_name(self, name: str, tip: str) -> None:
        """Name the list."""
        self.setAccessibleName(name)

    def show_matches(self, words: list[str]) -> bool:
        """Show the actions that have all these words (all of them without words); return whether any has."""
        used, found = self._used(), False
        for title, lines in self._titles:
            shown = [line for line in lines if self._matches(line, used[line.name], words)]
            for line in lines:
                line.setVisible(line in shown)
            title.setVisible(bool(shown))
            found = found or bool(shown)
        return found

    # --- private ----------------------------------------------------------------------------------------------

    def _line(self, action: WindowAction) -> ShortcutLine:
        line = self._lines[action.name] = ShortcutLine(action)
        line.keys_pressed.connect(lambda keys: self._want(action.name, (keys,) if keys else ()))
        line.reset.clicked.connect(lambda: self._want(action.name, _own(action)))
        line.take.clicked.connect(lambda: self._give(action.name, self._asked))
        return line

    def _used(self) -> dict[str, tuple[str, ...]]:
        return keys_in_use(self._actions.values(), self._chosen)

    def _want(self, name: str, keys: tuple[str, ...]) -> None:
        """Give the action these keys, unless they cannot be, or another action has them: then say so."""
        line = self._lines[name]
        others = [one for one in keys if one not in _own(self._actions[name])]
        fault = next((fault for one in others if (fault := key_fault(one)) is not None), None)
        if fault is not None:
            line.tell(self._fault_words(fault, others[0]))
            return
        part = self._part_with(others)
        if part:
            words = self.tr("{keys} already means “{words}” in its place.")
            line.tell(words.format(keys=spoken_keys(others[0]), words=part))
            return
        owners = self._owners(name, keys)
        if owners:
            self._asked = keys
            taken = next(one for one in keys if one in self._used()[owners[0]])
            line.tell(
                self.tr("{keys} belongs to “{action}”.").format(
                    keys=spoken_keys(taken), action=self._actions[owners[0]].label
                ),
                offer=self.tr("Take it from there"),
            )
            return
        self._give(name, keys)

    def _give(self, name: str, keys: tuple[str, ...]) -> None:
        used = self._used()
        chosen = dict(self._chosen)
        for owner in self._owners(name, keys):
            chosen[owner] = tuple(one for one in used[owner] if one not in keys)
        chosen[name] = keys
        self.value_chosen.emit(
            tuple(
                KeyChoice(one, chosen[one])
                for one in sorted(chosen)
                if one not in self._actions or chosen[one] != _own(self._actions[one])
            )
        )
        self._lines[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _owners(self, name: str, keys: Sequence[str]) -> list[str]:
        return [other for other, held in self._used().items() if other != name and set(held) & set(keys)]

    def _part_with(self, keys: Sequence[str]) -> str:
        """Return what these keys do in a part of the window that looks after them itself; empty if none does."""
        held = {portable(hint.keys): hint.words for hint in self._registry.hints()}
        return next((held[one] for one in keys if one in held), "")

    def _fault_words(self, fault: KeyFault, keys: str) -> str:
        if fault is KeyFault.NO_KEYS:
            return self.tr("These are no keys that Aside could know again.")
        return self.tr("{keys} is needed for writing. Take keys with Ctrl or Alt, or one of F1 to F12.").format(
            keys=spoken_keys(keys)
        )

    @staticmethod
    def _matches(line: ShortcutLine, keys: Sequence[str], words: list[str]) -> bool:
        text = f"{line.label} {' '.join(map(spoken_keys, keys))}".casefold()
        return all(word in text for word in words)


def _own(action: WindowAction) -> tuple[str, ...]:
    return tuple(map(portable, action.keys))
