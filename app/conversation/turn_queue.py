"""The turns that are not over: one at work, the others waiting for it."""

from __future__ import annotations

from collections import deque

from app.conversation.turn import Turn
from app.messages import RunId


class TurnQueue:
    """First come, first served; at most one turn runs."""

    def __init__(self) -> None:
        self.running: Turn | None = None
        self._waiting: deque[Turn] = deque()

    @property
    def waiting(self) -> tuple[Turn, ...]:
        """The waiting turns, first come first."""
        return tuple(self._waiting)

    def add(self, turn: Turn) -> None:
        """Let a turn wait."""
        self._waiting.append(turn)

    def start_next(self) -> Turn | None:
        """Make the first waiting turn the running one; `None` while one runs or none waits."""
        if self.running is not None or not self._waiting:
            return None
        self.running = self._waiting.popleft()
        return self.running

    def running_as(self, run: RunId) -> Turn | None:
        """Return the running turn if this run writes it: reports of others come too late."""
        return self.running if self.running is not None and self.running.run == run else None

    def take_out(self, turn_id: int) -> Turn | None:
        """Take a waiting turn out; `None` if it does not wait."""
        for turn in self._waiting:
            if turn.id == turn_id:
                self._waiting.remove(turn)
                return turn
        return None

    def take_all_out(self) -> tuple[Turn, ...]:
        """Take all waiting turns out."""
        turns = self.waiting
        self._waiting.clear()
        return turns

    def of(self, conversation_id: int) -> tuple[Turn, ...]:
        """Return the running and waiting turns of a conversation."""
        return tuple(turn for turn in self._all() if turn.conversation_id == conversation_id)

    def with_reply(self, reply_id: int) -> Turn | None:
        """Return the running or waiting turn that writes this reply."""
        return next((turn for turn in self._all() if turn.reply_id == reply_id), None)

    def _all(self) -> tuple[Turn, ...]:
        return ((self.running,) if self.running is not None else ()) + tuple(self._waiting)
