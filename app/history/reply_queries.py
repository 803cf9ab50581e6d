"""The statements that write replies, each inside a transaction of its caller: begun, saved step by step, ended."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from app.history.database import Database
from app.history.message_rows import read_messages, read_pieces
from app.history.records import MessageState, ModelStep, ReplyEnd, ReplyFigures, Step, StoredMessage
from app.history.rows import encoded, storable
from app.history.step_rows import StepRow, put_row, read_rows, row_of, texts_of
from app.history.tree_queries import add_message, read_conversation
from app.history.votes import KeptVote, put_vote
from app.text import translatable


def add_candidates(
    connection: sqlite3.Connection,
    conversation_id: int,
    question_id: int,
    *,
    model_names: Sequence[str],
    now: float,
    vote: KeptVote | None = None,
    group_id: int | None = None,
) -> list[int]:
    """Add a running reply of each model to a question, bound by a group if there are several or there is to be a vote.

    The first one is shown. Those of a `group_id` that there is already are added to it, and what is shown stays.
    """
    leaf_id = read_conversation(connection, conversation_id).leaf_id
    ids = [
        add_message(connection, conversation_id, question_id, role="assistant", now=now, model_name=model_name)
        for model_name in model_names
    ]
    if len(ids) > 1 or vote is not None or group_id is not None:
        first = ids[0] if group_id is None else group_id
        connection.executemany("UPDATE message SET group_id = ? WHERE id = ?", [(first, one) for one in ids])
        shown = first if group_id is None else leaf_id
        connection.execute("UPDATE conversation SET leaf_id = ? WHERE id = ?", (shown, conversation_id))
    if vote is not None:
        put_vote(connection, ids[0], vote)
    return ids


def begin_with(connection: sqlite3.Connection, message_id: int, cut: StoredMessage) -> None:
    """Let a running reply begin with the steps of one that was cut; it goes on in the last one if a model wrote it."""
    steps = cut.steps or (ModelStep(cut.raw, cut.thinking, cut.answer),)
    last = steps[-1]
    ended = steps[:-1] if isinstance(last, ModelStep) else steps
    for ordinal, step in enumerate(ended):
        put_row(connection, message_id, ordinal, row_of(step))
    if isinstance(last, ModelStep):
        piece = {"raw": last.raw, "thinking": last.thinking, "answer": last.answer, "confidence": last.confidence}
        add_piece(connection, message_id, len(ended), **piece)


def add_piece(
    connection: sqlite3.Connection,
    message_id: int,
    ordinal: int,
    *,
    raw: str,
    thinking: str,
    answer: str,
    confidence: str = "",
) -> None:
    """Add the next piece of a step of a running reply; one that has ended, or is gone, takes no more."""
    connection.execute(
        "INSERT INTO piece (message_id, ordinal, raw, thinking, answer, confidence)"
        " SELECT id, ?, ?, ?, ?, ? FROM message WHERE id = ? AND state = ?"
        " AND NOT EXISTS (SELECT 1 FROM step WHERE message_id = message.id AND ordinal >= ?)",
        (
            ordinal,
            storable(raw),
            storable(thinking),
            storable(answer),
            confidence,
            message_id,
            MessageState.RUNNING.value,
            ordinal,
        ),
    )


def put_step(connection: sqlite3.Connection, message_id: int, ordinal: int, step: Step) -> None:
    """Write a step of a running reply in the place of its pieces; one that has ended, or is gone, takes none."""
    running = "SELECT 1 FROM message WHERE id = ? AND state = ?"
    if connection.execute(running, (message_id, MessageState.RUNNING.value)).fetchone() is not None:
        put_row(connection, message_id, ordinal, row_of(step))
        connection.execute("DELETE FROM piece WHERE message_id = ? AND ordinal <= ?", (message_id, ordinal))


def end_reply(connection: sqlite3.Connection, message_id: int, end: ReplyEnd) -> None:
    """Write the step that a reply ends with, if there is anything in it, and its end."""
    last = row_of(end.step)
    if end.step.is_empty:
        connection.execute("DELETE FROM step WHERE message_id = ? AND ordinal = ?", (message_id, end.ordinal))
    else:
        put_row(connection, message_id, end.ordinal, last)
    rows = [last] if end.ordinal == 0 else _rows(connection, message_id)  # what is at hand is not read again
    _close(connection, message_id, rows, state=end.state, figures=end.figures, error=end.error)


def end_with_pieces(connection: sqlite3.Connection, message_id: int, *, state: MessageState, error: str) -> None:
    """End a reply with what was saved of it."""
    for ordinal, step in read_pieces(connection, message_id):
        put_row(connection, message_id, ordinal, row_of(step))
    _close(connection, message_id, _rows(connection, message_id), state=state, figures=ReplyFigures(), error=error)


def _rows(connection: sqlite3.Connection, message_id: int) -> list[StepRow]:
    return [row for _, row in read_rows(connection, (message_id,)).get(message_id, ())]


def _close(
    connection: sqlite3.Connection,
    message_id: int,
    rows: Sequence[StepRow],
    *,
    state: MessageState,
    figures: ReplyFigures,
    error: str,
) -> None:
    connection.execute("DELETE FROM piece WHERE message_id = ?", (message_id,))
    texts = texts_of(rows)
    connection.execute(
        "UPDATE message SET thinking = coalesce(?, thinking), answer = coalesce(?, answer), tools = ?, state = ?,"
        " figures = ?, error = ? WHERE id = ?",
        (texts.thinking, texts.answer, texts.tools, state.value, encoded(figures), storable(error), message_id),
    )


# Ends the replies that nobody writes any more: after a crash, and in a backup that was made while they ran.

CUT_BY_A_CRASH = translatable("Aside was closed while this reply was being written.")
CUT_BY_THE_BACKUP = translatable("This reply was still being written when the backup was made.")


def end_interrupted(database: Database, *, error: str) -> list[StoredMessage]:
    """End the running replies of a database as failed, with what was saved of them; return them.

    For when nothing runs: a reply that is being written would be cut off.
    """
    with database.writing() as connection:
        found = connection.execute("SELECT id FROM message WHERE state = ? ORDER BY id", (MessageState.RUNNING.value,))
        ids = [row[0] for row in found]
        for message_id in ids:
            end_with_pieces(connection, message_id, state=MessageState.FAILED, error=error)
        return read_messages(connection, ids)
