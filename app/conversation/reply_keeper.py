"""Keeps replies in history: begun with their turn, saved step by step while it runs, finished when it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.conversation.turn import Turn, TurnState
from app.errors import UserError
from app.history.confidence import Noted
from app.history.failures import kept_failure
from app.history.records import MessageState, ModelStep, ReplyEnd, ReplyFigures, Step, StoredMessage, ToolStep
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.protocol import FinishReason, RunStats
from app.messages import ReplyPart, RunId, Text, Thinking
from app.text import without_blank_edges


class ReplyKeeper:
    """Makes turns with a reply of their own, and knows ended replies that the writer has not saved yet."""

    def __init__(
        self, *, store: HistoryStore, writer: HistoryWriter, clock: Callable[[], float], turn_ids: Callable[[], int]
    ) -> None:
        self._store = store
        self._writer = writer
        self._clock = clock
        self._turn_ids = turn_ids
        self._begun: dict[int, StoredMessage] = {}
        """The reply of each running or waiting turn, by turn id."""
        self._unsaved: dict[int, StoredMessage] = {}
        """Ended replies that the writer has not saved yet, by message id."""

    def begin(self, reply: StoredMessage, run: RunId | None = None) -> Turn:
        """Return a new turn for a reply that was begun with it: a question asked meanwhile has its place behind it.

        `run` is what writes it where that is a sample of a vote.
        """
        if reply.parent_id is None:
            raise ValueError(f"message {reply.id} has no question")
        turn = Turn(
            turn_id=self._turn_ids(),
            conversation_id=reply.conversation_id,
            question_id=reply.parent_id,
            reply_id=reply.id,
            clock=self._clock,
            run=run,
            model_name=reply.model_name,
        )
        self._begun[turn.id] = reply
        return turn

    def append(self, turn: Turn, *, raw: str, parts: tuple[ReplyPart, ...], noted: Sequence[Noted] = ()) -> None:
        """Save new text of a running turn, and how sure the model was of it."""
        self._writer.append(
            turn.reply_id,
            raw=raw,
            thinking="".join(part.text for part in parts if isinstance(part, Thinking)),
            answer="".join(part.text for part in parts if isinstance(part, Text)),
            noted=noted,
            ordinal=turn.step,
        )

    def keep_steps(self, turn: Turn, steps: Sequence[Step]) -> None:
        """Let a reply begin with the first steps of another one."""
        turn.keep_steps(steps)
        for place, step in enumerate(steps):
            self._writer.put_step(turn.reply_id, place, step)

    def end_step(self, turn: Turn, stats: RunStats) -> ModelStep:
        """End the step at work of a running turn, and save it: what follows is another step."""
        place = turn.step
        step = turn.end_step(step_figures(turn, stats), spent=reply_figures(turn, stats))
        self._writer.put_step(turn.reply_id, place, step)
        return step

    def put_tool(self, turn: Turn, tool: ToolStep, place: int | None = None) -> int:
        """Save a call of a tool as the next step, or with its result in the `place` that it has; return that."""
        place = turn.put_tool(tool, place)
        self._writer.put_step(turn.reply_id, place, tool)
        return place

    def end(self, turn: Turn, *, stats: RunStats | None, failure: UserError | None, ended_at: float) -> StoredMessage:
        """End a turn and save its reply; returns it as it is being saved. `ended_at` in seconds since the epoch."""
        turn.end(stats=stats, failure=failure)
        reply = finished_reply(self._begun.pop(turn.id), turn)
        self._unsaved[reply.id] = reply
        last = reply.steps[turn.step] if len(reply.steps) > turn.step else ModelStep()
        assert isinstance(last, ModelStep), "a call of a tool is put as it is made"
        end = ReplyEnd(last, reply.state, reply.figures, reply.error, ended_at, turn.step)
        self._writer.finish(reply.id, end, on_done=self._forget_unsaved)
        return reply

    def so_far(self, turn: Turn) -> StoredMessage:
        """Return the reply of a running or waiting turn with all that has come."""
        at_work = turn.step_at_work()
        return self._begun[turn.id].with_steps((*turn.ended_steps, *(() if at_work.is_empty else (at_work,))))

    def message(self, message_id: int) -> StoredMessage:
        """Return a message as it is, saved already or not."""
        return self._unsaved.get(message_id) or self._store.message(message_id)

    @property
    def unsaved(self) -> dict[int, StoredMessage]:
        """Ended replies that the history does not hold yet, by their ids."""
        return dict(self._unsaved)

    def branch(self, conversation_id: int, leaf_id: int | None = None) -> list[StoredMessage]:
        """Return the messages from the first to the leaf, with ended replies as they are, saved already or not."""
        unsaved = self.unsaved  # before reading: one that the writer saves meanwhile is read as it was
        return [unsaved.get(m.id, m) for m in self._store.branch(conversation_id, leaf_id)]

    def flush(self, timeout_s: float) -> bool:
        """Wait until all that was said is in the history; return whether it is. Any thread may call."""
        return self._writer.flush(timeout_s)

    def forget(self) -> None:
        """The history holds other messages now."""
        self._unsaved.clear()

    def _forget_unsaved(self, saved: StoredMessage) -> None:
        self._unsaved.pop(saved.id, None)


# From an ended turn to the message that history keeps.


def finished_reply(reply: StoredMessage, turn: Turn) -> StoredMessage:
    """Return `reply` with the ended turn's steps, state and figures; a last step without any text is none."""
    last = turn.step_at_work()
    last = turn.noted(
        replace(last, thinking=without_blank_edges(last.thinking), figures=step_figures(turn, turn.stats))
    )
    return replace(
        reply.with_steps(turn.ended_steps if last.is_empty else (*turn.ended_steps, last)),
        state=_state_of(turn),
        figures=reply_figures(turn, turn.stats),
        error=kept_failure(turn.failure) if turn.failure is not None else "",
    )


