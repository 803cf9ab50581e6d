"""Puts the steps of another app's reply together, part by part, as the export tells them."""

from __future__ import annotations

from collections import defaultdict, deque

from app.history.exchange.foreign_tree import called, with_result
from app.history.records import ModelStep, Step, ToolStep, joined


class ReplyParts:
    """The parts of a reply in their order: what was thought and said, calls, and what came of them."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._thoughts: list[str] = []
        self._said: list[str] = []
        self._waiting: defaultdict[str, deque[int]] = defaultdict(deque)
        """Where the calls stand that nothing has come of yet, by their ids."""

    def think(self, text: str) -> None:
        """Add a thought; one after an answer begins a new step."""
        if text.strip():
            if self._said:
                self._end_step()
            self._thoughts.append(text.strip())

    def say(self, text: str) -> None:
        """Add to the answer."""
        if text.strip():
            self._said.append(text.strip())

    def call(self, call_id: str, name: str, arguments: str) -> None:
        """Add a call of a tool."""
        self._end_step()
        self._waiting[call_id].append(len(self._steps))
        self._steps.append(called(call_id, name, arguments))

    def tell(self, call_id: str, content: str, *, is_error: bool = False) -> bool:
        """Tell what came of a call; return whether there is one that waits for it."""
        if not self._waiting[call_id]:
            return False
        place = self._waiting[call_id].popleft()
        call = self._steps[place]
        assert isinstance(call, ToolStep), "only calls wait"
        self._steps[place] = with_result(call, content, is_error=is_error)
        return True

    def steps(self) -> tuple[Step, ...]:
        """Return what has been added."""
        self._end_step()
        return tuple(self._steps)

    def _end_step(self) -> None:
        if self._thoughts or self._said:
            self._steps.append(ModelStep("", joined(self._thoughts), joined(self._said)))
            self._thoughts, self._said = [], []
