"""From a turn, or a question that is being typed, to what the engine is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from app.conversation.conversation_overrides import ConversationOverrides, ThinkingLevels
from app.conversation.long_results import with_read_on
from app.conversation.preferences import SessionPreferences
from app.conversation.prompt import chat_messages, joined, question_message
from app.conversation.turn import Turn
from app.history.attachments import StoredAttachment
from app.history.confidence import MOST_NEARLY_SAID
from app.history.context_exclusions import ContextExclusions
from app.history.records import ModelStep, Step, StoredMessage
from app.history.step_messages import messages_of
from app.inference.protocol import GenerationRequest, ModelInfo
from app.messages import Message, Sampling, ToolSpec

_CANDIDATES = MOST_NEARLY_SAID + 1
_Number = TypeVar("_Number", int, float)


class TurnRequests:
    """Joins messages and files, the person's preferences, and what the conversation has of its own."""

    def __init__(
        self,
        *,
        preferences: Callable[[], SessionPreferences],
        thinking: ThinkingLevels,
        own: ConversationOverrides,
        tools: Callable[[int | None], tuple[ToolSpec, ...]] = lambda _conversation_id: (),
    ) -> None:
        """`tools` returns what a conversation offers, or with `None` the next new one."""
        self._tools = tools
        self._preferences = preferences
        self._thinking = thinking
        self._own = own

    def for_turn(
        self,
        turn: Turn,
        branch: Sequence[StoredMessage],
        info: ModelInfo | None,
        *,
        tools: tuple[ToolSpec, ...] = (),
    ) -> GenerationRequest:
        """Return the request of a turn; `branch` ends with its question, and the steps that have ended follow it.

        A reply that goes on in its thought has what is left of the thought's bounds.
        """
        preferences = self._preferences()
        options = self._thinking.options_of(turn.conversation_id)
        own = self._own.of(turn.conversation_id)
        exclusions = self._own.exclusions(turn.conversation_id)
        begun = turn.beginning if turn.continues is not None else None
        spent = turn.spent_on_step if begun is not None and not begun.text.strip() else None
        sees_images = _sees(info)
        messages = self._messages(turn.conversation_id, branch, turn.exclusions or exclusions, sees_images=sees_images)
        called = messages_of(turn.ended_steps, sees_images=sees_images)
        if turn.answers:
            messages = (*messages[:-1], joined(messages[-1], Message.user(synthesis_task(turn.answers))))
        return GenerationRequest(
            messages=(*messages, *called, *([turn.beginning] if turn.beginning else ())),
            sampling=own.sampling.completed_by(preferences.sampling_for(info)),
            thinking=self._thinking.usable(turn.conversation_id, info),
            think_budget=_left(
                options.budget_tokens if turn.think_budget is None else turn.think_budget,
                spent.thinking_tokens if spent is not None else None,
            ),
            think_budget_s=_left(options.budget_s, spent.thinking_s if spent is not None else None),
            answer_reserve_share=preferences.answer_reserve_share,
            ends_loops=preferences.ends_loops,
            keeps_thoughts=options.keeps_thoughts,
            tools=tools,
            told_candidates=_CANDIDATES if preferences.keeps_confidence else 0,
            conversation=str(turn.conversation_id),
            began_at=_beginning_of(branch),
        )

    def for_reply(
        self, reply: StoredMessage, branch: Sequence[StoredMessage], info: ModelInfo | None, *, place: int = 0
    ) -> tuple[GenerationRequest, tuple[StoredMessage, ...]]:
        """Return what was asked for a step of a reply of history, by its place, as far as the choices are the same.

        `branch` ends with the question. Beside it come the messages of the branch that the model was not given.
        """
        conversation_id = reply.conversation_id
        options = self._thinking.options_of(conversation_id)
        exclusions = self._own.exclusions(conversation_id)
        given = self._messages(conversation_id, branch, exclusions, sees_images=_sees(info))
        begun = reply.steps[place] if place < len(reply.steps) else None
        request = GenerationRequest(
            messages=(*given, *messages_of(reply.steps[:place], sees_images=_sees(info)), *_given_beginning(begun)),
            thinking=self._thinking.usable(conversation_id, info),
            think_budget=options.budget_tokens,
            think_budget_s=options.budget_s,
            keeps_thoughts=options.keeps_thoughts,
            tools=self._offered(conversation_id, info, (*_steps_of(branch), *reply.steps[:place])),
            conversation=str(conversation_id),
            began_at=_beginning_of(branch),
        )
        gone = frozenset(exclusions.questions) - {branch[-1].id if branch else None}
        left_out = tuple(m for m in branch if (m.parent_id if m.role == "assistant" else m.id) in gone)
        return request, left_out

    def for_draft(
        self,
        conversation_id: int | None,
        branch: Sequence[StoredMessage],
        draft: str,
        info: ModelInfo | None,
        *,
        files: Sequence[StoredAttachment] = (),
    ) -> GenerationRequest:
        """Return the request that would ask what is typed so far, with its files, after the messages of `branch`."""
        left_out = self._own.exclusions(conversation_id)
        sees_images = _sees(info)
        messages = list(self._messages(conversation_id, branch, left_out, is_over=True, sees_images=sees_images))
        question = question_message(files, draft, sees_images=sees_images)
        if messages and messages[-1].role == "user":
            question = joined(messages.pop(), question)
        return GenerationRequest(
            messages=(*messages, question),
            thinking=self._thinking.usable(conversation_id, info),
            keeps_thoughts=self._thinking.options_of(conversation_id).keeps_thoughts,
            tools=self._offered(conversation_id, info, _steps_of(branch)),
            conversation=str(conversation_id) if conversation_id is not None else "",
            began_at=_beginning_of(branch),
        )

    def usual_system_prompt(self) -> str:
        """Return what holds where a conversation has no system prompt of its own."""
        return self._preferences().system_prompt

    def usual_sampling(self, info: ModelInfo | None) -> Sampling:
        """Return what holds where a conversation has chosen nothing: the settings, else what the model recommends."""
        usual = self._preferences().sampling_for(info)
        return usual.completed_by(info.sampling) if info is not None else usual

    def system_prompt(self, conversation_id: int | None) -> str:
        """Return the conversation's own system prompt, else that of the settings."""
        own = self._own.of(conversation_id).system_prompt
        return self._preferences().system_prompt if own is None else own

    def _offered(
        self, conversation_id: int | None, info: ModelInfo | None, steps: Iterable[Step]
    ) -> tuple[ToolSpec, ...]:
        return with_read_on(self._tools(conversation_id), steps) if info is not None and info.takes_tools else ()

    def _messages(
        self,
        conversation_id: int | None,
        branch: Sequence[StoredMessage],
        exclusions: ContextExclusions,
        *,
        is_over: bool = False,
        sees_images: bool,
    ) -> tuple[Message, ...]:
        return chat_messages(
            branch,
            system_prompt=self.system_prompt(conversation_id),
            files=self._own.files_of(branch),
            exclusions=exclusions,
            is_over=is_over,
            sees_images=sees_images,
        )


