"""A chip that opens a menu of choices and shows the one that is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.menu_button import MenuButton


class ChoiceChip(MenuButton):
    """Choices are (value, words); the first one is the default and leaves the chip quiet.

    Signals:
        chosen(object): another value was chosen.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = name
        self._choices = tuple(choices)
        self._value = self._choices[0][0]
        self.setProperty("kind", "toggle")
        self.setCheckable(True)
        self._menu = QMenu(self)
        group = QActionGroup(self._menu)
        self._actions: list[QAction] = []
        for value, words in self._choices:
            action = QAction(words, group)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, value=value: self.choose(value))
            self._menu.addAction(action)
            self._actions.append(action)
        self.clicked.connect(self._open)
        self._show()

    @property
    def value(self) -> object:
        """The value chosen."""
        return self._value

    def choose(self, value: object) -> None:
        """Choose a value as if its line had been clicked."""
        is_other = value != self._value
        self._value = value
        self._show()
        if is_other:
            self.chosen.emit(value)

    def _open(self) -> None:
        self._show()  # the click has toggled the chip
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _show(self) -> None:
        index = next(i for i, (value, _) in enumerate(self._choices) if value == self._value)
        words = self._choices[index][1]
        self.setText(words)
        self.setChecked(index > 0)
        self._actions[index].setChecked(True)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(self._name)
        self.updateGeometry()
