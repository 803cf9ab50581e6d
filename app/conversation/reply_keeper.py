"""Keeps replies in history: begun with their turn, saved step by step while it runs, finished when it ends."""

from __future__ import annotations

from collections.abc import Callable

from app.conversation.reply_record import finished_reply, reply_figures, step_figures
from app.conversation.turn import Turn
from app.errors import UserError
from app.history.records import ModelStep, ReplyEnd, StoredMessage, ToolStep
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.protocol import RunStats
from app.messages import ReplyPart, RunId, Text, Thinking


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
        )
        self._begun[turn.id] = reply
        return turn

    def append(self, turn: Turn, *, raw: str, parts: tuple[ReplyPart, ...]) -> None:
        """Save new text of a running turn."""
        self._writer.append(
            turn.reply_id,
            raw=raw,
            thinking="".join(part.text for part in parts if isinstance(part, Thinking)),
            answer="".join(part.text for part in parts if isinstance(part, Text)),
            ordinal=turn.step,
        )

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

    def branch(self, conversation_id: int, leaf_id: int | None = None) -> list[StoredMessage]:
        """Return the messages from the first to the leaf, with ended replies as they are, saved already or not."""
        unsaved = dict(self._unsaved)  # before reading: one that the writer saves meanwhile is read as it was
        return [unsaved.get(m.id, m) for m in self._store.branch(conversation_id, leaf_id)]

    def flush(self, timeout_s: float) -> bool:
        """Wait until all that was said is in the history; return whether it is. Any thread may call."""
        return self._writer.flush(timeout_s)

    def forget(self) -> None:
        """The history holds other messages now."""
        self._unsaved.clear()

    def _forget_unsaved(self, saved: StoredMessage) -> None:
        self._unsaved.pop(saved.id, None)
