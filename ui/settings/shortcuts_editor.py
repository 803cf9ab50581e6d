"""Edits the setting of shortcuts: every action with its keys, and a word when keys belong to another action."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QSizePolicy, QStackedWidget, QWidget

from app.settings.choices import KeyChoice
from ui.settings.editors import SettingEditor
from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced
from ui.widgets.action_keys import KeyFault, chosen_keys, key_fault, keys_in_use, portable
from ui.widgets.action_registry import ActionRegistry
from ui.widgets.announcement import announce
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label, restyle, show_text
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


# One action in the list of shortcuts: its words, and a button with its keys that takes others.

_KEYS_PX = 170


class ShortcutLine(QWidget):
    """Waits for keys after its button was pressed: the next ones that are pressed are told, whatever they are.

    `reset` is for the keys that the action is declared with, `take` for what the question offers.

    Signals:
        keys_pressed(str): these keys, in portable text, are wanted; empty for none.
    """

    keys_pressed = Signal(str)

    def __init__(self, action: WindowAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = action.name
        self.label = action.label
        words = label(action.label, wraps=True)
        self._button = button("", clicked=self.begin)
        self._button.setMinimumWidth(scaled_px(_KEYS_PX))
        words.setBuddy(self._button)
        self._edit = QKeySequenceEdit()
        self._edit.setMaximumSequenceLength(1)
        self._edit.setAccessibleName(self.tr("{action}: press the keys").format(action=action.label))
        self._edit.editingFinished.connect(self._finish)
        self._edit.installEventFilter(self)
        self._places = QStackedWidget()
        self._places.addWidget(self._button)
        self._places.addWidget(self._edit)
        self._places.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        own = "  ".join(map(spoken_keys, action.keys)) or self.tr("No keys")
        self.reset = button(
            self.tr("Reset"),
            self.tr("Back to: {default}").format(default=own),
            kind="link",
            scale="small",
            name=self.tr("{action}: reset the keys").format(action=action.label),
        )
        self._told = label(wraps=True)
        self.take = button("")
        self._leave = button(self.tr("Leave it"), self.tr("Leave the keys as they are"), clicked=self._leave_it)
        above = row((words, 1), self.reset, self._places, spacing=12)
        answers = row(self.take, self._leave, 1, spacing=8)
        keep_spaced(column(above, self._told, answers, of=self, margins=(0, 3, 0, 3), spacing=4))
        self.setFocusProxy(self._button)
        self.tell("")

    def show_keys(self, keys: tuple[str, ...], *, is_changed: bool) -> None:
        """Show the keys in use, and whether they are others than those declared."""
        spoken = "  ".join(map(spoken_keys, keys))
        self._button.setText(spoken or self.tr("No keys"))
        self._button.setAccessibleName(f"{self.label}: {self._button.text()}")
        self._button.setToolTip(self.tr("Press this, then the keys that you want"))
        self.reset.setVisible(is_changed)

    def begin(self) -> None:
        """Wait for the new keys."""
        self._edit.clear()
        self._places.setCurrentWidget(self._edit)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell(self.tr("Press the new keys. Backspace takes the keys away, Escape leaves them as they are."))

    def tell(self, text: str, *, offer: str = "") -> None:
        """Say something below the action; with an offer it is a question."""
        show_text(self._told, text)
        restyle(self._told, tone="danger" if offer else "soft")
        self.take.setText(offer)
        self.take.setToolTip(offer)
        self.take.setVisible(bool(offer))
        self._leave.setVisible(bool(offer))
        if offer:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            announce(self, text)

    # --- private ----------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        if self._places.currentWidget() is not self._edit:
            return
        keys = self._edit.keySequence()
        had_focus = self._edit.hasFocus()
        self._places.setCurrentWidget(self._button)
        self.tell("")
        if had_focus:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        if keys.isEmpty() or keys == QKeySequence(Qt.Key.Key_Escape):
            return
        is_taken_away = keys == QKeySequence(Qt.Key.Key_Backspace) or keys == QKeySequence(Qt.Key.Key_Delete)
        text = keys.toString(QKeySequence.SequenceFormat.PortableText)
        self.keys_pressed.emit("" if is_taken_away else text)

    def _leave_it(self) -> None:
        self.tell("")
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait no more once the person goes elsewhere."""
        if watched is self._edit and event.type() is QEvent.Type.FocusOut:
            self._finish()
        return False
