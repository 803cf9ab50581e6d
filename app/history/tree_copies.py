"""Copies within the trees of messages: an edited version of a reply, and a branch that becomes a conversation.

Columns are read from the tables, so that what a later version adds to a message or a conversation is copied too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.history.database import Database
from app.history.errors import WorkStopped
from app.history.purge import purge
from app.history.records import MessageState
from app.history.rows import assembled, decoded_figures, encoded, storable
from app.history.unsent import UnsentShelf

_MESSAGE_OWN = frozenset({"id", "conversation_id", "parent_id"})
_CONVERSATION_OWN = frozenset(
    {"id", "title", "created_at", "updated_at", "leaf_id", "deleted_at", "unsent"}
    | {"archived_at", "archived", "pinned_at", "pinned"}
)
"""What a copy does not inherit."""

_COPIED_AT_ONCE = 200


class TreeCopies:
    """Adds copies to the database; ids of what is added are returned. Raises as `HistoryStore` does."""

    def __init__(self, database: Database, *, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def add_edited_reply(self, reply_id: int, answer: str) -> int:
        """Add a version of a reply with another answer and the same thought, complete; the branch shown ends with it.

        It has no raw stream, since no model has written it: it cannot be continued.
        """
        now = self._clock()
        changed: dict[str, str | float] = {
            "answer": storable(answer),
            "raw": "",
            "error": "",
            "state": MessageState.COMPLETE.value,
            "created_at": now,
        }
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT conversation_id, parent_id, figures FROM message WHERE id = ?", (reply_id,)
            ).fetchone()
            if row is None:
                raise LookupError(f"no message {reply_id}")
            changed["figures"] = encoded(replace(decoded_figures(row[2]), is_answer_edited=True))
            added = copied_message(connection, reply_id, row[0], parent_id=row[1], changed=changed)
            connection.execute("UPDATE conversation SET leaf_id = ?, updated_at = ? WHERE id = ?", (added, now, row[0]))
        return added

    def branch_off(
        self,
        conversation_id: int,
        path: Sequence[int],
        title: str,
        *,
        on_progress: Callable[[float], None] = lambda fraction: None,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> int:
        """Copy messages, the first one first, each below the one before, into a new conversation set up as this one.

        It appears in the list when it is whole; of one that was not finished nothing is left, after a crash as soon as
        deleted ones are purged. Thousands of messages take seconds: in steps, so that whoever else writes does not wait
        long. Raises `WorkStopped`.
        """
        now = self._clock()
        unsent = UnsentShelf(self._database).of(conversation_id)
        with self._database.writing() as connection:
            copy_id = _begun_branch(connection, conversation_id, title=title, now=now)
        try:
            last: int | None = None
            copies: dict[int, int] = {}
            for start in range(0, len(path), _COPIED_AT_ONCE):
                with self._database.writing() as connection:
                    for message_id in path[start : start + _COPIED_AT_ONCE]:
                        last = copies[message_id] = _copy(connection, message_id, copy_id, parent_id=last)
                on_progress((start + _COPIED_AT_ONCE) / max(1, len(path)))
                if is_stopped():
                    raise WorkStopped
            with self._database.writing() as connection:
                connection.execute(
                    "UPDATE conversation SET deleted_at = NULL, leaf_id = ?, unsent = ? WHERE id = ?",
                    (last, encoded(unsent.renumbered(copies)), copy_id),
                )
        except BaseException:
            purge(self._database, [copy_id])
            raise
        return copy_id


def _begun_branch(connection: sqlite3.Connection, conversation_id: int, *, title: str, now: float) -> int:
    """Add an empty conversation, hidden as if deleted."""
    listed = "".join(f", {name}" for name in _columns(connection, "conversation", leave_out=_CONVERSATION_OWN))
    added = connection.execute(
        f"INSERT INTO conversation (title, created_at, updated_at, deleted_at{listed})"
        f" SELECT ?, ?, ?, ?{listed} FROM conversation WHERE id = ?",
        (storable(title), now, now, now, conversation_id),
    )
    return _only_id(added)


def _copy(connection: sqlite3.Connection, message_id: int, conversation_id: int, *, parent_id: int | None) -> int:
    """Copy a message with its time and figures; a running reply is copied as far as it is."""
    changed: dict[str, str | float] = {}
    state = connection.execute("SELECT state FROM message WHERE id = ?", (message_id,)).fetchone()
    if state is not None and state[0] == MessageState.RUNNING.value:
        raw, thinking, answer = assembled(connection, message_id)
        changed = {"raw": raw, "thinking": thinking, "answer": answer, "state": MessageState.STOPPED.value}
    return copied_message(connection, message_id, conversation_id, parent_id=parent_id, changed=changed)


def copied_message(
    connection: sqlite3.Connection,
    message_id: int,
    conversation_id: int,
    *,
    parent_id: int | None,
    changed: dict[str, str | float],
) -> int:
    """Copy a message with its files, but for what is `changed`, by column; return the copy's id."""
    names = _columns(connection, "message", leave_out=_MESSAGE_OWN)
    values = ", ".join("?" if name in changed else name for name in names)
    added = connection.execute(
        f"INSERT INTO message (conversation_id, parent_id, {', '.join(names)})"
        f" SELECT ?, ?, {values} FROM message WHERE id = ?",
        (conversation_id, parent_id, *(changed[name] for name in names if name in changed), message_id),
    )
    copy_id = _only_id(added)
    files = _columns(connection, "attachment", leave_out=_MESSAGE_OWN | {"message_id"})
    if files:
        listed = "".join(f", {name}" for name in files)
        connection.execute(
            f"INSERT INTO attachment (message_id{listed}) SELECT ?{listed} FROM attachment WHERE message_id = ?",
            (copy_id, message_id),
        )
    return copy_id


def _columns(connection: sqlite3.Connection, table: str, *, leave_out: frozenset[str]) -> list[str]:
    return [row["name"] for row in connection.execute(f"PRAGMA table_info({table})") if row["name"] not in leave_out]


def _only_id(added: sqlite3.Cursor) -> int:
    if added.rowcount != 1 or added.lastrowid is None:
        raise LookupError("there is nothing to copy")
    return added.lastrowid
