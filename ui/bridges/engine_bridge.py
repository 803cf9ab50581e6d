"""Brings the engine's events from the client's reader thread to the window's thread, at most thirty times a second.

Where showing them takes long, less often: a model that computes on the same cores is slowed down by every paint.
"""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.inference.protocol import Event

_INTERVAL_S = 1 / 30
_LONGEST_S = 1 / 10
_SHARE = 0.03
"""Of one core, for showing text as it comes: threads that compute on all cores wait for the one that is taken away."""


class EngineBridge(QObject):
    """Gathers events; an event after a pause is passed on at once, a stream of them in bundles.

    Signals:
        received(tuple[Event, ...]): events in the order they came, on the thread of this object.
    """

    received = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: deque[Event] = deque()
        self._is_wake_on_its_way = False
        self._is_closed = False
        self._last_s = 0.0
        self._worked_s = time.thread_time()
        self._interval_s = _INTERVAL_S
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.drain)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    def post(self, event: Event) -> None:
        """Take an event; called on any thread."""
        self._events.append(event)
        if not self._is_wake_on_its_way:
            self._is_wake_on_its_way = True
            self._woken.emit()

    def drain(self) -> None:
        """Pass on what has come so far."""
        self._last_s = time.monotonic()
        # First the flag, then the events: one that arrives in between wakes us once too often, not once too seldom.
        self._is_wake_on_its_way = False
        self._learn_cost()
        bundle = tuple(self._events.popleft() for _ in range(len(self._events)))
        if bundle and not self._is_closed:
            self.received.emit(bundle)

    def close(self) -> None:
        """Pass on nothing more; whoever listened may be gone."""
        self._is_closed = True
        self._timer.stop()

    def _learn_cost(self) -> None:
        """Take note of what this thread has worked since the last time; what it did then was mostly painting that."""
        now = time.thread_time()
        wanted_s = (now - self._worked_s) / _SHARE
        self._worked_s = now
        self._interval_s += 0.2 * (min(_LONGEST_S, max(_INTERVAL_S, wanted_s)) - self._interval_s)

    def _wake(self) -> None:
        wait_s = self._last_s + self._interval_s - time.monotonic()
        if wait_s <= 0:
            self.drain()
        else:
            self._timer.start(max(1, round(wait_s * 1000)))
