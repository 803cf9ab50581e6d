"""Turns database rows into records, and text into what SQLite can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from app.history.records import Conversation, MessageState, ReplyFigures, StoredMessage
from app.history.thinking_options import ThinkingOptions

if TYPE_CHECKING:
    import sqlite3  # the window needs `storable` before its first paint, and a database only after it

CONVERSATION_COLUMNS = (
    "id, title, created_at, updated_at, leaf_id, deleted_at, thinking_level, pinned_at, archived_at, folder_id, "
    "thinking_options"
)
MESSAGE_COLUMNS = (
    "id, conversation_id, parent_id, role, state, created_at, model_name, error, figures, answer, thinking, raw"
)


def conversation_from(row: sqlite3.Row) -> Conversation:
    """Return the conversation of a row with `CONVERSATION_COLUMNS`."""
    return Conversation(
        id=row["id"],
        title=row["title"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        leaf_id=row["leaf_id"],
        deleted_at=row["deleted_at"],
        thinking_level=row["thinking_level"],
        pinned_at=row["pinned_at"],
        archived_at=row["archived_at"],
        folder_id=row["folder_id"],
        thinking_options=_options(row["thinking_options"]),
    )


def message_from(connection: sqlite3.Connection, row: sqlite3.Row) -> StoredMessage:
    """Return the message of a row with `MESSAGE_COLUMNS`; a running reply is put together from its pieces."""
    state = _state(row["state"])
    role: Literal["user", "assistant"] = "user" if row["role"] == "user" else "assistant"
    raw, thinking, answer = row["raw"], row["thinking"], row["answer"]
    if state is MessageState.RUNNING:
        raw, thinking, answer = assembled(connection, row["id"])
    return StoredMessage(
        id=row["id"],
        conversation_id=row["conversation_id"],
        parent_id=row["parent_id"],
        role=role,
        raw=raw,
        thinking=thinking,
        answer=answer,
        state=state,
        created_at=row["created_at"],
        model_name=row["model_name"],
        error=row["error"],
        figures=decoded_figures(row["figures"]),
    )


def assembled(connection: sqlite3.Connection, message_id: int) -> tuple[str, str, str]:
    """Return raw text, thinking and answer of a running reply, joined from its pieces."""
    pieces = connection.execute(
        "SELECT raw, thinking, answer FROM piece WHERE message_id = ? ORDER BY id", (message_id,)
    ).fetchall()
    return "".join(p[0] for p in pieces), "".join(p[1] for p in pieces), "".join(p[2] for p in pieces)


def encoded(value: object) -> str:
    """Return figures, options or choices as the JSON that is stored."""
    return msgspec.json.encode(value).decode()


def storable(text: str) -> str:
    """Return `text` with lone surrogates replaced: SQLite holds UTF-8, which has none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _options(stored: str) -> ThinkingOptions:
    try:
        return msgspec.json.decode(stored, type=ThinkingOptions)
    except msgspec.MsgspecError:
        return ThinkingOptions()


def decoded_figures(stored: str) -> ReplyFigures:
    """Return figures from the JSON that is stored; none are known if it cannot be read."""
    try:
        return msgspec.json.decode(stored, type=ReplyFigures)
    except msgspec.MsgspecError:
        return ReplyFigures()


def _state(stored: str) -> MessageState:
    try:
        return MessageState(stored)
    except ValueError:
        return MessageState.FAILED
