"""Below the question: which preset holds, and at a glance what was changed since it was given."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.history.preset_records import Preset
from ui.chat.presets.preset_words import preset_name
from ui.widgets.layouts import row
from ui.widgets.menu_button import MenuButton
from ui.widgets.menus import add_ticked
from ui.widgets.styled import styled
from ui.widgets.tip_lines import tip_lines

_LONGEST = 26


class PresetPicker(QWidget):
    """A button with a menu of presets, and a chip that is there only when something differs from the preset.

    Signals:
        chosen(Preset): the conversation should have this preset.
        reset_asked(): what differs should be as the preset has it, or without one as usual.
        edit_asked(): presets should be made and changed.
        panel_asked(): what the conversation has of its own should be shown.
    """

    chosen = Signal(object)
    reset_asked = Signal()
    edit_asked = Signal()
    panel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        self._name = MenuButton()
        self._name.setObjectName("presetButton")
        self._name.setProperty("kind", "quiet")
        self._name.setMenu(self.menu)
        self._chip = styled(QPushButton(), kind="chip")
        self._chip.clicked.connect(lambda: self.panel_asked.emit())
        row(self._name, self._chip, of=self, spacing=8)
        self._is_short = False
        self._words = ""
        self._changes: tuple[str, ...] = ()
        self.show_choices(None, ())

    def show_presets(self, presets: Sequence[Preset], chosen_key: str) -> None:
        """Fill the menu."""
        self.menu.clear()
        for preset in presets:
            name, is_chosen = preset_name(preset).replace("&", "&&"), preset.key == (chosen_key or presets[0].key)
            add_ticked(self.menu, name, partial(self.chosen.emit, preset), is_ticked=is_chosen)
        self.menu.addSeparator()
        if self._changes:
            self.menu.addAction(self.tr("Take the changes back"), self.reset_asked.emit)
        self.menu.addAction(self.tr("How this conversation is answered…"), self.panel_asked.emit)
        self.menu.addAction(self.tr("Edit presets…"), self.edit_asked.emit)

    def show_choices(self, preset: Preset | None, changes: Sequence[str]) -> None:
        """Show the preset's name, and in words what differs from it."""
        name = preset_name(preset) if preset is not None else self.tr("Preset")
        self._words = _short(name)
        self._name.setToolTip(
            tip_lines(self.tr("Choose a preset: a system prompt, a model, how it thinks and draws words"))
        )
        self._name.setAccessibleName(self.tr("Preset: {name}").format(name=name) if preset is not None else name)
        self._changes = tuple(changes)
        words = self.tr("Changed in this conversation: {what}. Press to change it or take it back")
        self._chip.setToolTip(tip_lines(words.format(what=" · ".join(self._changes))))
        self._chip.setAccessibleName(self._chip.toolTip())
        self._show_parts()

    def set_short(self, *, short: bool) -> None:
        """Show an arrow and a number, where there is no room for words."""
        if short != self._is_short:
            self._is_short = short
            self._show_parts()

    def _show_parts(self) -> None:
        count = len(self._changes)
        self._name.setText("" if self._is_short else self._words)
        words = self.tr("%n changes", "", count) if count > 1 else _short("".join(self._changes))
        self._chip.setText(str(count) if self._is_short else words)
        self._chip.setVisible(count > 0)


def _short(text: str) -> str:
    """Return a button's text that leaves room for the others below the question."""
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    return shown.replace("&", "&&")
