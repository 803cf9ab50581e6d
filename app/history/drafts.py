"""Keeps what was typed and attached in each conversation and not yet sent."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from app.history.attachments import StoredAttachment
from app.history.database import Database
from app.history.rows import encoded, storable


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that is being written."""

    text: str = ""
    files: tuple[StoredAttachment, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.text and not self.files


class DraftShelf:
    """One draft for each conversation, and one (`None`) for the next new one.

    A draft goes with its conversation; one for a conversation that is gone is not kept. Raises the errors of
    `app.history.errors`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, conversation_id: int | None) -> Draft:
        """Return the draft, an empty one if there is none."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT text, files FROM draft WHERE conversation_id IS ?", (conversation_id,)
            ).fetchone()
        if row is None:
            return Draft()
        try:
            files = msgspec.json.decode(row[1], type=tuple[StoredAttachment, ...])
        except msgspec.MsgspecError:
            files = ()
        return Draft(row[0], files)

    def keep(self, conversation_id: int | None, draft: Draft) -> None:
        """Put a draft in the place of the one before."""
        files = encoded([file.storable() for file in draft.files])
        with self._database.writing() as connection:
            connection.execute("DELETE FROM draft WHERE conversation_id IS ?", (conversation_id,))
            if not draft.is_empty:
                connection.execute(
                    "INSERT INTO draft (conversation_id, text, files) SELECT ?, ?, ?"
                    " WHERE ? IS NULL OR EXISTS (SELECT 1 FROM conversation WHERE id = ?)",
                    (conversation_id, storable(draft.text), files, conversation_id, conversation_id),
                )
