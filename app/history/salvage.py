"""Takes what can be read out of a damaged database into a new one, which is put in its place.

A broken page takes along the rows on it. The others are found from both ends of a table, and one by one in between.
What has lost its place is given another: messages whose conversation is gone begin one, and a message whose parent is
gone follows the newest one before it. Of a reply whose steps are lost the texts that its message has are left.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any

from app.history.damaged_file import put_in_place
from app.history.database import Database, translating
from app.history.errors import NothingCanBeRead
from app.history.records import MessageState
from app.history.step_rows import MODEL, StepRow, put_row, read_rows, texts_of

_TABLES = ("folder", "preset", "conversation", "message", "step", "piece", "attachment", "draft")
_MOST_TRIED = 200_000
"""Rows looked for one by one in a table."""
_LARGEST_ID = 1 << 62
_NEW_PLACES = (
    "INSERT INTO conversation (id, title, created_at, updated_at)"
    " SELECT conversation_id, '', min(created_at), max(created_at) FROM message"
    " WHERE conversation_id NOT IN (SELECT id FROM conversation) GROUP BY conversation_id",
    "UPDATE message SET parent_id = (SELECT max(before.id) FROM message AS before"
    " WHERE before.conversation_id = message.conversation_id AND before.id < message.id)"
    " WHERE parent_id >= id OR parent_id NOT IN (SELECT id FROM message)",
    "UPDATE conversation SET leaf_id = (SELECT max(id) FROM message WHERE conversation_id = conversation.id)"
    " WHERE leaf_id IS NULL OR leaf_id NOT IN (SELECT id FROM message)",
    "UPDATE conversation SET folder_id = NULL WHERE folder_id NOT IN (SELECT id FROM folder)",
    "DELETE FROM step WHERE message_id NOT IN (SELECT id FROM message)",
    "DELETE FROM piece WHERE message_id NOT IN (SELECT id FROM message)",
    "DELETE FROM attachment WHERE message_id NOT IN (SELECT id FROM message)",
    "DELETE FROM draft WHERE conversation_id NOT IN (SELECT id FROM conversation)",
)


@dataclass(frozen=True, slots=True)
class Salvage:
    """What could be read, and where the damaged file is now."""

    conversations: int
    messages: int
    kept_at: Path | None


def salvage(path: Path) -> Salvage:
    """Put a database with all that can be read of the one at `path` in its place; that is set aside.

    Raises `NothingCanBeRead` if no message can, and the other errors of `app.history.errors`: nothing has changed then.
    Every connection to it must be closed. Takes as long as writing everything anew: it belongs on a thread.
    """
    staged = path.with_name(f"{path.stem}.salvaging{path.suffix}")
    with translating(staged):
        _remove(staged)
    try:
        database = Database(staged, busy_timeout_s=1.0)
        try:
            conversations, messages = _copy(path, database)
            if not messages:
                raise NothingCanBeRead(path)
            database.check_integrity()
            with database.reading() as connection:
                connection.execute("PRAGMA journal_mode = DELETE")  # one file, which can be moved
        finally:
            database.close()
        return Salvage(conversations, messages, put_in_place(staged, path))
    finally:
        with contextlib.suppress(OSError):
            _remove(staged)


def _copy(path: Path, database: Database) -> tuple[int, int]:
    """Copy what can be read; return how many conversations and messages that is."""
    with database.writing() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")  # rows come in any order
        with contextlib.suppress(sqlite3.Error), contextlib.closing(_opened(path)) as source:
            for table in _TABLES:
                with contextlib.suppress(sqlite3.Error):  # none such, in an older format; or the list of columns
                    _copy_table(source, connection, table)
            _copy_single_steps(source, connection)
            _copy_numbers(source, connection)
        for statement in _NEW_PLACES:
            connection.execute(statement)
        _make_up_for_steps(connection)
        conversations: int = connection.execute("SELECT count(*) FROM conversation").fetchone()[0]
        messages: int = connection.execute("SELECT count(*) FROM message").fetchone()[0]
    return conversations, messages


def _opened(path: Path) -> sqlite3.Connection:
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    source.text_factory = lambda data: data.decode("utf-8", "replace")
    source.execute("PRAGMA trusted_schema = OFF")
    source.execute("PRAGMA writable_schema = ON")  # else SQLite reads nothing of a file that was cut
    return source


def _copy_table(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    known = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    columns = {row[1]: row[2] for row in target.execute(f"PRAGMA table_info({table})") if row[1] in known}
    places = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({places})"
    for row in _rows(source, table, list(columns)):
        values = [_of_type(value, kind) for value, kind in zip(row[1:], columns.values(), strict=True)]
        target.execute(insert, values)


def _copy_single_steps(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Make a step of each reply of an older format, where what a model wrote stands in the message."""
    with contextlib.suppress(sqlite3.Error):
        if "raw" not in {row[1] for row in source.execute("PRAGMA table_info(message)")}:
            return
        for number, *values in _rows(source, "message", ["role", "figures", "answer", "thinking", "raw"]):
            role, figures, *texts = (_of_type(value, "TEXT") for value in values)
            if role != "user" and any(texts):
                target.execute(
                    "INSERT OR IGNORE INTO step (message_id, ordinal, kind, figures, answer, thinking, raw)"
                    f" VALUES (?, 0, '{MODEL}', ?, ?, ?, ?)",
                    (number, figures, *texts),
                )


