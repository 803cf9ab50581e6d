"""What the engine of the chosen model cannot do greys out whatever needs it, with the reason as its tooltip.

The window carries the reasons as properties, so that a button finds them wherever it stands, and whenever it is made.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.widgets.key_tip import LACK
from ui.widgets.tip_lines import tip_lines

_LOOKED_AT = frozenset({QEvent.Type.Show, QEvent.Type.EnabledChange})


class Need(enum.StrEnum):
    """What a part of the window needs an engine to do."""

    ENDS_THOUGHTS = "ends_thoughts"
    NUDGES = "nudges"
    PREFILLS = "prefills"
    TOOLS = "tools"


class Needs(QObject):
    """Keeps `widget` disabled while what it needs is lacking; who else enables it waits until then."""

    def __init__(self, widget: QWidget, need: Need) -> None:
        super().__init__(widget)
        self._widget = widget
        self._need = need
        self._words = ""
        widget.installEventFilter(self)
        self.refresh()

    def refresh(self) -> None:
        """Look at what is lacking now."""
        reason = lack_of(self._widget, self._need)
        is_greyed = bool(self._widget.property(LACK))
        if reason:
            if not is_greyed:
                self._words = self._widget.toolTip()
            self._widget.setProperty(LACK, reason)
            self._widget.setToolTip(tip_lines(reason))
            if self._widget.isEnabled():
                self._widget.setEnabled(False)
        elif is_greyed:
            self._widget.setProperty(LACK, "")
            self._widget.setToolTip(self._words)
            self._widget.setEnabled(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when it is shown, or enabled by somebody."""
        if event.type() in _LOOKED_AT:
            self.refresh()
        return False


def lack_of(widget: QWidget, need: Need) -> str:
    """Return why there is none of this now; empty if there is."""
    return str(widget.window().property(f"lacks_{need}") or "")


def publish_lacks(window: QWidget, reasons: Mapping[Need, str]) -> None:
    """Tell everything in a window what is lacking now, and why."""
    for need in Need:
        window.setProperty(f"lacks_{need}", reasons.get(need, ""))
    for part in window.findChildren(Needs):
        part.refresh()
