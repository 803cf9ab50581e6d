"""Copies of the database beside it: one a day and by hand, the last seven of each; and the way back.

A copy is written under another name and renamed when it is whole and on the disk. Restoring writes the copy into the
open database in one transaction: whoever has it open goes on, and a crash leaves the old content or the new.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import enum
import os
import re
import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from app.cancellation import Cancelled
from app.history.copy_content import ConversationKey, content_of
from app.history.database import Database, stoppable, translating
from app.history.errors import (
    BackupIsDamaged,
    DatabaseIsDamaged,
    DatabaseIsNewer,
    DiskIsFull,
    HistoryError,
    NoRoomForBackup,
)
from app.history.purge import purge, remove_remains
from app.history.reply_queries import CUT_BY_THE_BACKUP, end_interrupted
from app.history.sqlite_faults import translated
from app.private_files import make_private_file, make_private_folder

KEPT = 7
"""How many of each kind are kept."""

_PAGES_PER_STEP = 2000
_NAME = re.compile(r"history-(\d{4}-\d{2}-\d{2})_(\d{2}-\d{2}-\d{2})-(daily|by-hand|before-restore|rescued)\.sqlite3")


class BackupKind(enum.StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    BY_HAND = "by-hand"
    BEFORE_RESTORE = "before-restore"
    """Of what stood in the database when an older copy was put in its place."""
    RESCUED = "rescued"
    """Of what was still open of a file that was moved, deleted or replaced."""
    BEFORE_UPDATE = "before-update"
    """Made before the format changed. It lies beside the database."""
    SET_ASIDE = "set-aside"
    """The database itself, when it could not be opened. It lies beside the one of now."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the database; `made_at` in seconds since the epoch."""

    path: Path
    kind: BackupKind
    made_at: float
    size_bytes: int