def reply_figures(turn: Turn, stats: RunStats | None) -> ReplyFigures:
    """Return what the reply has cost by the end of a run, of which `stats` are the figures if it came to its end."""
    return replace(
        _measured(turn, stats, spent=turn.spent),
        is_thought_edited=turn.is_thought_edited,
        is_synthesis=bool(turn.answers),
        goes_on_with_text=turn.goes_on_with_text,
    )


def step_figures(turn: Turn, stats: RunStats | None) -> ReplyFigures:
    """Return what the step at work has cost by the end of its run."""
    if not turn.step:
        return reply_figures(turn, stats)
    return _measured(turn, stats, spent=turn.spent_on_step)


def _state_of(turn: Turn) -> MessageState:
    if turn.state is TurnState.FAILED:
        return MessageState.FAILED
    if turn.state is TurnState.STOPPED:
        return MessageState.STOPPED
    if turn.stats is not None and turn.stats.reason is FinishReason.LENGTH:
        return MessageState.LENGTH
    return MessageState.COMPLETE


def _measured(turn: Turn, stats: RunStats | None, *, spent: ReplyFigures) -> ReplyFigures:
    """Return what the run at work has cost, and what was `spent` before it on the same thing."""
    thinking_tokens = turn.thinking_tokens - (turn.spent.thinking_tokens or 0) + (spent.thinking_tokens or 0)
    answer_tokens = turn.answer_tokens - (turn.spent.answer_tokens or 0) + (spent.answer_tokens or 0)
    if stats is None:
        return ReplyFigures(
            thinking_s=turn.thinking_s(),
            thinking_tokens=thinking_tokens,
            answer_tokens=answer_tokens,
            tokens_per_s=turn.tokens_per_s(),
            given_length=turn.given_length,
        )
    return ReplyFigures(
        thinking_s=_sum(spent.thinking_s, stats.thinking_s),
        thinking_tokens=thinking_tokens,
        answer_tokens=answer_tokens,
        tokens_per_s=stats.tokens_per_s,
        time_to_first_token_s=stats.time_to_first_token_s,
        prompt_tokens=stats.prompt_tokens if "prompt_tokens" not in stats.uncounted else None,
        cached_tokens=stats.cached_tokens if "cached_tokens" not in stats.uncounted else None,
        saved_by_drafts=stats.saved_by_drafts or None,
        given_length=turn.given_length,
        thinking_ended=stats.thinking_ended.value,
    )


def _sum(before: float | None, now: float | None) -> float | None:
    return now if before is None else before if now is None else before + now
