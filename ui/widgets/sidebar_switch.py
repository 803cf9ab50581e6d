"""The button that shows or hides the list of conversations, on every page that may stand beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from ui.theme.icons import IconName, give_icon
from ui.widgets.key_tip import KeyTip


class SidebarSwitch(QToolButton):
    """Its `clicked` is for whoever arranges the window to hear."""

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("Show or hide the conversations")
        KeyTip(self, words, action="sidebar")
        self.setAccessibleName(words)
        give_icon(self, IconName.SIDEBAR)
