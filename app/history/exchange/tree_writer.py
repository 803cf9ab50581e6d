"""Adds whole conversations to the database: all of an import or nothing.

Conversations are written in batches, so that a running reply need not wait, and stay hidden as deleted ones until
`finish` shows them all in one step. What a crash leaves hidden is purged with the deleted ones.
"""

from __future__ import annotations

import contextlib
import json
import math
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from app.cancellation import Cancelled
from app.errors import UserError
from app.history.context_exclusions import ContextExclusions, ExclusionShelf
from app.history.database import Database
from app.history.exchange.conversation_tree import ConversationTree, Scalar, TreeMessage
from app.history.preset_records import OWN_PRESET
from app.history.presets import PresetShelf
from app.history.purge import purge
from app.history.records import MessageState
from app.history.rows import encoded, storable
from app.history.step_rows import put_row, texts_of

_BATCH_MESSAGES = 200
_LONGEST_TITLE = 500  # characters
_LONGEST_ROLE = 100
_LONGEST_MORE = 1_000_000
_LATEST_S = 253_402_300_799.0  # the last second of the year 9999
_TYPES: dict[str, type | tuple[type, ...]] = {"TEXT": str, "INTEGER": int, "REAL": (int, float)}


class TreeWriter:
    """One import. Call `add` for each conversation, then `finish`, or `undo`.

    Raises the errors of `app.history.errors`, and `ValueError` for a tree whose messages do not hang together.
    """

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        self._ids: list[int] = []
        self._folders: dict[int, str] = {}
        self._numbers: dict[int, int] = {}
        self._followers: list[tuple[int, int]] = []
        """Ids of conversations, and the numbers of those that they follow; these may come later in the file."""
        own = [one for one in PresetShelf(database).all() if not one.is_built_in]
        self._own_presets = {one.name: one.key for one in reversed(own)}
        with database.reading() as connection:
            self._conversation_columns = _columns(connection, "conversation")
            self._conversation_columns.pop("tools", None)  # a file may not say what tools may do here
            self._message_columns = _columns(connection, "message")

    def add(self, tree: ConversationTree, *, is_stopped: Callable[[], bool] = lambda: False) -> int:
        """Write a conversation, hidden; return its id. Raises `Cancelled` between two batches."""
        _check(tree)
        now = self._clock()
        with self._database.writing() as connection:
            fields: dict[str, Scalar] = {
                **_allowed(tree.more, self._conversation_columns),
                "preset_key": self._preset_key(tree),
                "title": storable(tree.title)[:_LONGEST_TITLE],
                "created_at": _moment(tree.created_at, now),
                "updated_at": _moment(tree.updated_at or tree.created_at, now),
                "pinned_at": _moment(tree.pinned_at, now) if tree.pinned_at is not None else None,
                "archived_at": _moment(tree.archived_at, now) if tree.archived_at is not None else None,
                "deleted_at": now,
            }
            conversation_id = _insert(connection, "conversation", fields)
        self._ids.append(conversation_id)
        if tree.folder and tree.folder.strip():
            self._folders[conversation_id] = " ".join(storable(tree.folder).split())[:200]
        ids: list[int] = []
        groups: dict[tuple[int, int | None], int] = {}
        for start in range(0, len(tree.messages), _BATCH_MESSAGES):
            if is_stopped():
                raise Cancelled
            with self._database.writing() as connection:
                for message in tree.messages[start : start + _BATCH_MESSAGES]:
                    ids.append(self._add_message(connection, conversation_id, message, ids, groups, now))
        leaf = tree.leaf if tree.leaf is not None else len(ids) - 1
        if ids:
            with self._database.writing() as connection:
                connection.execute("UPDATE conversation SET leaf_id = ? WHERE id = ?", (ids[leaf], conversation_id))
        questions = {place: ids[place] for place, message in enumerate(tree.messages) if message.role == "user"}
        exclusions = ContextExclusions(tree.left_out, tree.files_left_out).renumbered(questions)
        if not exclusions.is_empty:
            ExclusionShelf(self._database).keep(conversation_id, exclusions)
        if tree.follows is not None:
            self._followers.append((conversation_id, tree.follows))
        if tree.number is not None:
            self._numbers.setdefault(tree.number, conversation_id)
        return conversation_id

    def finish(self) -> list[int]:
        """Show all that was added, in one step; return the ids."""
        shelf = ExclusionShelf(self._database)
        for conversation_id, number in self._followers:
            followed = self._numbers.get(number)
            if followed is not None and followed != conversation_id:  # not in the file otherwise
                shelf.keep(conversation_id, replace(shelf.of(conversation_id), follows=followed))
        with self._database.writing() as connection:
            known = {row["name"]: row["id"] for row in connection.execute("SELECT id, name FROM folder ORDER BY id")}
            for name in dict.fromkeys(self._folders.values()):
                if name not in known:
                    known[name] = _insert(connection, "folder", {"name": name, "created_at": self._clock()})
            connection.executemany(
                "UPDATE conversation SET folder_id = ? WHERE id = ?",
                [(known[name], conversation_id) for conversation_id, name in self._folders.items()],
            )
            connection.execute(
                "UPDATE conversation SET deleted_at = NULL WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(self._ids),),
            )
        return list(self._ids)

    def undo(self) -> None:
        """Remove all that was added; what cannot be removed now stays hidden and is purged later."""
        for conversation_id in self._ids:
            with contextlib.suppress(UserError):
                purge(self._database, [conversation_id])
        self._ids.clear()

    def _preset_key(self, tree: ConversationTree) -> str:
        """Return the key that its preset has here, empty where there is none of that name."""
        key = tree.more.get("preset_key")
        if isinstance(key, str) and not key.startswith(OWN_PRESET):
            return storable(key)
        return self._own_presets.get(tree.preset or "", "")

    def _add_message(
        self,
        connection: sqlite3.Connection,
        conversation_id: int,
        message: TreeMessage,
        ids: list[int],
        groups: dict[tuple[int, int | None], int],
        now: float,
    ) -> int:
        """Add a message; `ids` are those of the ones before it, `groups` the first of each group among siblings."""
        state = MessageState.STOPPED if message.state is MessageState.RUNNING else message.state
        rows = message.rows()
        texts = texts_of(rows)
        more = _allowed(message.more, self._message_columns)
        role = str(more.get("role", message.role)) if message.role == "assistant" else message.role
        message_id = _insert(
            connection,
            "message",
            {
                **more,
                "conversation_id": conversation_id,
                "parent_id": ids[message.parent] if message.parent is not None else None,
                "group_id": None,
                "role": role[:_LONGEST_ROLE] if role != "user" else message.role,
                "state": state.value,
                "created_at": _moment(message.created_at, now),
                "model_name": storable(message.model_name)[:_LONGEST_TITLE],
                "error": storable(message.error)[:_LONGEST_MORE],
                "figures": encoded(message.figures),
                "answer": storable(message.answer) if texts.answer is None else texts.answer,
                "thinking": storable(message.thinking) if texts.thinking is None else texts.thinking,
                "tools": texts.tools,
            },
        )
        for ordinal, row in enumerate(rows):
            put_row(connection, message_id, ordinal, row)
        if message.group is not None and message.role != "user":
            first = groups.setdefault((message.group, message.parent), message_id)
            if first != message_id:
                connection.execute("UPDATE message SET group_id = ? WHERE id IN (?, ?)", (first, first, message_id))
        for attachment in message.attachments:
            _insert(
                connection,
                "attachment",
                {
                    "message_id": message_id,
                    "name": storable(attachment.name)[:_LONGEST_TITLE],
                    "kind": storable(attachment.kind)[:100],
                    "size_bytes": max(0, min(attachment.size_bytes, 1 << 50)),
                    "text": storable(attachment.text),
                    "content": attachment.content,
                    "preview": attachment.preview,
                },
            )
        return message_id


