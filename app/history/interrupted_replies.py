"""Ends the replies that nobody writes any more: after a crash, and in a backup that was made while they ran."""

from __future__ import annotations

from app.history.database import Database
from app.history.message_rows import read_messages
from app.history.records import MessageState, StoredMessage
from app.history.reply_queries import end_with_pieces
from app.text import translatable

CUT_BY_A_CRASH = translatable("Aside was closed while this reply was being written. What had been written is kept.")
CUT_BY_THE_BACKUP = translatable(
    "This reply was still being written when the backup was made. What had been written by then is kept."
)


def end_interrupted(database: Database, *, error: str) -> list[StoredMessage]:
    """End the running replies of a database as failed, with what was saved of them; return them.

    For when nothing runs: a reply that is being written would be cut off.
    """
    with database.writing() as connection:
        found = connection.execute("SELECT id FROM message WHERE state = ? ORDER BY id", (MessageState.RUNNING.value,))
        ids = [row[0] for row in found]
        for message_id in ids:
            end_with_pieces(connection, message_id, state=MessageState.FAILED, error=error)
        return read_messages(connection, ids)