def _make_up_for_steps(connection: sqlite3.Connection) -> None:
    """Put what a reply's row knows in the place of its model's steps where some of them are lost."""
    replies = "SELECT id FROM message WHERE role <> 'user' AND state <> ?"
    ids = [row[0] for row in connection.execute(replies, (MessageState.RUNNING.value,)).fetchall()]
    for message_id in ids:
        rows = read_rows(connection, (message_id,)).get(message_id, [])
        texts = texts_of(row for _, row in rows)
        thinking, answer = connection.execute(
            "SELECT thinking, answer FROM message WHERE id = ?", (message_id,)
        ).fetchone()
        if (thinking or answer) and (thinking, answer) != (texts.thinking, texts.answer):
            connection.execute("DELETE FROM step WHERE message_id = ? AND kind = ?", (message_id, MODEL))
            last = max((ordinal for ordinal, _ in rows), default=-1) + 1
            put_row(connection, message_id, last, StepRow(MODEL, thinking=thinking, answer=answer))


def _rows(source: sqlite3.Connection, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Give each row that can be read, its id before it."""
    select = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED WHERE rowid"
    low, high = 0, _LARGEST_ID
    try:
        for row in source.execute(f"{select} > ? ORDER BY rowid", (low,)):
            low = row[0]
            yield row
    except sqlite3.DatabaseError:
        pass
    else:
        return
    with contextlib.suppress(sqlite3.DatabaseError):
        for row in source.execute(f"{select} > ? ORDER BY rowid DESC", (low,)):
            high = row[0]
            yield row
    for number in range(low + 1, min(high, low + 1 + _MOST_TRIED)):
        with contextlib.suppress(sqlite3.DatabaseError):
            yield from source.execute(f"{select} = ?", (number,)).fetchall()


def _of_type(value: object, kind: str) -> object:
    """Return a value as its column has it; `None` for what cannot be that."""
    if kind == "TEXT" and value is not None:
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    held: type | UnionType = bytes if kind == "BLOB" else int | float
    return value if isinstance(value, held) else None


def _copy_numbers(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Take over what was purged, and which numbers were given out: none is given twice."""
    with contextlib.suppress(sqlite3.DatabaseError):
        purged = source.execute("SELECT conversation_id, created_at FROM purged").fetchall()
        target.executemany("INSERT OR IGNORE INTO purged VALUES (?, ?)", purged)
    with contextlib.suppress(sqlite3.DatabaseError):
        for name, number in source.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
            target.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name))


def _remove(staged: Path) -> None:
    for path in staged.parent.glob(f"{staged.stem}*"):
        path.unlink(missing_ok=True)
