"""Keeps replies in history: begun with their turn, appended to while it runs, finished when it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.conversation.reply_record import finished_reply
from app.conversation.turn import Turn
from app.errors import UserError
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.protocol import RunStats
from app.messages import ReplyPart, Text, Thinking


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

    def begin(self, reply: StoredMessage) -> Turn:
        """Return a new turn for a reply that was begun with it: a question asked meanwhile has its place behind it."""
        if reply.parent_id is None:
            raise ValueError(f"message {reply.id} has no question")
        turn = Turn(
            turn_id=self._turn_ids(),
            conversation_id=reply.conversation_id,
            question_id=reply.parent_id,
            reply_id=reply.id,
            clock=self._clock,
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
        )

    def end(self, turn: Turn, *, stats: RunStats | None, failure: UserError | None, ended_at: float) -> StoredMessage:
        """End a turn and save its reply; returns it as it is being saved. `ended_at` in seconds since the epoch."""
        turn.end(stats=stats, failure=failure)
        reply = finished_reply(self._begun.pop(turn.id), turn)
        self._unsaved[reply.id] = reply
        self._writer.finish(
            reply.id,
            raw=reply.raw,
            thinking=reply.thinking,
            answer=reply.answer,
            state=reply.state,
            figures=reply.figures,
            error=reply.error,
            ended_at=ended_at,
            on_done=self._forget_unsaved,
        )
        return reply

    def so_far(self, turn: Turn) -> StoredMessage:
        """Return the reply of a running or waiting turn with all that has come."""
        return replace(self._begun[turn.id], raw=turn.raw, thinking=turn.thinking, answer=turn.answer)

    def message(self, message_id: int) -> StoredMessage:
        """Return a message as it is, saved already or not."""
        return self._unsaved.get(message_id) or self._store.message(message_id)

    def branch(self, conversation_id: int, leaf_id: int | None = None) -> list[StoredMessage]:
        """Return the messages from the first to the leaf, with ended replies as they are, saved already or not."""
        return [self._unsaved.get(m.id, m) for m in self._store.branch(conversation_id, leaf_id)]

    def flush(self, timeout_s: float) -> bool:
        """Wait until all that was said is in the history; return whether it is. Any thread may call."""
        return self._writer.flush(timeout_s)

    def forget(self) -> None:
        """The history holds other messages now."""
        self._unsaved.clear()

    def _forget_unsaved(self, saved: StoredMessage) -> None:
        self._unsaved.pop(saved.id, None)
