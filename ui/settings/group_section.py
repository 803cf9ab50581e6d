"""One page of the settings: a title, its rows, what else belongs there, and the way back to the defaults."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.settings import SettingsGroup
from ui.settings.setting_row import SettingRow
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label


class GroupSection(QWidget):
    """Holds rows and panels; `reset` gives all its settings their defaults again."""

    def __init__(self, group: SettingsGroup, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.rows: list[SettingRow] = []
        self.panels: list[tuple[QWidget, str]] = []
        heading = label(title, scale="group")
        heading.setContentsMargins(17, 0, 0, 8)
        self.reset = button(
            self.tr("Reset this page"),
            self.tr("Give every setting on this page its default again; this can be undone"),
            name=self.tr("Reset {page}").format(page=title),
        )
        foot = row(self.reset, 1, margins=(17, 16, 0, 8))
        self._column = column(heading, foot, of=self, margins=(0, 0, 0, 24), spacing=0)

    def add_row(self, setting: SettingRow) -> None:
        """Put a setting below the others."""
        self.rows.append(setting)
        self._insert(setting)

    def add_panel(self, panel: QWidget, *, found_by: str) -> None:
        """Put something else below the settings; a search for these words finds it."""
        self.panels.append((panel, found_by.casefold()))
        self._insert(panel)

    def show_matches(self, words: list[str]) -> bool:
        """Show what has all these words, everything if there are none; return whether anything has."""
        shown = 0
        for setting in self.rows:
            is_found = setting.matches(words)
            setting.setVisible(is_found)
            shown += is_found
        for panel, found_by in self.panels:
            is_found = all(word in found_by for word in words)
            panel.setVisible(is_found)
            shown += is_found
        self.reset.setVisible(not words and any(setting.can_be_reset for setting in self.rows))
        self.setVisible(shown > 0)
        return shown > 0

    def _insert(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)