def _steps_of(branch: Iterable[StoredMessage]) -> Iterator[Step]:
    return (step for message in branch for step in message.steps)


def _given_beginning(step: Step | None) -> tuple[Message, ...]:
    """Return what a step went on from, if it did."""
    if not isinstance(step, ModelStep) or not step.figures.given_length:
        return ()
    raw = step.raw[: step.figures.given_length]
    thought_at = max(0, step.raw.find(step.thinking)) if step.thinking else 0
    thinking = raw[thought_at:][: len(step.thinking)]
    answer_at = step.raw.find(step.answer, thought_at + len(step.thinking))
    return (Message.assistant(raw[answer_at:] if answer_at >= 0 else "", thinking, raw=raw),)


def _sees(info: ModelInfo | None) -> bool:
    return info is None or info.sees_images


def _left(limit: _Number | None, spent: _Number | None) -> _Number | None:
    if limit is None or spent is None:
        return limit
    return max(limit - spent, limit - limit)


def _beginning_of(branch: Sequence[StoredMessage]) -> float | None:
    return branch[0].created_at if branch else None


# What a model is asked when several of its answers, on which no vote can be held, are to become one.

_TASK = (
    "Below are {count} answers to the question above, written independently of each other. Make one answer of them: "
    "keep what they agree on, and name plainly where they differ and what speaks for each. Write in the language of "
    "the question, and do not number or quote the answers."
)


def synthesis_task(answers: Sequence[str]) -> str:
    """Return what follows the question."""
    parts = [_TASK.format(count=len(answers))]
    parts += [f"Answer {number}:\n{answer.strip()}" for number, answer in enumerate(answers, start=1)]
    return "\n\n".join(parts)
