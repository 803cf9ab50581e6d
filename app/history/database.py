"""The connection to the database file: opened, guarded and translated in one place."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from app.cancellation import Cancelled
from app.file_facts import locked_files
from app.history import segmentation, thought_steps
from app.history.checked_rows import CheckedRows
from app.history.errors import (
    DatabaseIsDamaged,
    DatabaseIsLocked,
    DatabaseWasInterrupted,
    DatabaseWasReplaced,
)
from app.history.migrations import migrate
from app.history.replacement_lock import ReplacementLock
from app.history.schema_check import check_schema
from app.history.search_state import is_index_whole, note_segmentation
from app.history.sqlite_faults import translated
from app.private_files import make_private_file, make_private_folder

_PAGES_PER_STEP = 500
_STEPS_PER_LOOK = 100_000
"""Of SQLite's machine: some milliseconds."""


class Database:
    """One connection; its two blocks `reading` and `writing` are the only ways in.

    Each block holds a lock, so any thread may use it, one at a time. `writing` is a transaction: all of it or nothing;
    it raises `HistoryIsBeingReplaced` while `replacement`, which all connections of the app share, is held.
    Both raise the errors of `app.history.errors`; any other `sqlite3.Error` is a bug.
    """

    def __init__(self, path: Path, *, busy_timeout_s: float, replacement: ReplacementLock | None = None) -> None:
        self.path = path
        self.replacement = replacement or ReplacementLock()
        self._lock = threading.RLock()
        self._is_closed = False
        with translating(path):
            make_private_folder(path.parent)
            make_private_file(path)
            # Guarded by our lock, hence `check_same_thread=False`; `isolation_level=None`: we say BEGIN ourselves.
            self._connection = sqlite3.connect(
                path, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False
            )
            try:
                # A crash of the app loses no commit; a power cut may lose the last ones but never breaks the file.
                self._connection.execute("PRAGMA synchronous = NORMAL")
                self._connection.execute("PRAGMA secure_delete = ON")  # what is deleted is not left in the file
                # What is sorted or merged is people's text: it never goes to the system's temporary folder.
                self._connection.execute("PRAGMA temp_store = MEMORY")
                # The search index's triggers call it, so every connection that writes must know it.
                self._connection.create_function("segmented", 1, segmentation.segmented, deterministic=True)
                for name in ("segmented_thought", "thought_kinds"):
                    self._connection.create_function(name, 1, getattr(thought_steps, name), deterministic=True)
                migrate(self._connection, path)
                self._connection.execute("PRAGMA foreign_keys = ON")
                check_schema(self._connection, path)
                self._connection.row_factory = CheckedRows(self._connection)
                self._check_last_page()
                note_segmentation(self._connection, f"{segmentation.VERSION}, {thought_steps.VERSION}")
                # Last, because it changes the file, which may turn out not to be ours.
                _use_write_ahead_log(self._connection, deadline_s=time.monotonic() + busy_timeout_s)
            except BaseException as error:
                self._connection.close()
                if isinstance(error, sqlite3.Error) and translated(error, path) is None:  # nothing of ours asks wrongly
                    raise DatabaseIsDamaged(path, details=f"{type(error).__name__}: {error}") from error
                raise

        found = path.stat()
        self._identity = found.st_dev, found.st_ino
        locked_files.add(self._identity)
        self._least_bytes = found.st_size

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one or more SELECTs."""
        with self._lock, translating(self.path):
            self._look_at_schema()
            yield self._connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside a transaction, committed at the end and rolled back on any error."""
        with self.replacement.shared(self.path), self._lock, translating(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._look_at_schema()
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let everything that is read inside be of one moment, whatever others write meanwhile; nothing is written."""
        with self._lock:
            with translating(self.path):
                self._connection.execute("BEGIN")
            try:
                with translating(self.path):
                    self._look_at_schema()  # the moment is that of the first read
                yield  # errors of whatever else is done inside are not ours
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def replace_content(
        self,
        source: sqlite3.Connection,
        *,
        on_progress: Callable[[float], None] = lambda fraction: None,
        is_stopped: Callable[[], bool] = lambda: False,
        committing: Callable[[], AbstractContextManager[object]] = contextlib.nullcontext,
    ) -> None:
        """Put what another database holds in the place of all that this one holds: all of it or, on error, nothing.

        Others read what was there until the last pages follow, with the commit, inside of `committing`; an error from
        that leaves all as it was. Raises `Cancelled`, and `DatabaseIsLocked` when another program writes too long.
        """
        total: int = source.execute("PRAGMA page_count").fetchone()[0]
        pages = max(1, min(_PAGES_PER_STEP, total // 2))  # two steps at least

        def step(status: int, remaining: int, _total: int) -> None:
            if status == sqlite3.SQLITE_DONE:
                return
            if is_stopped():
                raise Cancelled
            if status != sqlite3.SQLITE_OK:
                raise DatabaseIsLocked(self.path)
            on_progress(1 - remaining / total)
            if remaining <= pages:
                commit.enter_context(committing())

        with contextlib.ExitStack() as commit, self._lock, translating(self.path):
            source.backup(self._connection, pages=pages, progress=step)
            self.replacement.note_replaced()

    def look_at_file(self) -> None:
        """Raise `DatabaseWasReplaced` if what lies at the path is no longer what was opened. Reads nothing."""
        try:
            found = self.path.stat()
        except OSError as error:
            raise DatabaseWasReplaced(self.path, details=str(error)) from error
        if (found.st_dev, found.st_ino) != self._identity:
            raise DatabaseWasReplaced(self.path, details="another file lies there")
        # It never grows shorter but by a restore.
        if found.st_size < self._least_bytes and not self.replacement.replacements:
            raise DatabaseWasReplaced(self.path, details=f"{found.st_size} bytes are left of {self._least_bytes}")
        self._least_bytes = found.st_size

    def empty_log(self) -> bool:
        """Write what stands in the log into the file and cut the log to nothing; return whether nobody was in the way.

        Waits for others as long as every call here does.
        """
        with self.reading() as connection:
            return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    def interrupt(self) -> None:
        """End what another thread is reading now with `DatabaseWasInterrupted`; nothing happens when nothing runs."""
        self._connection.interrupt()

    def check_integrity(self, *, is_stopped: Callable[[], bool] = lambda: False) -> None:
        """Read the whole file, its foreign keys and the search index; raise `DatabaseIsDamaged` with the findings.

        Raises `Cancelled`.
        """
        with stoppable(self._connection, is_stopped), translating(self.path):
            self._check_integrity()

    def _look_at_schema(self) -> None:
        """Let SQLite read the schema again if another connection has replaced all content.

        It would find out by itself, but within a statement that also connects FTS5's tables it says "no such table"
        instead (SQLite 3.40). Costs some microseconds.
        """
        self._connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()

    def _check_last_page(self) -> None:
        # SQLite notices whole pages that are missing, and takes part of one for a page.
        if has_log(self.path):  # what is missing may stand there
            return
        (page_bytes,) = self._connection.execute("PRAGMA page_size").fetchone()
        if self.path.stat().st_size % page_bytes:
            raise DatabaseIsDamaged(self.path, details=f"the last of its {page_bytes} bytes a page are missing")

    def _check_integrity(self) -> None:
        with self.reading() as connection:
            findings = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            findings += [f"dangling reference in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
        if findings:
            raise DatabaseIsDamaged(self.path, details="\n".join(findings))
        with self.writing() as connection:
            # With its content it can only be compared when all of that is in it.
            depth = int(is_index_whole(connection))
            for index in ("message_search", "title_search"):
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', ?)", (depth,))

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        with self._lock, translating(self.path):
            self._connection.close()
            if not self._is_closed:
                self._is_closed = True
                locked_files.remove(self._identity)


def has_log(path: Path) -> bool:
    """Whether something stands in the log beside a database."""
    with contextlib.suppress(OSError):
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    return False


def _use_write_ahead_log(connection: sqlite3.Connection, *, deadline_s: float) -> None:
    """Change the journal's mode, which SQLite refuses at once, without its busy handler, where others also open it."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= deadline_s:
                raise
            time.sleep(0.01)
        else:
            return


@contextlib.contextmanager
def stoppable(connection: sqlite3.Connection, is_stopped: Callable[[], bool]) -> Iterator[None]:
    """End what a connection does inside with `Cancelled`, soon after `is_stopped` has turned true."""
    connection.set_progress_handler(lambda: int(is_stopped()), _STEPS_PER_LOOK)
    try:
        yield
    except (sqlite3.OperationalError, DatabaseWasInterrupted) as error:
        if isinstance(error, DatabaseWasInterrupted) or error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextlib.contextmanager
def translating(path: Path) -> Iterator[None]:
    """Raise what SQLite and the file system report about `path` as the errors of `app.history.errors`."""
    try:
        yield
    except UnicodeDecodeError as error:  # sqlite3 cannot read what SQLite says of a broken file
        raise DatabaseIsDamaged(path, details=str(error)) from error
    except (sqlite3.Error, OSError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise DatabaseWasInterrupted from error
        known = translated(error, path)
        if known is None:
            raise
        raise known from error
