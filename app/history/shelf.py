"""Where conversations stand: pinned, in folders, in the archive, deleted; many changed at once, and put back."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.history.copy_content import GIVEN_UP
from app.history.database import Database
from app.history.rows import storable

_LONGEST_NAME = 200  # characters


@dataclass(frozen=True, slots=True)
class Folder:
    """A named place for conversations."""

    id: int
    name: str
    created_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where one conversation stood; the times are `None` where it was not pinned, archived, deleted."""

    conversation_id: int
    pinned_at: float | None
    archived_at: float | None
    deleted_at: float | None
    folder_id: int | None


@dataclass(frozen=True, slots=True)
class RemovedFolder:
    """A folder that was deleted, and what stood in it: enough to put it back."""

    folder: Folder
    conversation_ids: tuple[int, ...]


class ConversationShelf:
    """Pins, folders, archive and deletion, for any number of conversations in one transaction.

    Each change returns the places from before; `put_back` undoes it. Ids that are gone are left out in silence: what
    the person marked may have been purged meanwhile. Raises the errors of `app.history.errors`.
    """

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def folders(self) -> list[Folder]:
        """Return all folders by name."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id, name, created_at FROM folder").fetchall()
        folders = [Folder(row["id"], row["name"], row["created_at"]) for row in rows]
        return sorted(folders, key=lambda folder: (folder.name.casefold(), folder.id))

    def create_folder(self, name: str) -> Folder:
        """Add an empty folder. Raises `ValueError` for a name without a visible character."""
        with self._database.writing() as connection:
            cursor = connection.execute(
                "INSERT INTO folder (name, created_at) VALUES (?, ?)", (_folder_name(name), self._clock())
            )
            return _folder(connection, cursor.lastrowid)

    def rename_folder(self, folder_id: int, name: str) -> Folder:
        """Give a folder another name."""
        with self._database.writing() as connection:
            connection.execute("UPDATE folder SET name = ? WHERE id = ?", (_folder_name(name), folder_id))
            return _folder(connection, folder_id)

    def delete_folder(self, folder_id: int) -> RemovedFolder:
        """Remove a folder; its conversations stay, in no folder."""
        with self._database.writing() as connection:
            folder = _folder(connection, folder_id)
            rows = connection.execute("SELECT id FROM conversation WHERE folder_id = ?", (folder_id,)).fetchall()
            connection.execute("DELETE FROM folder WHERE id = ?", (folder_id,))
        return RemovedFolder(folder, tuple(row["id"] for row in rows))

    def restore_folder(self, removed: RemovedFolder) -> None:
        """Put a folder back with those of its conversations that stand in no other folder now."""
        folder = removed.folder
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO folder (id, name, created_at) VALUES (?, ?, ?)",
                (folder.id, folder.name, folder.created_at),
            )
            connection.execute(
                "UPDATE conversation SET folder_id = ? WHERE folder_id IS NULL"
                " AND id IN (SELECT value FROM json_each(?))",
                (folder.id, json.dumps(removed.conversation_ids)),
            )

    def set_pinned(self, conversation_ids: Sequence[int], *, pinned: bool) -> tuple[Place, ...]:
        """Keep conversations at the top of the list, or no longer."""
        return self._changed(conversation_ids, "pinned_at", self._clock() if pinned else None)

    def set_archived(self, conversation_ids: Sequence[int], *, archived: bool) -> tuple[Place, ...]:
        """Put conversations into the archive, or take them out."""
        return self._changed(conversation_ids, "archived_at", self._clock() if archived else None)

    def move(self, conversation_ids: Sequence[int], folder_id: int | None) -> tuple[Place, ...]:
        """Put conversations into a folder, or into none. Raises `LookupError` if the folder does not exist."""
        return self._changed(conversation_ids, "folder_id", folder_id)

    def delete(self, conversation_ids: Sequence[int]) -> tuple[Place, ...]:
        """Hide conversations until they are put back or purged."""
        return self._changed(conversation_ids, "deleted_at", self._clock())

    def give_up(self, conversation_ids: Sequence[int]) -> None:
        """Hide conversations for good: whoever purges next takes them, however soon that is."""
        self._changed(conversation_ids, "deleted_at", GIVEN_UP)

    def put_back(self, places: Sequence[Place]) -> None:
        """Let conversations stand again where they stood; a folder that is gone by now is forgotten."""
        with self._database.writing() as connection:
            connection.executemany(
                "UPDATE conversation SET pinned_at = ?, archived_at = ?, deleted_at = ?,"
                " folder_id = (SELECT id FROM folder WHERE id = ?) WHERE id = ? AND deleted_at IS NOT 0",
                [(p.pinned_at, p.archived_at, p.deleted_at, p.folder_id, p.conversation_id) for p in places],
            )

    def _changed(self, conversation_ids: Sequence[int], column: str, value: float | None) -> tuple[Place, ...]:
        ids = json.dumps(list(conversation_ids))
        with self._database.writing() as connection:
            if column == "folder_id" and value is not None:
                _folder(connection, int(value))
            rows = connection.execute(
                "SELECT id, pinned_at, archived_at, deleted_at, folder_id FROM conversation"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (ids,),
            ).fetchall()
            connection.execute(
                f"UPDATE conversation SET {column} = ? WHERE id IN (SELECT value FROM json_each(?))", (value, ids)
            )
        return tuple(Place(*row) for row in rows)


def _folder(connection: sqlite3.Connection, folder_id: int | None) -> Folder:
    row = connection.execute("SELECT id, name, created_at FROM folder WHERE id = ?", (folder_id,)).fetchone()
    if row is None:
        raise LookupError(f"no folder {folder_id}")
    return Folder(*row)


def _folder_name(name: str) -> str:
    plain = " ".join(storable(name).split())[:_LONGEST_NAME]
    if not plain:
        raise ValueError("a folder needs a name")
    return plain
