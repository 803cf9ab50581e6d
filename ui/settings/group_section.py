"""One page of the settings: a title, its rows, what else belongs there, and the way back to the defaults."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.settings import SettingsGroup
from ui.settings.setting_row import SettingRow


class GroupSection(QWidget):
    """Holds rows and panels.

    Signals:
        reset_asked(SettingsGroup): all settings of this page should have their defaults again.
    """

    reset_asked = Signal(object)

    def __init__(self, group: SettingsGroup, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.rows: list[SettingRow] = []
        self._panels: list[tuple[QWidget, str]] = []
        heading = QLabel(title)
        heading.setProperty("scale", "group")
        self._reset = QPushButton(self.tr("Reset this page"))
        self._reset.setProperty("kind", "small")
        self._reset.setAccessibleName(self.tr("Reset {page}").format(page=title))
        self._reset.setToolTip(self.tr("Give every setting on this page its default again; this can be undone"))
        self._reset.clicked.connect(lambda: self.reset_asked.emit(group))
        foot = QHBoxLayout()
        foot.setContentsMargins(17, 16, 0, 8)
        foot.addWidget(self._reset)
        foot.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 24)
        self._column.setSpacing(0)
        heading.setContentsMargins(17, 0, 0, 8)
        self._column.addWidget(heading)
        self._column.addLayout(foot)

    def add_row(self, row: SettingRow) -> None:
        """Put a setting below the others."""
        self.rows.append(row)
        self._insert(row)

    def add_panel(self, panel: QWidget, *, found_by: str) -> None:
        """Put something else below the settings; a search for these words finds it."""
        self._panels.append((panel, found_by.casefold()))
        self._insert(panel)

    def show_matches(self, words: list[str]) -> bool:
        """Show what has all these words, everything if there are none; return whether anything has."""
        shown = 0
        for row in self.rows:
            row.setVisible(row.matches(words))
            shown += row.matches(words)
        for panel, found_by in self._panels:
            is_found = all(word in found_by for word in words)
            panel.setVisible(is_found)
            shown += is_found
        self._reset.setVisible(not words and any(row.can_be_reset for row in self.rows))
        self.setVisible(shown > 0)
        return shown > 0

    def set_resettable(self, *, is_so: bool) -> None:
        """Offer the defaults only where something differs from them."""
        self._reset.setEnabled(is_so)

    def _insert(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)
