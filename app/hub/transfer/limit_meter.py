"""What the connections of one file have of the bandwidth that all downloads share, and how long they wait for it."""

from __future__ import annotations

import threading
import time

from app.cancellation import StopSignal
from app.hub.connection.bandwidth import BandwidthLimit


class LimitMeter:
    """Passes on to the limit that all downloads share, and keeps the time. Any thread may call."""

    def __init__(self, limit: BandwidthLimit) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._taken_bytes = 0
        self.waited_s = 0.0

    def others_bytes(self) -> int:
        """Return how much other downloads have received."""
        return self._limit.taken_bytes - self._taken_bytes

    def take(self, size_bytes: int, stop: StopSignal) -> None:
        """Wait until this much, just received, is within the limit; raises `Cancelled`."""
        began_at = time.monotonic()
        self._limit.take(size_bytes, stop)
        waited_s = time.monotonic() - began_at
        with self._lock:
            self.waited_s += waited_s
            self._taken_bytes += size_bytes
