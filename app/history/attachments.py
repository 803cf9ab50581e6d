"""Keeps the files that were sent along with questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.history.rows import storable

if TYPE_CHECKING:
    from app.history.database import Database  # brings SQLite, which the window needs only after its first paint

_OF_MESSAGE = "SELECT name, kind, size_bytes, text FROM attachment WHERE message_id = ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class StoredAttachment:
    """A file of a question, as text; `kind` is the value of `app.attachments.attached_file.FileKind`."""

    name: str
    kind: str
    size_bytes: int
    text: str


class AttachmentShelf:
    """The files of questions. Raises the errors of `app.history.errors`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, message_id: int, attachments: Sequence[StoredAttachment]) -> None:
        """Keep files with a question, all of them or none. Raises `LookupError` if there is no such message."""
        with self._database.writing() as connection:
            if connection.execute("SELECT 1 FROM message WHERE id = ?", (message_id,)).fetchone() is None:
                raise LookupError(f"no message {message_id}")
            connection.executemany(
                "INSERT INTO attachment (message_id, name, kind, size_bytes, text) VALUES (?, ?, ?, ?, ?)",
                [(message_id, storable(one.name), one.kind, one.size_bytes, storable(one.text)) for one in attachments],
            )

    def of_message(self, message_id: int) -> list[StoredAttachment]:
        """Return the files of a question, in the order they were added."""
        return self.of_messages([message_id]).get(message_id, [])

    def names_of(self, message_id: int) -> list[str]:
        """Return the names of a question's files; their texts are not read."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT name FROM attachment WHERE message_id = ? ORDER BY id", (message_id,))
            return [row[0] for row in rows]

    def of_messages(self, message_ids: Sequence[int]) -> dict[int, list[StoredAttachment]]:
        """Return the files of those questions that have any, by question: one look for a whole prompt."""
        found: dict[int, list[StoredAttachment]] = {}
        with self._database.reading() as connection:
            for message_id in message_ids:
                rows = connection.execute(
                    "SELECT name, kind, size_bytes, text FROM attachment WHERE message_id = ? ORDER BY id",
                    (message_id,),
                ).fetchall()
                if rows:
                    found[message_id] = [StoredAttachment(*row) for row in rows]
        return found
