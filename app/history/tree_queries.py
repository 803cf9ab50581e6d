"""The small questions to the database that the store is made of, each inside a block of its caller."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Literal

from app.history.records import Conversation, MessageState
from app.history.rows import CONVERSATION_COLUMNS, conversation_from, storable


def add_message(
    connection: sqlite3.Connection,
    conversation_id: int,
    parent_id: int | None,
    *,
    role: Literal["user", "assistant"],
    now: float,
    answer: str = "",
    model_name: str = "",
) -> int:
    """Add a question, or a reply that runs, after `parent_id`; it is the end of the branch shown. Return its id."""
    read_conversation(connection, conversation_id)
    check_parent(connection, conversation_id, parent_id)
    state = MessageState.COMPLETE if role == "user" else MessageState.RUNNING
    message_id = inserted_id(
        connection,
        "INSERT INTO message (conversation_id, parent_id, role, state, created_at, model_name, answer)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (conversation_id, parent_id, role, state.value, now, storable(model_name), storable(answer)),
    )
    connection.execute(
        "UPDATE conversation SET leaf_id = ?, updated_at = ? WHERE id = ?", (message_id, now, conversation_id)
    )
    return message_id


def inserted_id(connection: sqlite3.Connection, statement: str, values: tuple[str | float | None, ...]) -> int:
    """Insert one row and return its id."""
    row_id = connection.execute(statement, values).lastrowid
    assert row_id is not None, "an INSERT of one row has an id"
    return row_id


def read_conversation(connection: sqlite3.Connection, conversation_id: int) -> Conversation:
    """Return a conversation, or raise `LookupError`."""
    row = connection.execute(
        f"SELECT {CONVERSATION_COLUMNS} FROM conversation WHERE id = ?", (conversation_id,)
    ).fetchone()
    if row is None:
        raise LookupError(f"no conversation {conversation_id}")
    conversation = conversation_from(row)
    if conversation.leaf_id is None or _is_of(connection, conversation_id, conversation.leaf_id):
        return conversation
    # A damaged file may name an end that is not there: the newest message is the next best.
    newest = connection.execute("SELECT max(id) FROM message WHERE conversation_id = ?", (conversation_id,)).fetchone()
    return replace(conversation, leaf_id=newest[0])


def read_sibling_ids(connection: sqlite3.Connection, message_id: int) -> list[int]:
    """Return the ids of all versions of a message, oldest first, or raise `LookupError`."""
    rows = connection.execute(
        "SELECT sibling.id FROM message AS this JOIN message AS sibling"
        " ON sibling.conversation_id = this.conversation_id AND sibling.parent_id IS this.parent_id"
        " WHERE this.id = ? ORDER BY sibling.id",
        (message_id,),
    ).fetchall()
    if not rows:
        raise LookupError(f"no message {message_id}")
    return [row[0] for row in rows]


def check_parent(connection: sqlite3.Connection, conversation_id: int, message_id: int | None) -> None:
    """Raise `LookupError` unless the message is one of the conversation's."""
    if message_id is None:
        return
    if not _is_of(connection, conversation_id, message_id):
        raise LookupError(f"no message {message_id} in conversation {conversation_id}")


def _is_of(connection: sqlite3.Connection, conversation_id: int, message_id: int) -> bool:
    row = connection.execute("SELECT conversation_id FROM message WHERE id = ?", (message_id,)).fetchone()
    return row is not None and row[0] == conversation_id
