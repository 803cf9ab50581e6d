"""How many connections a file is worth: tried, measured, kept or taken back."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.hub.connection.range_policy import RangePolicy

_SHARE_OF_WAITING = 0.8
_LONGEST_PAUSE_S = 600.0


class ConnectionCount:
    """`wanted` is 1 until more have proved to be faster. One per file; kept over its attempts, one thread only.

    Doubles from one to `most_connections`; each step must raise the speed by `least_gain`, otherwise it is taken back
    and the next trial waits. What is only taken away from other downloads is no gain. What the bandwidth limit holds
    back is no reason for a trial, and ends several.
    """

    def __init__(self, policy: RangePolicy, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._policy = policy
        self._clock = clock
        self.wanted = 1
        self._kept = 1
        self._speed_bytes_per_s = 0.0
        self._speed_of_others = 0.0
        self._pause_s = policy.pause_s
        self._next_trial_at = 0.0
        self._window_s = policy.window_s
        self._began_at = clock()
        self._from: tuple[float, int, int, float] | None = None

    def restart(self) -> None:
        """Begin again with one connection; what was learned about the server stays."""
        self.wanted = self._kept = 1
        self._begin_window()

    def is_trying(self) -> bool:
        """Whether connections were added that have not proved themselves."""
        return self.wanted > self._kept

    def note(self, received_bytes: int, *, missing_bytes: int, waited_s: float = 0.0, others_bytes: int = 0) -> None:
        """Tell how much arrived in all and is still to come, how long connections waited for the limit, and how much
        other downloads received."""
        now = self._clock()
        if self._from is None:
            if now - self._began_at >= self._policy.settle_s:
                self._from = (now, received_bytes, others_bytes, waited_s)
            return
        began_at, bytes_then, others_then, waited_then = self._from
        took_s = now - began_at
        if took_s < self._window_s:
            return
        speed = (received_bytes - bytes_then) / took_s
        is_limited = waited_s - waited_then > _SHARE_OF_WAITING * took_s * self.wanted
        seconds_left = missing_bytes / speed if speed > 0 else 0.0
        longest_s = max(self._policy.window_s, self._policy.longest_window_s)
        self._window_s = min(longest_s, max(self._policy.window_s, seconds_left / 20))
        self._judge(speed, (others_bytes - others_then) / took_s, is_limited=is_limited, missing_bytes=missing_bytes)

    def refused(self, *, asked_s: float | None = None) -> None:
        """A further connection was not let in, or the server does not want to be asked for pieces."""
        self._take_back(max(1, self.wanted // 2), asked_s or 0.0)

    def _judge(self, speed: float, speed_of_others: float, *, is_limited: bool, missing_bytes: int) -> None:
        if is_limited:
            self.wanted = self._kept = 1
            self._begin_window()
        elif self.is_trying() and not self._has_gained(speed, speed_of_others):
            self._take_back(self._kept)
        else:
            if self.is_trying():
                self._pause_s = self._policy.pause_s
            self._kept = self.wanted
            self._speed_bytes_per_s, self._speed_of_others = speed, speed_of_others
            if self._may_try(speed, missing_bytes):
                self.wanted = min(self._policy.most_connections, self._kept * 2)
            self._begin_window()

    def _has_gained(self, speed: float, speed_of_others: float) -> bool:
        gain = speed - self._speed_bytes_per_s
        lost_by_others = max(0.0, self._speed_of_others - speed_of_others)
        return speed >= self._policy.least_gain * self._speed_bytes_per_s and lost_by_others <= max(0.0, gain) / 2

    def _may_try(self, speed: float, missing_bytes: int) -> bool:
        return (
            self._kept < self._policy.most_connections
            and speed < self._policy.fast_enough_bytes_per_s
            and missing_bytes >= self._policy.least_missing_bytes
            and self._clock() >= self._next_trial_at
        )

    def _take_back(self, count: int, asked_s: float = 0.0) -> None:
        self.wanted = self._kept = count
        self._next_trial_at = self._clock() + max(self._pause_s, asked_s)
        self._pause_s = min(_LONGEST_PAUSE_S, self._pause_s * 2)
        self._begin_window()

    def _begin_window(self) -> None:
        self._began_at = self._clock()
        self._from = None
