"""A database that is missing or cannot be used: noticed when it is opened, set aside, so that nothing is deleted."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

from app.file_facts import may_be_there
from app.history.backups import Backup, Backups
from app.history.database import has_log, translating
from app.history.errors import DatabaseIsDamaged, DatabaseIsMissing

_COMPANIONS = ("-wal", "-shm")


def check_presence(path: Path, *, is_expected: bool) -> None:
    """Raise `DatabaseIsMissing` if there is no file, and it is expected or something beside it says that there was.

    SQLite would begin an empty history in its place, and throw away what a log beside it holds.
    """
    if may_be_there(path):
        return
    beside = [path.with_name(path.name + companion) for companion in _COMPANIONS]
    if is_expected or Backups(path).all() or any(map(may_be_there, beside)):
        raise DatabaseIsMissing(path)


def check_emptiness(path: Path) -> None:
    """Raise `DatabaseIsDamaged` for an empty file that has backups: SQLite would take it for a new one."""
    with translating(path):
        try:
            size_bytes = path.stat().st_size
        except FileNotFoundError:
            return
        if not size_bytes and not has_log(path) and Backups(path).all():
            raise DatabaseIsDamaged(path, details="the file is empty")


def set_aside_damaged(path: Path) -> Path | None:
    """Rename the database at `path`, with SQLite's files beside it, to a dated name; return that, if there was one.

    Every connection to it must be closed. Raises `DatabaseIsNotWritable` if it cannot be renamed.
    """
    moment = dt.datetime.now().strftime("%Y-%m-%d_%H-%M-%S")
    target = path.with_name(f"{path.stem}.damaged-{moment}{path.suffix}")
    count = 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.stem}.damaged-{moment}-{count}{path.suffix}")
    was_there = may_be_there(path)
    with translating(path):
        if was_there:
            path.rename(target)
        for companion in _COMPANIONS:
            beside = path.with_name(path.name + companion)
            if beside.exists():
                beside.rename(target.with_name(target.name + companion))
    return target if was_there else None


def replace_damaged(path: Path, backup: Backup) -> Path | None:
    """Set the database at `path` aside and put a copy in its place; return where the former is now, if there was one.

    The copy is checked, and an older format migrated, before anything is moved: `BackupIsDamaged` and `DatabaseIsNewer`
    leave all as it was. Takes seconds for a large history: it belongs on a thread.
    """
    with Backups(path).staged(backup) as staged:
        return put_in_place(staged, path)


def put_in_place(staged: Path, path: Path) -> Path | None:
    """Set the database at `path` aside and move another, in one file, to its place; return where the former is now."""
    kept_at = set_aside_damaged(path)
    with translating(path):
        try:
            staged.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                if kept_at is not None:
                    kept_at.rename(path)
            raise
    return kept_at
