"""Steers a running thought: ends it at its budget or on request, keeps room for the answer, puts in a nudge.

Everything is done by forcing tokens into the stream in the decode loop: nothing is read again, the cache stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.inference.loop_guard import LoopGuard
from app.inference.protocol import ThinkingEnd

RESERVE_SHARE = 0.25
LEAST_RESERVE = 256
_MOST_RESERVE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class SteeringOrders:
    """What the person may order while a thought runs, looked at before every token."""

    is_answer_wanted: Callable[[], bool]
    take_nudge: Callable[[], Sequence[int]]
    """Returns the tokens of a hint to put into the thought, once; empty if there is none."""
    on_loop: Callable[[], None]
    """Called once when the thought goes round in circles."""


class ThoughtSteering:
    """Decides which tokens to force, for one reply.

    `room` is what is left of the context after the prompt, in tokens; `budget` bounds the thought, `None` leaves it to
    the room. `close` are the tokens that end a thought; without them nothing can be ended.
    """

    def __init__(
        self, *, close: tuple[int, ...], room: int, budget: int | None, ends_loops: bool, orders: SteeringOrders
    ) -> None:
        self._close = close
        self._orders = orders
        self._ends_loops = ends_loops
        most = max(0, room - answer_reserve(room) - len(close))
        self._budget = most if budget is None else min(budget, most)
        self._guard = LoopGuard()
        self._was_loop_told = False
        self.ended: ThinkingEnd | None = None
        """What this ended the thought with, if it did."""

    def note(self, token: int) -> None:
        """Take note of a sampled token of the thought."""
        self._guard.add(token)

    def tokens_to_force(self, thinking_tokens: int) -> Sequence[int]:
        """Return what to force now, while the thought runs and no character is cut; mostly nothing."""
        if self.ended is not None or not self._close:
            return ()
        if self._orders.is_answer_wanted():
            return self._end(ThinkingEnd.ANSWER_NOW)
        if thinking_tokens >= self._budget:
            return self._end(ThinkingEnd.BUDGET)
        if self._guard.is_looping:
            if self._ends_loops:
                return self._end(ThinkingEnd.LOOP)
            if not self._was_loop_told:
                self._was_loop_told = True
                self._orders.on_loop()
        nudge = self._orders.take_nudge()
        if nudge:
            self._guard.reset()
            self._was_loop_told = False
        return nudge

    def _end(self, reason: ThinkingEnd) -> Sequence[int]:
        self.ended = reason
        return self._close


def answer_reserve(room: int) -> int:
    """Return how many of `room` tokens are kept for the answer: a quarter, at least 256, at most half."""
    return min(max(LEAST_RESERVE, int(room * RESERVE_SHARE)), int(room * _MOST_RESERVE_SHARE))
