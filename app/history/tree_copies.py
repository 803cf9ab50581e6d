"""Copies within the trees of messages: an edited version of a reply, and a branch that becomes a conversation.

Columns are read from the tables, so that what a later version adds to a message or a conversation is copied too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.cancellation import Cancelled
from app.history.context_exclusions import ExclusionShelf
from app.history.database import Database
from app.history.message_rows import read_message, read_pieces
from app.history.purge import purge
from app.history.records import MessageState, ReplyFigures, StoredMessage
from app.history.rows import decoded, encoded, storable
from app.history.step_rows import MODEL, StepRow, put_row, read_rows, row_of, texts_of

_MESSAGE_OWN = frozenset({"id", "conversation_id", "parent_id", "group_id", "vote"})
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

    def add_edited_reply(self, reply_id: int, answer: str, *, step: int | None = None) -> int:
        """Add a version of a reply with another answer and the same thoughts, complete; the branch shown ends with it.

        `step` is the place, among its steps, of the one whose answer that is; `None` for the answer as a whole, which
        the last step that a model wrote has then. That step has no raw stream, since no model has written it: it cannot
        be continued. Raises `LookupError` if no model wrote that step.
        """
        now = self._clock()
        with self._database.writing() as connection:
            reply = read_message(connection, reply_id)
            rows = _rows(connection, reply)
            written = [place for place, row in enumerate(rows) if row.kind == MODEL]
            place = step if step is not None else written[-1] if written else len(rows)
            if step is None and not written:
                rows.append(StepRow(MODEL))
            elif place not in written:
                raise LookupError(f"no model wrote step {step} of message {reply_id}")
            if step is None:
                rows = [replace(row, answer="") if row.kind == MODEL else row for row in rows]
            step_figures = replace(decoded(rows[place].figures, ReplyFigures), is_answer_edited=True)
            rows[place] = replace(
                rows[place], answer=storable(answer), raw="", confidence="", figures=encoded(step_figures)
            )
            changed: dict[str, str | float] = {
                "error": "",
                "state": MessageState.COMPLETE.value,
                "figures": encoded(replace(reply.figures, is_answer_edited=True)),
                "created_at": now,
            }
            added = copied_message(
                connection, reply_id, reply.conversation_id, parent_id=reply.parent_id, changed=changed, steps=rows
            )
            connection.execute(
                "UPDATE conversation SET leaf_id = ?, updated_at = ? WHERE id = ?", (added, now, reply.conversation_id)
            )
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
        long. Raises `Cancelled`.
        """
        now = self._clock()
        exclusions = ExclusionShelf(self._database).of(conversation_id)
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
                    raise Cancelled
            with self._database.writing() as connection:
                connection.execute(
                    "UPDATE conversation SET deleted_at = NULL, leaf_id = ?, unsent = ? WHERE id = ?",
                    (last, encoded(exclusions.renumbered(copies)), copy_id),
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
    steps = [row for _, row in read_rows(connection, (message_id,)).get(message_id, ())]
    state = connection.execute("SELECT state FROM message WHERE id = ?", (message_id,)).fetchone()
    if state is not None and state[0] == MessageState.RUNNING.value:
        changed = {"state": MessageState.STOPPED.value}
        steps += [row_of(step) for _, step in read_pieces(connection, message_id)]
    return copied_message(connection, message_id, conversation_id, parent_id=parent_id, changed=changed, steps=steps)


def _rows(connection: sqlite3.Connection, reply: StoredMessage) -> list[StepRow]:
    """Return the steps of a reply as they are stored, or would be if its row has texts of none."""
    stored = [row for _, row in read_rows(connection, (reply.id,)).get(reply.id, ())]
    return stored or list(map(row_of, reply.steps))


def copied_message(
    connection: sqlite3.Connection,
    message_id: int,
    conversation_id: int,
    *,
    parent_id: int | None,
    changed: Mapping[str, str | float],
    steps: Sequence[StepRow] = (),
) -> int:
    """Copy a message with its files, but for what is `changed`, by column; made of `steps`. Return the copy's id."""
    texts = texts_of(steps)
    derived = {"thinking": texts.thinking, "answer": texts.answer, "tools": texts.tools}
    values = {**changed, **{name: text for name, text in derived.items() if text is not None and steps}}
    names = _columns(connection, "message", leave_out=_MESSAGE_OWN)
    selected = ", ".join("?" if name in values else name for name in names)
    added = connection.execute(
        f"INSERT INTO message (conversation_id, parent_id, {', '.join(names)})"
        f" SELECT ?, ?, {selected} FROM message WHERE id = ?",
        (conversation_id, parent_id, *(values[name] for name in names if name in values), message_id),
    )
    copy_id = _only_id(added)
    for ordinal, row in enumerate(steps):
        put_row(connection, copy_id, ordinal, row)
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
