"""Gathers a reply's pieces so that a fast model does not send one event for every token."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from itertools import groupby

from app.inference.engine import Emit
from app.inference.protocol import DrawnToken, RunDelta
from app.messages import ReplyPart, RunId, Text, Thinking, ToolCall

GATHER_S = 0.033
"""Pieces that come closer together than this travel as one event: what is read needs no more, and each event takes two
processes away from decoding."""
_QUICK, _GATHER_QUICK_S = 4, 0.05
"""Where so many tokens travel as one event nobody reads along, and the next takes more of them."""
GATHER_DRAWN_S = 0.066
"""The same for a run that is told what its tokens were drawn from: told one by one they take three times as long."""


class DeltaStream:
    """The outgoing text of one run: pieces in, `RunDelta` events out, few a second."""

    def __init__(self, emit: Emit, run: RunId, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._emit = emit
        self.run = run
        self._clock = clock
        self._raw: list[str] = []
        self._parts: list[ReplyPart] = []
        self._take_drawn: Callable[[], tuple[DrawnToken, ...]] = tuple
        self._gather_s = GATHER_S
        self._due_at = float("-inf")
        self._sent_tokens = 0
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

    @property
    def is_due(self) -> bool:
        """Whether the next piece is sent at once, with what has gathered."""
        return self._clock() >= self._due_at

    def tell_drawn(self, take: Callable[[], tuple[DrawnToken, ...]]) -> None:
        """Send beside the text what `take` returns of the tokens that were drawn since it was last called."""
        self._take_drawn, self._gather_s = take, GATHER_DRAWN_S

    def add(self, raw: str, parts: Iterable[ReplyPart], *, is_thinking: bool) -> None:
        """Take in a piece; sends what has gathered if it is time."""
        if raw:
            self._raw.append(raw)
        for part in parts:
            self._parts.append(part)
            self.calls += isinstance(part, ToolCall)
        self.is_thinking = is_thinking
        if self.is_due:
            self.flush()

    def flush(self) -> None:
        """Send what has gathered."""
        drawn = self._take_drawn()
        if not self._raw and not self._parts and not drawn:
            return
        tokens, before = self.thinking_tokens + self.answer_tokens, self._sent_tokens
        self._sent_tokens = tokens
        self._due_at = self._clock() + max(self._gather_s, _GATHER_QUICK_S if tokens - before >= _QUICK else 0.0)
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
                drawn,
            )
        )
        self._raw.clear()
        self._parts.clear()
