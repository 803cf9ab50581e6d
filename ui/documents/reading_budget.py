"""How long a document may keep the window busy before events are looked at again."""

from __future__ import annotations

import time
from collections.abc import Callable

_TURN_S = 0.012
"""For everything that is asked between two turns: Qt asks for heights and sizes again and again."""
_LEAST_S = 0.001
_FORGOTTEN_AFTER_S = 0.1


class ReadingBudget:
    """Shared by all calls in one turn of the event loop; `next_turn` says that a new one has begun."""

    def __init__(self) -> None:
        self._left_s = _TURN_S
        self._asked_s = 0.0

    def next_turn(self, seconds: float = _TURN_S) -> None:
        """Other events have been looked at."""
        self._left_s = seconds

    def over(self) -> Callable[[], bool]:
        """Return a question that is answered with yes when what is left has been used."""
        begin = time.perf_counter()
        if begin - self._asked_s > _FORGOTTEN_AFTER_S:
            self._left_s = _TURN_S
        self._asked_s = begin
        end = begin + max(self._left_s, _LEAST_S)

        def is_over() -> bool:
            now = time.perf_counter()
            self._left_s = end - now
            return now >= end

        return is_over
