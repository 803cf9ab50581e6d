"""Waits as long as the Hub asked, and then lets a search be asked again by itself."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.hub.connection.errors import TooManyRequests
from ui.widgets.timers import every

_MOST_IN_A_ROW = 5
_TICK_MS = 250
_LEAST_S = 1.0


class SearchRetry(QObject):
    """Counts down; any new wish, and a dismissed notice, end the wait.

    Signals:
        left_changed(int): so many seconds are left, the last few included.
        due(): the wait is over.
    """

    left_changed = Signal(int)
    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ends_at = 0.0
        self._left_s = 0
        self._in_a_row = 0
        self._timer = every(self, _TICK_MS, self._look)

    def wait_for(self, error: UserError) -> int | None:
        """Begin to wait if that is what the error asks for; return the seconds, or `None` if there is none to wait."""
        if not isinstance(error, TooManyRequests) or error.retry_after_s is None or self._in_a_row >= _MOST_IN_A_ROW:
            return None
        self._in_a_row += 1
        wait_s = max(_LEAST_S, error.retry_after_s)
        self._ends_at = time.monotonic() + wait_s
        self._left_s = math.ceil(wait_s)
        self._timer.start()
        return self._left_s

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()

    def forget(self) -> None:
        """An answer came: the next refusal is the first again."""
        self.stop()
        self._in_a_row = 0

    def _look(self) -> None:
        left_s = math.ceil(self._ends_at - time.monotonic())
        if left_s <= 0:
            self._timer.stop()
            self.due.emit()
        elif left_s != self._left_s:
            self._left_s = left_s
            self.left_changed.emit(left_s)
