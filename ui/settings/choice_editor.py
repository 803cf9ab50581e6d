"""Edits a setting that is one of a few values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.settings.setting_editor import SettingEditor
from ui.widgets.unfolding_box import UnfoldingBox


class ChoiceEditor(SettingEditor):
    """A list that unfolds; `choices` are (value, words)."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = UnfoldingBox()
        for value, words in choices:
            self._box.addItem(words, value)
        self._box.activated.connect(lambda index: self.value_chosen.emit(self._box.itemData(index)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        self.setFocusProxy(self._box)

    def show_value(self, value: object) -> None:
        """Show which one is chosen."""
        self._box.setCurrentIndex(max(0, self._box.findData(str(value))))

    def name_it(self, name: str, tip: str) -> None:
        """Name the list."""
        self._box.setAccessibleName(name)
        self._box.setToolTip(tip)
