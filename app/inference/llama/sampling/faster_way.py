"""Learns which of two ways to the same end takes less time."""

from __future__ import annotations

from collections import deque

_TRIALS = 3
_OTHER_EVERY = 128
"""One time of so many goes the other way, which may have become faster."""


class FasterWay:
    """Which of two ways has taken less time lately."""

    def __init__(self) -> None:
        self._times: tuple[deque[float], deque[float]] = (deque(maxlen=_TRIALS), deque(maxlen=_TRIALS))
        self._taken = 0

    def next(self) -> int:
        """Return which way to go now, 0 or 1."""
        self._taken += 1
        for way, times in enumerate(self._times):
            if len(times) < _TRIALS:
                return way
        faster = int(min(self._times[1]) < min(self._times[0]))
        return faster if self._taken % _OTHER_EVERY else 1 - faster

    def note(self, way: int, seconds: float) -> None:
        """Take note of how long it took."""
        self._times[way].append(seconds)
