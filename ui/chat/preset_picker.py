"""Below the question: which preset holds, and at a glance what differs from the usual."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.history.preset_records import ConversationChoices, Preset
from ui.chat.sampling_form import FIELDS


class PresetPicker(QWidget):
    """A button with a menu of presets, and a chip that is there only when something differs.

    Signals:
        chosen(Preset): the conversation should have this preset.
        edit_asked(): presets should be made and changed.
        panel_asked(): what the conversation has of its own should be shown.
        menu_asked(): the menu is about to open; `show_presets` may be called.
    """

    chosen = Signal(object)
    edit_asked = Signal()
    panel_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.menu_asked)
        self._name = QPushButton()
        self._name.setObjectName("presetButton")
        self._name.setProperty("kind", "quiet")
        self._name.setMenu(self._menu)
        self._chip = QPushButton()
        self._chip.setProperty("kind", "chip")
        self._chip.clicked.connect(self.panel_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._chip)
        self._is_short = False
        self._long = ""
        self.show_choices(ConversationChoices(), None)

    def show_presets(self, presets: Sequence[Preset], chosen_key: str) -> None:
        """Fill the menu."""
        self._menu.clear()
        for preset in presets:
            action = QAction(preset_name(preset), self._menu)
            action.setCheckable(True)
            action.setChecked(preset.key == (chosen_key or presets[0].key))
            action.triggered.connect(lambda _checked=False, preset=preset: self.chosen.emit(preset))
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("This conversation…"), self.panel_asked.emit)
        self._menu.addAction(self.tr("Edit presets…"), self.edit_asked.emit)

    def show_choices(self, choices: ConversationChoices, preset: Preset | None) -> None:
        """Show the preset's name and what is not as usual."""
        name = preset_name(preset) if preset is not None else self.tr("Preset")
        self._name.setText(name)
        self._name.setToolTip(self.tr("Choose a preset: a system prompt and how words are drawn"))
        self._name.setAccessibleName(self.tr("Preset: {name}").format(name=name))
        parts = []
        for field in FIELDS:
            value = getattr(choices.sampling, field.name)
            if value is not None:
                number = self.locale().toString(float(value), "f", field.decimals)
                number = number.rstrip("0").rstrip(self.locale().decimalPoint()) if field.decimals else number
                parts.append(f"{QCoreApplication.translate('app', field.title)} {number}")
        if choices.system_prompt:
            parts.append(self.tr("System prompt"))
        self._long = " · ".join(parts)
        self._chip.setToolTip(self.tr("In this conversation: {what}. Click to change it").format(what=self._long))
        self._chip.setAccessibleName(self._chip.toolTip())
        self._show_chip(len(parts))

    def set_short(self, *, short: bool) -> None:
        """Say only how many things differ, where room is scarce."""
        if short != self._is_short:
            self._is_short = short
            self._show_chip(self._long.count(" · ") + 1 if self._long else 0)

    def _show_chip(self, count: int) -> None:
        is_short = self._is_short or count > 2
        many = self.tr("{count} changes").format(count=count)
        self._chip.setText(many if is_short and count > 1 else self._long)
        self._chip.setVisible(count > 0)


def preset_name(preset: Preset) -> str:
    """Return a preset's name: those that came with Aside are translated."""
    return QCoreApplication.translate("app", preset.name) if preset.is_built_in else preset.name
