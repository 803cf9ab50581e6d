"""Gathers a reply's pieces so that a fast model does not send one event for every token."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from itertools import groupby

from app.inference.engine import Emit
from app.inference.protocol import DrawnToken, RunDelta
from app.messages import ReplyPart, RunId, Text, Thinking, ToolCall

GATHER_S = 0.015
"""Pieces that come closer together than this travel as one event."""


class DeltaStream:
    """The outgoing text of one run: pieces in, `RunDelta` events out, at most one every `GATHER_S`."""

    def __init__(self, emit: Emit, run: RunId, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._emit = emit
        self.run = run
        self._clock = clock
        self._raw: list[str] = []
        self._parts: list[ReplyPart] = []
        self._drawn: list[DrawnToken] = []
        self._sent_at = float("-inf")
        self._thinking: list[str] = []
        self._answer: list[str] = []
        self.calls = 0
        """How many calls of tools have come."""
        self.thinking_tokens = 0
        self.answer_tokens = 0
        self.is_thinking = False

    @property
    def thinking(self) -> str:
        """The thought as far as it has been sent."""
        return "".join(self._thinking)

    @property
    def answer(self) -> str:
        """The answer as far as it has been sent."""
        return "".join(self._answer)

    def add(self, raw: str, parts: Iterable[ReplyPart], *, is_thinking: bool) -> None:
        """Take in a piece; sends what has gathered if it is time. Empty pieces count for the timing only."""
        if raw:
            self._raw.append(raw)
        parts = tuple(parts)
        self._parts.extend(parts)
        self.calls += sum(isinstance(part, ToolCall) for part in parts)
        self.is_thinking = is_thinking
        if self._clock() - self._sent_at >= GATHER_S:
            self.flush()

    def tell(self, drawn: DrawnToken) -> None:
        """Take in what the model said of a token; it goes with the next piece."""
        self._drawn.append(drawn)

    def flush(self) -> None:
        """Send what has gathered."""
        self._sent_at = self._clock()
        if not self._raw and not self._parts and not self._drawn:
            return
        parts: list[ReplyPart] = []
        for kind, group in groupby(self._parts, key=type):
            if kind is ToolCall:
                parts.extend(group)
                continue
            text = "".join([part.text for part in group if not isinstance(part, ToolCall)])
            (self._thinking if kind is Thinking else self._answer).append(text)
            parts.append(Thinking(text) if kind is Thinking else Text(text))
        self._emit(
            RunDelta(
                self.run,
                "".join(self._raw),
                tuple(parts),
                self.thinking_tokens,
                self.answer_tokens,
                self.is_thinking,
                tuple(self._drawn),
            )
        )
        self._raw.clear()
        self._drawn.clear()
        self._parts.clear()
