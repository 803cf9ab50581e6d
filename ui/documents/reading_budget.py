"""How long documents may keep the window busy before events are looked at again."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Iterator

_TURN_S = 0.012
"""For everything that is asked between two turns: Qt asks for heights and sizes again and again."""
_LEAST_S = 0.001
_FORGOTTEN_AFTER_S = 0.1

_all_end_s = math.inf
_next_turn_s = -math.inf


class ReadingBudget:
    """Shared by all calls in one turn of the event loop; `take_turn` begins a new one."""

    def __init__(self) -> None:
        self._left_s = _TURN_S
        self._asked_s = 0.0

    def take_turn(self, seconds: float) -> bool:
        """Begin a new turn: other events have been looked at. Refused right after another document's turn."""
        if time.perf_counter() < _next_turn_s:
            return False
        self._left_s = seconds
        return True

    def end_turn(self, air_s: float) -> None:
        """No document has a turn for so long now."""
        global _next_turn_s
        _next_turn_s = time.perf_counter() + air_s

    def over(self) -> Callable[[], bool]:
        """Return a question that is answered with yes when what is left has been used."""
        begin = time.perf_counter()
        if begin - self._asked_s > _FORGOTTEN_AFTER_S:
            self._left_s = _TURN_S
        self._asked_s = begin
        end = begin + max(min(self._left_s, _all_end_s - begin), _LEAST_S)

        def is_over() -> bool:
            now = time.perf_counter()
            self._left_s = end - now
            return now >= end

        return is_over


@contextlib.contextmanager
def reading_for(seconds: float) -> Iterator[None]:
    """Inside, all documents together read and lay out for so long, and each does its first step.

    For who builds many of them at once: each would take its own time otherwise. Inside another, the sooner end holds.
    """
    global _all_end_s
    outside, _all_end_s = _all_end_s, min(_all_end_s, time.perf_counter() + seconds)
    try:
        yield
    finally:
        _all_end_s = outside
