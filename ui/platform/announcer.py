"""Says things to the person through a screen reader, without moving the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.announcement import announce


class Announcer(QObject):
    """Speaks politely: what is being read out is finished first.

    Signals:
        announced(str): this was said.
    """

    announced = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window

    def say(self, text: str) -> None:
        """Say a few words now."""
        announce(self._window, text)
        self.announced.emit(text)
