"""A tooltip that ends with the keys of an action, as they are now.

The window carries the keys of its actions as properties, so that a button finds them wherever it stands, and whenever
it is made, without knowing the actions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.widgets.tip_lines import tip_lines

LACK = "lack"
"""The property of a widget that says why it can do nothing now, in the place of what it does."""
_LOOKED_AT = frozenset({QEvent.Type.Show, QEvent.Type.ToolTip, QEvent.Type.FocusIn})


class KeyTip(QObject):
    """Keeps the tooltip of `widget`: `words`, and in brackets the first keys of the action of this name, if any."""

    def __init__(self, widget: QWidget, words: str, *, action: str, above: Callable[[], str] = lambda: "") -> None:
        """`above` returns a line that stands before the words, if there is one to read just now."""
        super().__init__(widget)
        self._widget = widget
        self._action = action
        self._above = above
        self.say(words)
        widget.installEventFilter(self)

    def say(self, words: str) -> None:
        """Say something else before the keys."""
        self._words = words
        self.refresh()

    def refresh(self) -> None:
        """Say the keys that the action has now."""
        keys = self._widget.window().property(_property(self._action))
        words = f"{self._words} ({keys})" if keys else self._words
        words = f"{self._above()}\n{words}".lstrip("\n")
        self._widget.setToolTip(tip_lines(str(self._widget.property(LACK) or words)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the keys before somebody reads them."""
        if event.type() in _LOOKED_AT:
            self.refresh()
        return False


def publish_keys(window: QWidget, keys: Mapping[str, str]) -> None:
    """Tell the tooltips in a window the keys of its actions, by the actions' names, as this system writes them."""
    for name, spoken in keys.items():
        window.setProperty(_property(name), spoken)
    for tip in window.findChildren(KeyTip):
        tip.refresh()


def _property(action: str) -> str:
    return f"keysOf_{action}"
