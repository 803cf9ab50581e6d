"""Turns the exceptions of SQLite and of the file system into our own, at the edge of the room."""

from __future__ import annotations

import errno
import re
import shutil
import sqlite3
from pathlib import Path

from app.history.errors import (
    DatabaseIsDamaged,
    DatabaseIsLocked,
    DatabaseIsNotWritable,
    DiskIsFull,
    HistoryError,
)

_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_NOT_WRITABLE = frozenset(
    {
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_NOLFS,
    }
)
_OF_A_BROKEN_FILE = re.compile(
    r"no such (table|column|view)|unsupported file format|malformed|vtable constructor|fts5|database disk image"
)
"""SQLite's plain "error" for tables that were there when the database was opened."""
# Some disks report "no space" only as a failed write, and shared memory (-shm) always does.
_ALMOST_NO_SPACE_BYTES = 256 * 1024


def translated(error: sqlite3.Error | OSError, path: Path) -> HistoryError | None:
    """Return the error that a person can act on, or `None`: then it is a bug and must be raised as it is."""
    details = f"{type(error).__name__}: {error}"
    if isinstance(error, OSError):
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return DiskIsFull(path, details=details) if is_full else DatabaseIsNotWritable(path, details=details)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Raised by Python's own module: an OperationalError here means text that is not UTF-8.
        return DatabaseIsDamaged(path, details=details) if isinstance(error, sqlite3.OperationalError) else None
    details = f"{details} ({getattr(error, 'sqlite_errorname', code)})"
    primary = code & 0xFF
    if primary in _LOCKED:
        return DatabaseIsLocked(path, details=details)
    if primary in _DAMAGED:
        return DatabaseIsDamaged(path, details=details)
    if primary == sqlite3.SQLITE_ERROR and _OF_A_BROKEN_FILE.search(str(error)):
        return DatabaseIsDamaged(path, details=details)
    if primary == sqlite3.SQLITE_FULL:
        return DiskIsFull(path, details=details)
    if primary == sqlite3.SQLITE_IOERR and not has_room(path):
        return DiskIsFull(path, details=details)
    if primary == sqlite3.SQLITE_IOERR or primary in _NOT_WRITABLE:
        return DatabaseIsNotWritable(path, details=details)
    return None


def has_room(path: Path) -> bool:
    """Whether a little more can be written beside this file; so it is said, too, if nobody knows."""
    try:
        return shutil.disk_usage(path.parent).free >= _ALMOST_NO_SPACE_BYTES
    except OSError:
        return True
