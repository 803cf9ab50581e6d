"""Makes a database refuse one of its writes: any statement that changes something, the commit, or all for a while."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from app.history.database import Database

_WRITES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)


@contextlib.contextmanager
def refusing_write(database: Database, number: int) -> Iterator[None]:
    """Let the write of this number fail, counted from 0; those of triggers and of the search index count as well."""
    seen = 0

    def decide(action: int, first: str | None, *_more: object) -> int:
        nonlocal seen
        if action not in _WRITES and not (action == sqlite3.SQLITE_TRANSACTION and first == "COMMIT"):
            return sqlite3.SQLITE_OK
        seen += 1
        return sqlite3.SQLITE_DENY if seen == number + 1 else sqlite3.SQLITE_OK

    with database.reading() as connection:
        connection.set_authorizer(decide)
    try:
        yield
    finally:
        with database.reading() as connection:
            connection.set_authorizer(None)


@contextlib.contextmanager
def full_after(database: Database, pages: int) -> Iterator[None]:
    """Let the file grow by so many pages; then the disk is full."""
    with database.reading() as connection:
        size: int = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {size + pages}")
    try:
        yield
    finally:
        with database.reading() as connection:
            connection.execute("PRAGMA max_page_count = 4294967294")


@contextlib.contextmanager
def held_by_another(database: Database) -> Iterator[None]:
    """Let another program hold the file, and this connection wait for it a moment instead of seconds."""
    with database.reading() as connection:
        (usual_ms,) = connection.execute("PRAGMA busy_timeout").fetchone()
        connection.execute("PRAGMA busy_timeout = 50")
    try:
        with contextlib.closing(sqlite3.connect(database.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
    finally:
        with database.reading() as connection:
            connection.execute(f"PRAGMA busy_timeout = {usual_ms}")


def content_of(path: Path) -> list[str]:
    """Return everything that a database file holds, the search index included."""
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        own = [name for name in tables if not name.endswith("_term") and name not in ("message_search", "title_search")]
        return [repr((name, row)) for name in sorted(own) for row in connection.execute(f"SELECT * FROM {name}")]
