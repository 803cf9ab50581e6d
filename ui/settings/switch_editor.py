"""Edits a setting that is on or off."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.settings.setting_editor import SettingEditor
from ui.settings.switch import Switch


class SwitchEditor(SettingEditor):
    """A switch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = Switch()
        self._switch.clicked.connect(lambda is_on: self.value_chosen.emit(bool(is_on)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._switch)
        self.setFocusProxy(self._switch)

    def show_value(self, value: object) -> None:
        """Show whether it is on."""
        self._switch.setChecked(value is True)

    def name_it(self, name: str, tip: str) -> None:
        """Name the switch."""
        self._switch.setAccessibleName(name)
        self._switch.setToolTip(tip)
