"""How many threads to decode with, learnt from how long tokens take.

llama.cpp's threads wait for each other hundreds of times a token, spinning. When another program takes one of the cores
away, every wait lasts until the scheduler gives it back: on two busy cores, two threads were measured at a twentieth of
the speed of one. So when tokens become slow, fewer threads are tried, and now and then more again.
"""

from __future__ import annotations

import statistics
import time
from collections import deque
from collections.abc import Callable

_RECENT = 6
_FIRST_TRIAL_AFTER = 3
_TRIAL_TOKENS = 3
_SLOW = 1.6
"""Recent tokens this many times slower than usual: something else wants the cores."""
_STARTLING = 4.0
"""A single token this many times slower than usual is reason enough."""
_CLEARLY_BETTER = 0.93
_HOPELESS = 2.5
"""A trial token this many times slower than usual ends the trial at once."""
_FIRST_PROBE_S = 2.0
_LAST_PROBE_S = 10.0


class ThreadTuner:
    """Chooses `threads` for the next token, at most `most`; feed it each token's time.

    At rest it stays at what it has found useful and costs nothing. It tries fewer once at the start and when tokens
    become slow, and after having gone down it tries more again, ever less often while that does not pay. What surely
    gains from all threads leaves out the trial at the start (`tries_first`).
    """

    def __init__(self, most: int, *, tries_first: bool = True, clock: Callable[[], float] = time.monotonic) -> None:
        steps = [most]
        while steps[-1] > 1:
            steps.append(steps[-1] // 2)
        self._steps = steps
        self._tries_first = tries_first
        self._clock = clock
        self._home = 0
        self._trial: int | None = None
        self._trial_times: list[float] = []
        self._recent: deque[float] = deque(maxlen=_RECENT)
        self._usual: float | None = None
        self._startled_by = 0.0
        self._seen = 0
        self._probe_s = _FIRST_PROBE_S
        self._probe_at = 0.0

    @property
    def threads(self) -> int:
        """How many threads the next token should use."""
        return self._steps[self._home if self._trial is None else self._trial]

    def record(self, seconds: float) -> None:
        """Take note of how long a token took with `threads`."""
        if len(self._steps) == 1:
            return
        if self._trial is not None:
            self._judge_trial(seconds)
            return
        self._seen += 1
        self._recent.append(seconds)
        is_usual = self._usual is not None and self._usual <= seconds <= _SLOW * self._usual
        if is_usual and self._home == 0 and self._seen > _FIRST_TRIAL_AFTER:
            return
        now = statistics.median(self._recent)
        if self._usual is not None:
            is_startled = seconds > _STARTLING * self._usual
            if is_startled or (len(self._recent) == _RECENT and now > _SLOW * self._usual):
                self._usual = now
                self._startled_by = seconds if is_startled else now
                self._try(self._home + 1)
            elif len(self._recent) == _RECENT:
                self._usual = min(self._usual, now) if self._home == 0 else now
        if self._seen == _FIRST_TRIAL_AFTER and self._trial is None and (self._tries_first or self._home > 0):
            self._usual = self._startled_by = now
            self._try(self._home + 1)
        elif self._home > 0 and self._trial is None and self._clock() >= self._probe_at:
            self._try(self._home - 1)

    def _try(self, step: int) -> None:
        if step < len(self._steps):
            self._trial = step
            self._trial_times.clear()

    def _judge_trial(self, seconds: float) -> None:
        assert self._trial is not None
        usual = self._startled_by if self._trial > self._home else statistics.median(self._recent)
        self._trial_times.append(seconds)
        is_hopeless = seconds > _HOPELESS * usual
        if len(self._trial_times) < _TRIAL_TOKENS and not is_hopeless:
            return
        # The first token of a trial pays for the change and is left out.
        found = statistics.median(self._trial_times[1:] or self._trial_times)
        if not is_hopeless and found < _CLEARLY_BETTER * usual:
            if self._trial > self._home:
                self._seen = 0  # fewer helped: after a few tokens, try fewer still
            self._home = self._trial
            self._recent.clear()
            self._recent.append(found)
            self._usual = found
            self._probe_s = _FIRST_PROBE_S
        elif self._trial < self._home:
            self._probe_s = min(2 * self._probe_s, _LAST_PROBE_S)
        self._trial = None
        self._probe_at = self._clock() + self._probe_s
