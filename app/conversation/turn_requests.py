"""From a turn, or a question that is being typed, to what the engine is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from app.conversation.preferences import SessionPreferences
from app.conversation.prompt import chat_messages
from app.conversation.thinking_levels import ThinkingLevels
from app.conversation.turn import Turn
from app.history.records import Message
from app.inference.protocol import ChatMessage, GenerationRequest, ModelInfo

_Number = TypeVar("_Number", int, float)


class TurnRequests:
    """Joins messages, the person's preferences and what is chosen about thinking in the conversation."""

    def __init__(self, *, preferences: Callable[[], SessionPreferences], thinking: ThinkingLevels) -> None:
        self._preferences = preferences
        self._thinking = thinking

    def for_turn(self, turn: Turn, branch: Iterable[Message], info: ModelInfo | None) -> GenerationRequest:
        """Return the request of a turn; `branch` ends with its question.

        A reply that goes on in its thought has what is left of the thought's bounds.
        """
        preferences = self._preferences()
        options = self._thinking.options_of(turn.conversation_id)
        cut = turn.continues
        is_in_thought = cut is not None and not cut.answer.strip()
        spent = cut.figures if cut is not None and is_in_thought else None
        return GenerationRequest(
            messages=chat_messages(branch, system_prompt=preferences.system_prompt),
            sampling=preferences.sampling,
            thinking=self._thinking.usable(turn.conversation_id, info),
            think_budget=_left(options.budget_tokens, spent.thinking_tokens if spent is not None else None),
            think_budget_s=_left(options.budget_s, spent.thinking_s if spent is not None else None),
            answer_reserve_share=preferences.answer_reserve_share,
            ends_loops=preferences.ends_loops,
            keeps_thoughts=options.keeps_thoughts,
            conversation=str(turn.conversation_id),
            prefill=cut.raw if cut is not None else "",
            prefill_thinking=cut.thinking if cut is not None else "",
            prefill_answer=cut.answer if cut is not None else "",
            begun_thought=turn.begun_thought,
        )

    def for_draft(
        self, conversation_id: int | None, branch: Iterable[Message], draft: str, info: ModelInfo | None
    ) -> GenerationRequest:
        """Return the request that would ask what is typed so far, after the messages of `branch`."""
        preferences = self._preferences()
        messages = list(chat_messages(branch, system_prompt=preferences.system_prompt))
        if messages and messages[-1].role == "user":
            draft = messages.pop().content + "\n\n" + draft
        return GenerationRequest(
            messages=(*messages, ChatMessage("user", draft)),
            thinking=self._thinking.usable(conversation_id, info),
            keeps_thoughts=self._thinking.options_of(conversation_id).keeps_thoughts,
            conversation=str(conversation_id) if conversation_id is not None else "",
        )


def _left(limit: _Number | None, spent: _Number | None) -> _Number | None:
    if limit is None or spent is None:
        return limit
    return max(limit - spent, limit - limit)
