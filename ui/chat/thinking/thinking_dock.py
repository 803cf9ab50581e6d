"""The place of the thinking pane at the right edge: open, folded to a rail, or given up in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.chat.thinking.thinking_pane import ThinkingPane
from ui.chat.thinking.thinking_rail import RAIL_PX, ThinkingRail
from ui.chat.thinking.thought_card import ThoughtProgress

_WIDEST_PX = 16777215


class ThinkingDock(QWidget):
    """Shows either the pane or its rail.

    Signals:
        collapsed_changed(bool): the person has folded it, or brought it back.
    """

    collapsed_changed = Signal(bool)

    def __init__(self, pane: ThinkingPane, rail: ThinkingRail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._rail = rail
        self._is_collapsed = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(pane)
        row.addWidget(rail)
        pane.collapse_asked.connect(self.toggle)
        rail.expand_asked.connect(self.toggle)
        self.set_collapsed(collapsed=False)

    @property
    def is_collapsed(self) -> bool:
        """Whether only the rail is there."""
        return self._is_collapsed

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Fold it, or bring it back."""
        self._is_collapsed = collapsed
        self._pane.setVisible(not collapsed)
        self._rail.setVisible(collapsed)
        self.setMinimumWidth(RAIL_PX if collapsed else self._pane.minimumWidth())
        self.setMaximumWidth(RAIL_PX if collapsed else _WIDEST_PX)

    def toggle(self) -> None:
        """Fold it if it is open, else bring it back."""
        self.set_collapsed(collapsed=not self._is_collapsed)
        self.collapsed_changed.emit(self._is_collapsed)

    def show_progress(self, progress: ThoughtProgress) -> None:
        """Show the running thought's seconds on the rail."""
        self._rail.show_progress(progress)
