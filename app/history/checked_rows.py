"""Rows whose values are what their columns can hold.

SQLite gives what it finds: in a damaged page an empty value where there must be a text, or bytes in the place of a
number. Found here, that is damage; found by whoever uses the value, it would be a bug of ours.
"""

from __future__ import annotations

import sqlite3

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
