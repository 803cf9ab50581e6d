"""The connection to the database file: opened, guarded and translated in one place."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from app.history.errors import DatabaseIsDamaged, DatabaseWasInterrupted
from app.history.migrations import migrate
from app.history.segmentation import segmented
from app.history.sqlite_faults import translated


class Database:
    """One connection; its two blocks `reading` and `writing` are the only ways in.

    Each block holds a lock, so any thread may use it, one at a time. `writing` is a transaction: all of it or nothing.
    Both raise the errors of `app.history.errors`; any other `sqlite3.Error` is a bug.
    """

    def __init__(self, path: Path, *, busy_timeout_s: float) -> None:
        self.path = path
        self._lock = threading.RLock()
        with translating(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            # Guarded by our lock, hence `check_same_thread=False`; `isolation_level=None`: we say BEGIN ourselves.
            self._connection = sqlite3.connect(
                path, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False
            )
            try:
                self._connection.row_factory = sqlite3.Row
                # A crash of the app loses no commit; a power cut may lose the last ones but never breaks the file.
                self._connection.execute("PRAGMA synchronous = NORMAL")
                self._connection.execute("PRAGMA foreign_keys = ON")
                # What is sorted or merged is people's text: it never goes to the system's temporary folder.
                self._connection.execute("PRAGMA temp_store = MEMORY")
                # The search index's triggers call it, so every connection that writes must know it.
                self._connection.create_function("segmented", 1, segmented, deterministic=True)
                migrate(self._connection, path)
                # Last, because it changes the file, which may turn out not to be ours.
                _use_write_ahead_log(self._connection, deadline_s=time.monotonic() + busy_timeout_s)
            except BaseException:
                self._connection.close()
                raise

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one or more SELECTs."""
        with self._lock, translating(self.path):
            yield self._connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside a transaction, committed at the end and rolled back on any error."""
        with self._lock, translating(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def replace_content(self, source: sqlite3.Connection) -> None:
        """Put what another database holds in the place of all that this one holds: all of it or, on error, nothing."""
        with self._lock, translating(self.path):
            source.backup(self._connection)

    def interrupt(self) -> None:
        """End what another thread is reading now with `DatabaseWasInterrupted`; nothing happens when nothing runs."""
        self._connection.interrupt()

    def check_integrity(self) -> None:
        """Read the whole file, its foreign keys and the search index; raise `DatabaseIsDamaged` with the findings."""
        with self.reading() as connection:
            findings = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            findings += [f"dangling reference in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
        if findings:
            raise DatabaseIsDamaged(self.path, details="\n".join(findings))
        with self.writing() as connection:
            for index in ("message_search", "title_search"):
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        with self._lock, translating(self.path):
            self._connection.close()


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
def translating(path: Path) -> Iterator[None]:
    """Raise what SQLite and the file system report about `path` as the errors of `app.history.errors`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise DatabaseWasInterrupted from error
        known = translated(error, path)
        if known is None:
            raise
        raise known from error
