"""What a session is given to work with tools: who offers them and carries calls out, and what a person decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.history.records import ToolDecision
from app.messages import ToolCall, ToolResult, ToolSpec
from app.tools.built_in.built_in_tool import CallProgress


@dataclass(frozen=True, slots=True)
class Allowed:
    """The call may go, with these arguments (JSON) if they are others than the model's."""

    arguments: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """It may not; `word` is what the person says to the model."""

    word: str = ""


Decision = Allowed | Refused


class ToolRunner(Protocol):
    """Offers tools and carries out calls of them. All methods are called on the session's thread, and wait for nothing.

    A result is what the tool said, as text, or with `is_error` why it said nothing.
    """

    def specs(self, conversation_id: int | None) -> tuple[ToolSpec, ...]:
        """Return the tools that a conversation offers, or with `None` the next new one."""

    def decision_on(self, conversation_id: int, call: ToolCall) -> ToolDecision:
        """Return whether a call of an offered tool may go by itself, must be asked for, or is refused."""

    def start(
        self,
        call: ToolCall,
        on_done: Callable[[ToolResult], None],
        *,
        question: str,
        on_progress: Callable[[CallProgress], None],
    ) -> Callable[[], None]:
        """Begin to carry a call out; `on_done` is to be called once, on the session's thread, perhaps at once.

        `question` is what the person has asked. Returns what gives the call up.
        """


class NoTools:
    """Offers nothing."""

    def specs(self, conversation_id: int | None) -> tuple[ToolSpec, ...]:
        """Return none."""
        return ()

    def decision_on(self, conversation_id: int, call: ToolCall) -> ToolDecision:
        """Refuse: nothing was offered."""
        return ToolDecision.REFUSED

    def start(
        self,
        call: ToolCall,
        on_done: Callable[[ToolResult], None],
        *,
        question: str,
        on_progress: Callable[[CallProgress], None],
    ) -> Callable[[], None]:
        """Say that nothing can be done."""
        on_done(ToolResult(call.call_id, "There are no tools.", is_error=True))
        return lambda: None
