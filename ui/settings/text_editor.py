"""Edits a text, checked when it is entered."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.settings.setting_editor import SettingEditor
from ui.theme.fonts import scaled_px
from ui.widgets.level_text import LevelText

_LONGEST = 4000


class TextEditor(SettingEditor):
    """A line; what was typed is told when the person presses Enter or leaves it."""

    is_wide = True

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._line = QLineEdit()
        LevelText(self._line)
        self._line.setProperty("kind", "field")
        self._line.setMaxLength(_LONGEST)
        self._line.setMinimumHeight(scaled_px(34))
        self._line.setPlaceholderText(hint)
        self._line.editingFinished.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line)
        self.setFocusProxy(self._line)

    def show_value(self, value: object) -> None:
        """Show the text."""
        self._shown = str(value or "")
        self._line.setText(self._shown)

    def name_it(self, name: str, tip: str) -> None:
        """Name the line."""
        self._line.setAccessibleName(name)
        self._line.setToolTip(tip)

    def _tell(self) -> None:
        if self._line.text() != self._shown:
            self._shown = self._line.text()
            self.value_chosen.emit(self._shown)
