"""How many connections a file is worth: one that is fast enough, else as many as are allowed and let in."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.hub.connection.policies import RangePolicy

_LONGEST_PAUSE_S = 600.0


class ConnectionCount:
    """`wanted` is 1 until that has proved to be slow. One per file; kept over its attempts, one thread only.

    A server that refuses a further connection gets half as many, and after a pause is tried once more.
    """

    def __init__(self, policy: RangePolicy, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._policy = policy
        self._clock = clock
        self._pause_s = policy.pause_s
        self._not_before = 0.0
        self.wanted = 1
        self._from: tuple[float, int] | None = None

    def restart(self) -> None:
        """Begin again with one connection; what was learned about the server stays."""
        self.wanted = 1
        self._from = None

    def note(self, received_bytes: int, *, missing_bytes: int) -> None:
        """Tell how much arrived in all and is still to come."""
        now = self._clock()
        if self._from is None:
            self._from = (now, received_bytes)
        took_s, came_bytes = now - self._from[0], received_bytes - self._from[1]
        if self.wanted > 1 or took_s < self._policy.settle_s or now < self._not_before:
            return
        self._from = (now, received_bytes)
        if (
            came_bytes < self._policy.fast_enough_bytes_per_s * took_s
            and missing_bytes >= self._policy.least_missing_bytes
        ):
            self.wanted = self._policy.most_connections

    def refused(self, *, asked_s: float | None = None) -> None:
        """A further connection was not let in, or the server does not want to be asked for pieces."""
        self.wanted = max(1, self.wanted // 2)
        self._not_before = self._clock() + max(self._pause_s, asked_s or 0.0)
        self._pause_s = min(_LONGEST_PAUSE_S, self._pause_s * 2)
        self._from = None