def _check(tree: ConversationTree) -> None:
    for place, message in enumerate(tree.messages):
        if message.parent is not None and not 0 <= message.parent < place:
            raise ValueError(f"message {place} hangs on {message.parent}, which does not stand before it")
    if any(not 0 <= place < len(tree.messages) for place in (*tree.left_out, *tree.files_left_out)):
        raise ValueError("what is left out is not there")
    if tree.leaf is not None and not 0 <= tree.leaf < len(tree.messages):
        raise ValueError(f"the branch shown ends at {tree.leaf} of {len(tree.messages)} messages")


def _moment(seconds: float | None, now: float) -> float:
    if seconds is None or not math.isfinite(seconds) or not 0 < seconds <= _LATEST_S:
        return now
    return seconds


def _columns(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return the types of columns whose values mean the same everywhere: ids of other rows do not."""
    references = {row["from"] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
    columns = connection.execute(f"PRAGMA table_info({table})")
    return {row["name"]: row["type"] for row in columns if not row["pk"] and row["name"] not in references}


def _allowed(more: dict[str, Scalar], columns: dict[str, str]) -> dict[str, Scalar]:
    """Return what fits columns that exist; anything else in a file is not ours to keep."""
    allowed: dict[str, Scalar] = {}
    for name, value in more.items():
        kind = _TYPES.get(columns.get(name, ""))
        if kind is None or name == "unsent" or not isinstance(value, kind):
            continue
        if isinstance(value, str):
            allowed[name] = storable(value)[:_LONGEST_MORE]
        elif value is not None and abs(value) < 1 << 62:
            allowed[name] = value
    return allowed


def _insert(connection: sqlite3.Connection, table: str, fields: Mapping[str, Scalar | bytes]) -> int:
    names = ", ".join(fields)
    marks = ", ".join("?" * len(fields))
    row_id = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(fields.values())).lastrowid
    assert row_id is not None, "an INSERT of one row has an id"
    return row_id
