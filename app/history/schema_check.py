"""Whether a database has just the tables, indexes, views and triggers that our steps make.

A lost page may take a table along; a stranger's file may bring a trigger that writes whenever we do. Neither is opened.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from app.history.errors import DatabaseIsDamaged
from app.history.migrations import MIGRATIONS, migrate

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
