"""Which copies of the database still hold a conversation, until when, and how it is taken out of them.

Beside the backups there are copies that were made before an update of the format, and files that were set aside.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from app.cancellation import Cancelled
from app.errors import UserError
from app.history.backups import KEPT, Backup, BackupKind, Backups
from app.history.copy_content import ConversationKey, content_of, read_content
from app.history.database import Database
from app.history.errors import DatabaseHoldsLess

_BESIDE = {BackupKind.BEFORE_UPDATE: "before-version-*", BackupKind.SET_ASIDE: "damaged-*"}


@dataclass(frozen=True, slots=True)
class HeldCopy:
    """A copy, and the day on which it is likely to make room for newer ones: `None` if it stays."""

    backup: Backup
    goes_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class HeldCopies:
    """The copies that hold what was looked for, and those of which nobody can say: they cannot be read."""

    holding: tuple[HeldCopy, ...] = ()
    unreadable: tuple[HeldCopy, ...] = ()


def copies_holding(
    database: Path,
    keys: Collection[ConversationKey],
    *,
    clock: Callable[[], float] = time.time,
    is_stopped: Callable[[], bool] = lambda: False,
) -> HeldCopies:
    """Look into every copy for these conversations. Takes a moment for each copy. Raises `Cancelled`."""
    backups = Backups(database, clock=clock)
    today, is_due = dt.datetime.fromtimestamp(clock()).date(), backups.is_due()
    holding: list[HeldCopy] = []
    unreadable: list[HeldCopy] = []
    newer_daily = 0
    for backup in (*backups.all(), *copies_beside(database)):
        if is_stopped():
            raise Cancelled
        goes_on = None
        if backup.kind is BackupKind.DAILY:  # one a day, of which so many are kept
            goes_on = today + dt.timedelta(days=max(1, KEPT - newer_daily - is_due))
            newer_daily += 1
        content = content_of(backup.path)
        if not content.is_readable:
            unreadable.append(HeldCopy(backup, goes_on))
        elif any(key in content.messages for key in keys):
            holding.append(HeldCopy(backup, goes_on))
    return HeldCopies(tuple(holding), tuple(unreadable))


def copies_beside(database: Path) -> list[Backup]:
    """Return the copies that lie beside the database and are no backups: nobody removes them."""
    found: list[Backup] = []
    for kind, name in _BESIDE.items():
        for path in sorted(database.parent.glob(f"{database.stem}.{name}{database.suffix}")):
            with contextlib.suppress(OSError):
                facts = path.stat()
                found.append(Backup(path, kind, facts.st_mtime, facts.st_size))
    return found


def forget_in_copies(
    database: Path,
    keys: Collection[ConversationKey],
    *,
    on_progress: Callable[[float], None] = lambda fraction: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> list[HeldCopy]:
    """Take conversations out of every copy that holds them, and return those in which they had to stay.

    All else in them stays as it is; they are in the newest format then. Raises `Cancelled`: the copy at hand is as it
    was then.
    """
    copies = copies_holding(database, keys, is_stopped=is_stopped)
    left = list(copies.unreadable)
    for number, copy in enumerate(copies.holding):
        try:
            Backups(database).purge(copy.backup, keys, is_stopped=is_stopped)
        except UserError:  # damaged, of a newer version, or without room for a second one
            left.append(copy)
        on_progress((number + 1) / len(copies.holding))
    return left


def remove_left_overs(database: Path) -> None:
    """Remove copies that a crash left half made, under names that nobody looks at. For when none is being made."""
    backups = Backups(database).folder
    for folder, name in (
        (backups, "history-*.sqlite3.part*"),
        (backups, "restoring.*"),
        (database.parent, f"{database.stem}.before-version-*.part*"),
        (database.parent, f"{database.stem}.salvaging.*"),
    ):
        with contextlib.suppress(OSError):
            for path in folder.glob(name):
                path.unlink(missing_ok=True)


# Whether the newest copy tells of conversations that the database does not have: then another file took its place.


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
