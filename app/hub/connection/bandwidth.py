"""A limit on how much all downloads together may fetch per second."""

from __future__ import annotations

import threading
import time

from app.cancellation import StopSignal

_LONGEST_SLEEP_S = 0.5


class BandwidthLimit:
    """Makes its callers wait so that together they stay below `bytes_per_s`; 0 is no limit. Any thread may call."""

    def __init__(self, bytes_per_s: int = 0) -> None:
        self._lock = threading.Lock()
        self._bytes_per_s = bytes_per_s
        self._free_at = 0.0

    def change(self, bytes_per_s: int) -> None:
        """Use another limit from now on."""
        with self._lock:
            self._bytes_per_s = max(0, bytes_per_s)
            self._free_at = 0.0

    def take(self, size_bytes: int, stop: StopSignal) -> None:
        """Wait until this much, just received, is within the limit; raises `Cancelled`."""
        with self._lock:
            if not self._bytes_per_s:
                return
            now = time.monotonic()
            self._free_at = max(now, self._free_at) + size_bytes / self._bytes_per_s
            free_at = self._free_at
        while (left_s := free_at - time.monotonic()) > 0:
            if not self._bytes_per_s:
                return
            stop.wait(min(left_s, _LONGEST_SLEEP_S))
