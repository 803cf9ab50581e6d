"""The connection to the database file: opened, guarded and translated in one place."""

from __future__ import annotations

import contextlib
import functools
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from app.cancellation import Cancelled
from app.file_facts import locked_files
from app.history import segmentation, thought_steps
from app.history.errors import (
    DatabaseIsDamaged,
    DatabaseIsLocked,
    DatabaseWasInterrupted,
    DatabaseWasReplaced,
    DiskIsFull,
    HistoryIsBeingReplaced,
)
from app.history.migrations import MIGRATIONS, migrate
from app.history.sqlite_faults import has_room, translated
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
        self._busy_timeout_s = busy_timeout_s
        self._lock = threading.RLock()
        self._is_closed = False
        self._is_read_only = False
        self._uses = 0
        with translating(path):
            make_private_folder(path.parent)
            make_private_file(path)
            self._connection = self._connect()
        if self._is_read_only:
            self._connection.close()
        found = path.stat()
        self._identity = found.st_dev, found.st_ino
        locked_files.add(self._identity)
        self._least_bytes = found.st_size

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one or more SELECTs."""
        with self._in_use() as connection, translating(self.path):
            self._look_at_schema()
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside a transaction, committed at the end and rolled back on any error."""
        with self.replacement.shared(self.path), self._in_use() as connection, translating(self.path):
            try:
                connection.execute("BEGIN IMMEDIATE")
                self._look_at_schema()
                yield connection
                connection.execute("COMMIT")
            except BaseException as error:
                self._is_read_only |= getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY
                # A full disk makes SQLite roll back by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let everything that is read inside be of one moment, whatever others write meanwhile; nothing is written."""
        with self._in_use() as connection:
            with translating(self.path):
                connection.execute("BEGIN")
            try:
                with translating(self.path):
                    self._look_at_schema()  # the moment is that of the first read
                yield  # errors of whatever else is done inside are not ours
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

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

        with contextlib.ExitStack() as commit, self._in_use() as connection, translating(self.path):
            source.backup(connection, pages=pages, progress=step)
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
        with contextlib.suppress(sqlite3.ProgrammingError):  # closed just now
            self._connection.interrupt()

    def check_integrity(self, *, is_stopped: Callable[[], bool] = lambda: False) -> None:
        """Read the whole file, its foreign keys and the search index; raise `DatabaseIsDamaged` with the findings.

        Raises `Cancelled`.
        """
        with self.reading() as connection, stoppable(connection, is_stopped):
            findings = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            findings += [f"dangling reference in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
        if findings:
            raise DatabaseIsDamaged(self.path, details="\n".join(findings))
        with self.writing() as connection, stoppable(connection, is_stopped):
            # With its content it can only be compared when all of that is in it.
            depth = int(is_index_whole(connection))
            for index in ("message_search", "title_search"):
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', ?)", (depth,))

    def check_writable(self) -> None:
        """Raise what would be raised if something were written now; nothing is changed."""
        with self.writing() as connection:
            connection.execute("UPDATE search_state SET segmentation = segmentation")
            if not has_room(self.path):
                raise DiskIsFull(self.path)

    @contextlib.contextmanager
    def _in_use(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to one thread. One that can only read is opened for each use, and closed behind it.

        It never writes, nor does any other of the process while it is open (they share how SQLite's files beside the
        database were opened); so what could not be written once can be as soon as the disk can.
        """
        with self._lock:
            if self._is_read_only and not self._uses:
                self.look_at_file()
                with translating(self.path):
                    self._connection = self._connect()
            self._uses += 1
            try:
                yield self._connection
            finally:
                self._uses -= 1
                if self._is_read_only and not self._uses:
                    self._connection.close()

    def _connect(self) -> sqlite3.Connection:
        path = self.path
        self._is_read_only = not os.access(path, os.W_OK)
        # Without a log SQLite would begin one, even to read; where nothing can be written it need not look for others.
        is_fixed = self._is_read_only and not has_log(path)
        # Guarded by our lock, hence `check_same_thread=False`; `isolation_level=None`: we say BEGIN ourselves.
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?immutable=1" if is_fixed else path,
            timeout=self._busy_timeout_s,
            isolation_level=None,
            check_same_thread=False,
            uri=is_fixed,
        )
        try:
            # A crash of the app loses no commit; a power cut may lose the last ones but never breaks the file.
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA secure_delete = ON")  # what is deleted is not left in the file
            # What is sorted or merged is people's text: it never goes to the system's temporary folder.
            connection.execute("PRAGMA temp_store = MEMORY")
            # The search index's triggers call it, so every connection that writes must know it.
            connection.create_function("segmented", 1, segmentation.segmented, deterministic=True)
            for name in ("segmented_thought", "thought_kinds"):
                connection.create_function(name, 1, getattr(thought_steps, name), deterministic=True)
            migrate(connection, path)
            connection.execute("PRAGMA foreign_keys = ON")
            check_schema(connection, path)
            connection.row_factory = CheckedRows(connection)
            self._check_last_page(connection)
            note_segmentation(connection, f"{segmentation.VERSION}, {thought_steps.VERSION}")
            # Last, because it changes the file, which may turn out not to be ours.
            _use_write_ahead_log(connection, deadline_s=time.monotonic() + self._busy_timeout_s)
        except BaseException as error:
            connection.close()
            if isinstance(error, sqlite3.Error) and translated(error, path) is None:  # nothing of ours asks wrongly
                raise DatabaseIsDamaged(path, details=f"{type(error).__name__}: {error}") from error
            raise
        return connection

    def _look_at_schema(self) -> None:
        """Let SQLite read the schema again if another connection has replaced all content.

        It would find out by itself, but within a statement that also connects FTS5's tables it says "no such table"
        instead (SQLite 3.40). Costs some microseconds.
        """
        self._connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()

    def _check_last_page(self, connection: sqlite3.Connection) -> None:
        # SQLite notices whole pages that are missing, and takes part of one for a page.
        if has_log(self.path):  # what is missing may stand there
            return
        (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
        if self.path.stat().st_size % page_bytes:
            raise DatabaseIsDamaged(self.path, details=f"the last of its {page_bytes} bytes a page are missing")

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


# Rows whose values are what their columns can hold.
#
# SQLite gives what it finds: in a damaged page an empty value where there must be a text, or bytes in the place of a
# number. Found here, that is damage; found by whoever uses the value, it would be a bug of ours.

_HELD = {
    "TEXT": frozenset({str}),
    "REAL": frozenset({float, int}),
    "INTEGER": frozenset({int}),
    "BLOB": frozenset({bytes}),
}
_EMPTY = frozenset({type(None)})

Types = frozenset[type]


class CheckedRows:
    """A `row_factory`: a row that does not hold what its columns' names promise raises `sqlite3.OperationalError`.

    Columns of one name hold the same in all our tables, or the more generous of them counts; what has none of their
    names, such as a sum, is not looked at.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._types: dict[str, Types] = {}
        # An index of FTS5 has no types, and to look at a broken one is to fail.
        plain = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        for (table,) in connection.execute(plain).fetchall():
            for _, name, kind, is_required, _, key in connection.execute(f"PRAGMA table_info({table})").fetchall():
                if kind in _HELD:
                    held = _HELD[kind] if is_required or key else _HELD[kind] | _EMPTY
                    self._types[name] = self._types.get(name, frozenset()) | held
        self._described: object = None
        self._places: tuple[tuple[int, Types], ...] = ()

    def __call__(self, cursor: sqlite3.Cursor, values: tuple[object, ...]) -> sqlite3.Row:
        """Return the row of these values."""
        if cursor.description is not self._described:  # the same for all rows of a question
            self._described = cursor.description
            names = [column[0] for column in cursor.description]
            self._places = tuple((place, self._types[name]) for place, name in enumerate(names) if name in self._types)
        for place, types in self._places:
            if type(values[place]) not in types:
                name = cursor.description[place][0]
                raise sqlite3.OperationalError(f"{name} holds {type(values[place]).__name__}")
        return sqlite3.Row(cursor, values)


# Whether a database has just the tables, indexes, views and triggers that our steps make.
#
# A lost page may take a table along; a stranger's file may bring a trigger that writes whenever we do. Neither is
# opened.

_INDEXES = ("message_search_", "title_search_")
"""What FTS5 keeps beside an index; it says how, each version of SQLite in its own words."""


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `DatabaseIsDamaged` if something is missing, other than we made it, or not ours."""
    found, expected = _objects(connection), _expected(len(MIGRATIONS))
    findings = [f"{name} is missing" for name in expected.keys() - found.keys()]
    findings += [f"{name} is not ours" for name in found.keys() - expected.keys() if not name.startswith("table ")]
    findings += [f"{name} is not as it was made" for name, sql in expected.items() if found.get(name, sql) != sql]
    if findings:
        raise DatabaseIsDamaged(path, details="\n".join(sorted(findings)[:20]))


@functools.cache
def _expected(_version: int) -> Mapping[str, str]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for name in ("segmented", "segmented_thought", "thought_kinds"):
            connection.create_function(name, 1, lambda text: text, deterministic=True)
        migrate(connection, Path(":memory:"))
        return _objects(connection)


def _objects(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return {
        f"{kind} {name}": "" if str(name).startswith(_INDEXES) else " ".join(str(sql).split())
        for kind, name, sql in rows.fetchall()
    }


# Keeps writers out of the database while all that it holds is replaced.


class ReplacementLock:
    """One for all connections of the app to one file: shared by those that write, held alone by a replacement.

    Nobody waits to write: what would be lost is refused with `HistoryIsBeingReplaced`. Any thread may call.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._writers = 0
        self._is_held = False
        self._replacements = 0

    @property
    def replacements(self) -> int:
        """How often all was replaced: an id that was read before stands for something else after."""
        return self._replacements

    @property
    def is_held(self) -> bool:
        """Whether a replacement is under way."""
        return self._is_held

    @contextlib.contextmanager
    def shared(self, path: Path) -> Iterator[None]:
        """Let a writer in for a moment, or refuse it."""
        with self._changed:
            if self._is_held:
                raise HistoryIsBeingReplaced(path)
            self._writers += 1
        try:
            yield
        finally:
            with self._changed:
                self._writers -= 1
                self._changed.notify_all()

    def hold(self) -> None:
        """Let nobody in from now on. Raises `RuntimeError` if it is held: two replacements are a bug."""
        with self._changed:
            if self._is_held:
                raise RuntimeError("the history is being replaced already")
            self._is_held = True

    def wait_for_writers(self, timeout_s: float) -> bool:
        """Wait until those that were in are out; return whether they are."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._writers, timeout_s)

    def note_replaced(self) -> None:
        """What the file holds is another."""
        with self._changed:
            self._replacements += 1

    def release(self) -> None:
        """Let writers in again; fine if it is not held."""
        with self._changed:
            self._is_held = False


# Which version of `segmented` has fed the search index, and how far it has come.


def note_segmentation(connection: sqlite3.Connection, version: str) -> None:
    """Take note of the version that feeds the index from now on; what another one has fed is out of date then.

    `app.history.search_upkeep.index_anew` feeds it again. Until then a message that changes or goes leaves it as it is.
    """
    if connection.execute("SELECT segmentation FROM search_state").fetchone()[0] == version:
        return
    connection.execute(
        "UPDATE search_state SET segmentation = ?, messages_from = iif("
        "EXISTS (SELECT 1 FROM message) OR EXISTS (SELECT 1 FROM conversation), NULL, 0)",
        (version,),
    )


def is_index_whole(connection: sqlite3.Connection) -> bool:
    """Whether all messages and titles are in the index."""
    return bool(connection.execute("SELECT messages_from IS 0 FROM search_state").fetchone()[0])
