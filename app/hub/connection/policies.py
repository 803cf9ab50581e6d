"""How patient downloads are: what is tried again after which wait, and when a file gets several connections."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass

from app.cancellation import StopSignal


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Waits double from `first_s` to `longest_s`, each a little by chance; `attempts` failures in a row are the end.

    Bytes that arrive in between begin a new row.
    """

    attempts: int = 8
    first_s: float = 1.0
    longest_s: float = 60.0

    def wait_s(self, failures: int, *, asked_s: float | None) -> float:
        """Return the wait after this many failures in a row, at least what the server asked for."""
        wait_s = min(self.longest_s, self.first_s * 2.0 ** min(failures - 1, 16)) * random.uniform(0.75, 1.25)
        return max(wait_s, asked_s or 0.0)


_MIB = 1024**2


@dataclass(frozen=True, slots=True)
class RangePolicy:
    """The defaults are for people's lines. A file begins with one connection, whose speed is taken over `settle_s`."""

    most_connections: int = 4
    least_file_bytes: int = 64 * _MIB
    least_missing_bytes: int = 24 * _MIB
    """Below this the end is nearer than what further connections could win."""
    segment_bytes: int = 32 * _MIB
    """What one request of a further connection asks for; so much lies on the disk twice, for a moment."""
    least_split_bytes: int = 2 * _MIB
    """A segment that is under way is not divided into smaller ones; more than what is read at once."""
    settle_s: float = 0.8
    pause_s: float = 30.0
    """After a refusal; doubled each time."""
    fast_enough_bytes_per_s: float = 300e6
    """Above this the disk and the hash are the limit, not the connection."""


# A limit on how much all downloads together may fetch per second.

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