class Backups:
    """The copies of one database file, in the folder `backups` beside it. Raises the errors of `app.history.errors`.

    Making and restoring take seconds for a large history: they belong on a thread. Several copies may be made at once.
    """

    def __init__(self, database: Path, *, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        self._begun: set[Path] = set()
        """The copies that are being made."""
        self.folder = database.parent / "backups"

    def all(self) -> list[Backup]:
        """Return the copies, the newest first; other files in the folder are not looked at."""
        found: list[Backup] = []
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                backup = _backup_at(path)
                if backup is not None:
                    found.append(backup)
        return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)

    def is_due(self) -> bool:
        """Return whether today's copy is still to be made."""
        today = dt.datetime.fromtimestamp(self._clock()).date()
        return not any(
            backup.kind is BackupKind.DAILY and dt.datetime.fromtimestamp(backup.made_at).date() >= today
            for backup in self.all()
        )

    def make(
        self,
        kind: BackupKind,
        *,
        on_progress: Callable[[float], None] = lambda fraction: None,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Backup:
        """Copy the database as it is now, and remove the oldest beyond `KEPT`. Raises `Cancelled`.

        A damaged database raises `DatabaseIsDamaged` and is not kept as a copy: it would push the good ones out.
        """
        made = self._copied(kind, on_progress=on_progress, is_stopped=is_stopped)
        self._prune(kind)
        return made

    def restore(
        self,
        backup: Backup,
        database: Database,
        *,
        on_progress: Callable[[float], None] = lambda fraction: None,
        is_stopped: Callable[[], bool] = lambda: False,
        before_copying: Callable[[], None] = lambda: None,
        committing: Callable[[], AbstractContextManager[object]] = contextlib.nullcontext,
    ) -> Backup:
        """Put a copy in the place of what `database` holds, keeping that as a copy; return the latter.

        An older format is migrated on the way. What others write after `before_copying` is lost; what they read is
        another inside of `committing`. Raises `BackupIsDamaged`, `DatabaseIsNewer`, `Cancelled`, and what these two
        raise: all is as it was then.
        """

        def part(begin: float, end: float) -> Callable[[float], None]:
            return lambda fraction: on_progress(begin + (end - begin) * fraction)

        with (
            self.staged(backup, on_progress=part(0.0, 0.3), is_stopped=is_stopped) as staged,
            contextlib.closing(_opened(staged)) as content,
        ):
            before_copying()
            before = self._copied(BackupKind.BEFORE_RESTORE, on_progress=part(0.3, 0.7), is_stopped=is_stopped)
            try:
                database.replace_content(
                    content, on_progress=part(0.7, 1.0), is_stopped=is_stopped, committing=committing
                )
            except BaseException:
                before.path.unlink(missing_ok=True)
                raise
        self._prune(BackupKind.BEFORE_RESTORE)
        return before

    def rescue(self, database: Database) -> Backup | None:
        """Copy what an open connection still sees of a file that is gone; `None` if that is nothing whole."""
        target: Path | None = None
        try:
            make_private_folder(self.folder)
            target = self._begin(BackupKind.RESCUED)
            unfinished = _unfinished(target)
            make_private_file(unfinished)
            with database.reading() as source, contextlib.closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
                _check(copy, self._database, lambda: False)
            _write_through(unfinished)
            unfinished.replace(target)
        except (OSError, sqlite3.Error, HistoryError, UnicodeDecodeError):
            if target is not None:
                with contextlib.suppress(OSError):
                    _unfinished(target).unlink(missing_ok=True)
            return None
        finally:
            with self._lock:
                self._begun.discard(target or self.folder)
        return _backup_at(target)

    def purge(
        self, backup: Backup, keys: Collection[ConversationKey], *, is_stopped: Callable[[], bool] = lambda: False
    ) -> None:
        """Take conversations out of a copy for good; it has the newest format then, and all else that it had.

        Raises what `staged` raises, and `HistoryError`s of the folder: the copy is as it was then.
        """
        with self.staged(backup, is_stopped=is_stopped) as staged:
            database = Database(staged, busy_timeout_s=1.0)
            try:
                with database.reading() as connection:
                    found = connection.execute("SELECT id, created_at FROM conversation").fetchall()
                purge(database, [row[0] for row in found if tuple(row) in keys], is_stopped=is_stopped)
                is_clean = remove_remains(database, is_stopped=is_stopped)
                with database.reading() as connection:
                    connection.execute("PRAGMA journal_mode = DELETE")
            finally:
                database.close()
            if not is_clean:
                raise Cancelled
            with translating(backup.path):
                _write_through(staged)
                os.utime(staged, (backup.made_at, backup.made_at))
                staged.replace(backup.path)
                _write_through(backup.path.parent)

    @contextlib.contextmanager
    def staged(
        self,
        backup: Backup,
        *,
        on_progress: Callable[[float], None] = lambda fraction: None,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Path]:
        """Give the path of a copy of a backup that was checked and has the newest format; it goes afterwards.

        It may be moved away. Raises `BackupIsDamaged`, `DatabaseIsNewer`, `Cancelled`.
        """
        staged = self.folder / "restoring.sqlite3"
        try:
            with translating(backup.path):
                self._clear(staged)
                _stage(backup, staged, on_progress, is_stopped)
            yield staged
        finally:
            with contextlib.suppress(OSError):  # then next time
                self._clear(staged)

    def _copied(
        self, kind: BackupKind, *, on_progress: Callable[[float], None], is_stopped: Callable[[], bool]
    ) -> Backup:
        with translating(self.folder):
            make_private_folder(self.folder)
            target = self._begin(kind)
        unfinished = _unfinished(target)
        try:
            with translating(target):
                try:
                    self._write(unfinished, kind, on_progress, is_stopped)
                    unfinished.replace(target)
                    _write_through(self.folder)
                except BaseException as error:
                    unfinished.unlink(missing_ok=True)
                    if isinstance(error, OSError | sqlite3.Error) and isinstance(translated(error, target), DiskIsFull):
                        raise NoRoomForBackup(target, details=str(error)) from error
                    raise
        finally:
            with self._lock:
                self._begun.discard(target)
        made = _backup_at(target)
        assert made is not None, "it has just been written under our own name"
        return made

    def _begin(self, kind: BackupKind) -> Path:
        """Return where the next copy goes: two of the same second get names of their own. Left-overs are removed."""
        with self._lock:
            in_use = {_unfinished(target).name for target in self._begun}
            for left_over in self.folder.glob("history-*.sqlite3.part*"):
                if not any(left_over.name.startswith(name) for name in in_use):
                    left_over.unlink(missing_ok=True)
            moment = dt.datetime.fromtimestamp(self._clock())
            while True:
                target = self.folder / f"history-{moment:%Y-%m-%d_%H-%M-%S}-{kind.value}.sqlite3"
                if target not in self._begun and not target.exists():
                    self._begun.add(target)
                    return target
                moment += dt.timedelta(seconds=1)

    def _write(
        self, unfinished: Path, kind: BackupKind, on_progress: Callable[[float], None], is_stopped: Callable[[], bool]
    ) -> None:
        with contextlib.closing(_opened(self._database)) as source:
            # The copy is of this moment, however much is written meanwhile.
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            make_private_file(unfinished)
            with contextlib.closing(sqlite3.connect(unfinished)) as copy:
                _copy_pages(source, copy, on_progress, is_stopped)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, which can be carried away
                if kind is not BackupKind.BEFORE_RESTORE:
                    _check(copy, self._database, is_stopped)
        _write_through(unfinished)

    def _prune(self, kind: BackupKind) -> None:
        """Remove the oldest, but for the one that has most of what no newer one has: less never pushes out more."""
        of_kind = [one for one in self.all() if one.kind is kind]
        newer = [content_of(backup.path) for backup in of_kind[:KEPT]]
        older = [(backup, content_of(backup.path)) for backup in of_kind[KEPT:]]
        fullest = max(older, key=lambda one: one[1].beyond(newer), default=None)
        for backup, content in older:
            if fullest is not None and backup is fullest[0] and content.beyond(newer):
                continue
            with contextlib.suppress(OSError):
                backup.path.unlink()

    def _clear(self, staged: Path) -> None:
        for path in self.folder.glob(staged.stem + "*"):
            path.unlink(missing_ok=True)


def _copy_pages(
    source: sqlite3.Connection,
    copy: sqlite3.Connection,
    on_progress: Callable[[float], None],
    is_stopped: Callable[[], bool],
) -> None:
    def step(_status: int, remaining: int, total: int) -> None:
        if is_stopped():
            raise Cancelled
        on_progress(1 - remaining / max(1, total))

    source.backup(copy, pages=_PAGES_PER_STEP, progress=step, sleep=0.05)


def _check(copy: sqlite3.Connection, database: Path, is_stopped: Callable[[], bool]) -> None:
    """Raise `DatabaseIsDamaged` for a copy that is broken inside: then the database is."""
    with stoppable(copy, is_stopped):
        findings = [str(row[0]) for row in copy.execute("PRAGMA quick_check(5)")]
    if findings != ["ok"]:
        raise DatabaseIsDamaged(database, details="\n".join(findings))


def _stage(backup: Backup, staged: Path, on_progress: Callable[[float], None], is_stopped: Callable[[], bool]) -> None:
    try:
        with (
            contextlib.closing(_opened(backup.path)) as source,
            contextlib.closing(sqlite3.connect(staged)) as copy,
        ):
            if not source.execute("PRAGMA user_version").fetchone()[0]:
                raise BackupIsDamaged(backup.path, details="empty, or not one of Aside's")
            _copy_pages(source, copy, on_progress, is_stopped)
        checked = Database(staged, busy_timeout_s=1.0)
        try:
            checked.check_integrity(is_stopped=is_stopped)
            end_interrupted(checked, error=CUT_BY_THE_BACKUP)
        finally:
            checked.close()
    except DatabaseIsNewer:
        raise
    except DatabaseIsDamaged as error:
        raise BackupIsDamaged(backup.path, details=error.details) from error
    except sqlite3.DatabaseError as error:
        known = translated(error, staged)
        if known is not None and not isinstance(known, DatabaseIsDamaged):
            raise known from error  # no room or no right to copy it: the backup is not to blame
        raise BackupIsDamaged(backup.path, details=str(error)) from error


def _unfinished(target: Path) -> Path:
    return target.with_name(target.name + ".part")


def _opened(path: Path) -> sqlite3.Connection:
    """Open a database that must exist."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=5.0)


def _backup_at(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made_at = dt.datetime.strptime(f"{match[1]}_{match[2]}", "%Y-%m-%d_%H-%M-%S").timestamp()
        return Backup(path, BackupKind(match[3]), made_at, path.stat().st_size)
    except (ValueError, OSError):
        return None


def _write_through(path: Path) -> None:
    """Wait until a file, or a folder's entries, are on the disk; where a folder cannot be opened, trust the system."""
    try:
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
