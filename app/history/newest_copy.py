"""Whether the newest copy tells of conversations that the database does not have: then another file took its place."""

from __future__ import annotations

from pathlib import Path

from app.history.backups import BackupKind, Backups
from app.history.copy_content import content_of, read_content
from app.history.database import Database
from app.history.errors import DatabaseHoldsLess


def check_against_copies(database: Database, path: Path, *, accepted_at: float) -> None:
    """Raise `DatabaseHoldsLess` if something of the newest copy is missing that nobody has purged.

    Copies from before `accepted_at` (seconds since the epoch), or before a restore, tell nothing: what is there now was
    put there by the person. Reads the ids of a copy and of the database: it belongs on a thread.
    """
    for backup in Backups(path).all():
        if backup.kind is BackupKind.BEFORE_RESTORE or backup.made_at <= accepted_at:
            return
        content = content_of(backup.path)
        if content.is_readable:
            with database.reading() as connection:
                missing = content.beyond([read_content(connection)])
            if missing:
                raise DatabaseHoldsLess(path, missing=missing, details=str(backup.path))
            return
