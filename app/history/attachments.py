"""Keeps the files that were sent along with questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, field, replace
from typing import TYPE_CHECKING

from app.attachments.attached_file import FileKind
from app.history.rows import storable
from app.text import visible_line

if TYPE_CHECKING:
    import sqlite3  # the window needs it only after its first paint

    from app.history.database import Database

_OF_MESSAGES = """
    SELECT message_id, name, kind, size_bytes, text, content, preview FROM attachment
    WHERE message_id IN ({ids}) ORDER BY id
"""
_IDS_PER_LOOK = 500


@dataclass(frozen=True, slots=True)
class StoredAttachment:
    """A file of a question, as text, or a picture; `kind` is the value of `app.attachments.attached_file.FileKind`.

    A picture has a file's bytes in `content`, and those of a small copy in `preview`, which may be empty.
    """

    name: str
    kind: str
    size_bytes: int
    text: str
    content: bytes = field(default=b"", repr=False)
    preview: bytes = field(default=b"", repr=False)

    @property
    def is_picture(self) -> bool:
        """Whether it is shown to the model, not read."""
        return self.kind == FileKind.IMAGE.value

    @property
    def head(self) -> AttachmentHead:
        """What is shown of it below its question."""
        return AttachmentHead(visible_line(self.name), self.is_picture, self.preview)

    def storable(self) -> StoredAttachment:
        """Return it with texts that SQLite can hold."""
        return replace(self, name=storable(self.name), text=storable(self.text))


@dataclass(frozen=True, slots=True)
class AttachmentHead:
    """What is shown of a file below its question, where all of its name can be seen."""

    name: str
    is_picture: bool = False
    preview: bytes = field(default=b"", repr=False)


class AttachmentShelf:
    """The files of questions. Raises the errors of `app.history.errors`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, message_id: int, attachments: Sequence[StoredAttachment]) -> None:
        """Keep files with a question, all of them or none. Raises `LookupError` if there is no such message."""
        with self._database.writing() as connection:
            if connection.execute("SELECT 1 FROM message WHERE id = ?", (message_id,)).fetchone() is None:
                raise LookupError(f"no message {message_id}")
            add_attachments(connection, message_id, attachments)

    def of_message(self, message_id: int) -> list[StoredAttachment]:
        """Return the files of a question, in the order they were added."""
        return self.of_messages([message_id]).get(message_id, [])

    def heads_of(self, message_id: int) -> list[AttachmentHead]:
        """Return the names of a question's files, and the small copies of its pictures; no more of them is read."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT name, kind, preview FROM attachment WHERE message_id = ? ORDER BY id", (message_id,)
            )
            return [AttachmentHead(visible_line(row[0]), row[1] == FileKind.IMAGE.value, row[2]) for row in rows]

    def of_messages(self, message_ids: Sequence[int]) -> dict[int, list[StoredAttachment]]:
        """Return the files of those questions that have any, by question: one look for a whole prompt."""
        found: dict[int, list[StoredAttachment]] = {}
        with self._database.reading() as connection:
            for first in range(0, len(message_ids), _IDS_PER_LOOK):
                ids = message_ids[first : first + _IDS_PER_LOOK]
                for row in connection.execute(_OF_MESSAGES.format(ids=",".join("?" * len(ids))), ids):
                    found.setdefault(row[0], []).append(StoredAttachment(*row[1:]))
        return found


def add_attachments(connection: sqlite3.Connection, message_id: int, attachments: Sequence[StoredAttachment]) -> None:
    """Keep files with a question, inside a transaction of the caller."""
    connection.executemany(
        "INSERT INTO attachment (message_id, name, kind, size_bytes, text, content, preview)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(message_id, *astuple(one.storable())) for one in attachments],
    )
