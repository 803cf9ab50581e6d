"""Steers a running thought: ends it at its budget or on request, keeps room for the answer, puts in a nudge.

Everything is done by forcing tokens into the stream in the decode loop: nothing is read again, the cache stays.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.inference.loop_guard import LEAST_ANSWER_TOKENS, LoopGuard
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
    on_thought_loop: Callable[[], None]
    """Called once when the thought goes round in circles."""
    on_answer_loop: Callable[[], None]
    """Called once when the answer does."""


@dataclass(frozen=True, slots=True)
class ThoughtLimits:
    """What bounds a thought."""

    room: int
    """What is left of the context after the prompt, in tokens."""
    tokens: int | None = None
    seconds: float | None = None
    reserve_share: float = RESERVE_SHARE
    """How much of the room is kept for the answer."""
    ends_loops: bool = False


class ThoughtSteering:
    """Decides which tokens to force, for one reply.

    `close` returns the tokens that end a thought, once there is one; without any nothing can be ended.
    """

    def __init__(
        self,
        *,
        close: Callable[[], tuple[int, ...]],
        limits: ThoughtLimits,
        orders: SteeringOrders,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._close = close
        self._orders = orders
        self._limits = limits
        self._clock = clock
        self._began: float | None = None
        most = max(0, limits.room - answer_reserve(limits.room, share=limits.reserve_share))
        self._most = most
        self._budget = most if limits.tokens is None else min(limits.tokens, most)
        self._guard = LoopGuard()
        self._was_loop_told = False
        self._answer_guard: LoopGuard | None = LoopGuard(least_tokens=LEAST_ANSWER_TOKENS)
        """Until it has told of a loop."""
        self._has_asked = False
        self.ended: ThinkingEnd | None = None
        """What this ended the thought with, if it did."""
        self.is_closing = False
        """Whether the thought at hand has been told to end: what is forced now closes it."""

    def note(self, token: int) -> None:
        """Take note of a sampled token of the thought."""
        self._guard.add(token)

    def note_answer(self, token: int) -> None:
        """Take note of a sampled token of the answer, which nothing is forced into: whoever asked may stop it."""
        if self._answer_guard is not None:
            self._answer_guard.add(token)
            if self._answer_guard.is_looping:
                self._answer_guard = None
                self._orders.on_answer_loop()

    def begin_thought(self) -> None:
        """Note that a thought begins, perhaps another one after what was closed: the bounds hold for all together."""
        self.is_closing = False

    def allows_none_after(self, thinking_tokens: int) -> bool:
        """Whether the budget that was asked for is spent, so that a thought that begins now is ended at once."""
        return self._limits.tokens is not None and thinking_tokens >= self._limits.tokens and bool(self._close())

    def tokens_to_force(self, thinking_tokens: int) -> Sequence[int]:
        """Return what to force now, while the thought runs and no character is cut; mostly nothing."""
        if self.is_closing or not (close := self._close()):
            return ()
        if self._orders.is_answer_wanted():
            return self._end(ThinkingEnd.ANSWER_NOW)
        if thinking_tokens >= min(self._budget, self._most - len(close)) or self._is_time_up():
            return self._end(ThinkingEnd.BUDGET)
        if self._guard.is_looping:
            if self._limits.ends_loops:
                return self._end(ThinkingEnd.LOOP)
            if not self._was_loop_told:
                self._was_loop_told = True
                self._orders.on_thought_loop()
        nudge = self._orders.take_nudge()
        if nudge:
            self._guard.reset()
            self._was_loop_told = False
        return nudge

    def answer_instead(self) -> Sequence[int]:
        """Return what to force where the model ends its reply in mid-thought: once the answer is asked for."""
        if self._has_asked or self.is_closing:
            return ()
        self._has_asked = True
        return self._end(ThinkingEnd.MODEL)

    def _end(self, reason: ThinkingEnd) -> Sequence[int]:
        self.ended = reason
        self.is_closing = True
        return self._close()

    def _is_time_up(self) -> bool:
        if self._limits.seconds is None:
            return False
        now = self._clock()
        if self._began is None:
            self._began = now
        return now - self._began >= self._limits.seconds


def answer_reserve(room: int, *, share: float = RESERVE_SHARE) -> int:
    """Return how many of `room` tokens are kept for the answer: its share, at least 256, at most half."""
    return min(max(LEAST_RESERVE, int(room * share)), int(room * _MOST_RESERVE_SHARE))
