"""How fast bytes arrive, and how long the rest will take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_WINDOW_S = 8.0
_STEP_S = 0.2
_LEAST_S = 0.5


class TransferRate:
    """The speed over the last seconds; jumps (a part that was there already) count for nothing."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()

    def restart(self) -> None:
        """Forget what was: the transfer was interrupted or begins."""
        self._marks.clear()

    def note(self, received_bytes: int) -> None:
        """Tell how much has arrived by now."""
        now = self._clock()
        if self._marks and received_bytes < self._marks[-1][1]:
            self._marks.clear()
        if not self._marks or now - self._marks[-1][0] >= _STEP_S:
            self._marks.append((now, received_bytes))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_S:
            self._marks.popleft()

    @property
    def bytes_per_s(self) -> float | None:
        """The speed; `None` while too little is known."""
        if len(self._marks) < 2:
            return None
        (start, first), (end, last) = self._marks[0], self._marks[-1]
        return (last - first) / (end - start) if end - start >= _LEAST_S else None

    def seconds_left(self, missing_bytes: int) -> float | None:
        """How long the rest will take at this speed; `None` while nobody can say."""
        speed = self.bytes_per_s
        return missing_bytes / speed if speed else None
