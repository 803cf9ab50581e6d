"""What it costs to decode several tokens at once, compared with one, on this machine at this moment."""

from __future__ import annotations

from collections import deque

_GUESSED_SLOPE = 0.12
"""Before anything is measured: each further token costs this much of a single one. Low, so that it is tried."""
_FADE_AFTER = 256
_FADE = 0.7
"""A cost not measured for a while falls towards nothing, so that it is tried again: machines change their load."""
_RECENT_SINGLE = 16
_RECENT = 5


class DecodeCosts:
    """Fed with the time of each decode; `ratio(size)` is that of `size` tokens ÷ that of one, at least 1.

    The shortest of the latest times counts: other programs only ever add to them. Sizes between measured ones are
    interpolated; larger ones go on with the slope of the largest measured.
    """

    def __init__(self) -> None:
        self._singles: deque[float] = deque(maxlen=_RECENT_SINGLE)
        self._times: dict[int, deque[float]] = {}
        self._ratios: dict[int, float] = {}
        self._measured_at: dict[int, int] = {}
        self._decodes = 0

    @property
    def single_s(self) -> float | None:
        """How long one token takes, `None` while unknown."""
        return min(self._singles) if self._singles else None

    def record(self, size: int, seconds: float) -> None:
        """Take note of a decode of `size` tokens."""
        self._decodes += 1
        if size == 1:
            self._singles.append(seconds)
            return
        times = self._times.get(size)
        if times is None:
            # The first decode of a size pays for planning its graph; it tells nothing about the next.
            self._times[size] = deque(maxlen=_RECENT)
            return
        if size in self._measured_at and self._decodes - self._measured_at[size] > _FADE_AFTER:
            times.clear()
        times.append(seconds)
        if single_s := self.single_s:
            self._ratios[size] = max(1.0, min(times) / single_s)
            self._measured_at[size] = self._decodes

    def ratio(self, size: int) -> float:
        """Return what `size` tokens at once cost, in single ones."""
        if size <= 1:
            return 1.0
        below, above = 1, 0
        for known in self._ratios:
            if known == size:
                return self._current(size)
            if below < known < size:
                below = known
            elif known > size and (not above or known < above):
                above = known
        low = self._current(below) if below > 1 else 1.0
        if above:
            return low + (self._current(above) - low) * (size - below) / (above - below)
        slope = (low - 1.0) / (below - 1) if below > 1 else _GUESSED_SLOPE
        return low + slope * (size - below)

    def _current(self, size: int) -> float:
        idle = self._decodes - self._measured_at[size]
        known = self._ratios[size]
        return known if idle < _FADE_AFTER else 1.0 + (known - 1.0) * _FADE ** (idle // _FADE_AFTER)
