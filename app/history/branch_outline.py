"""The skeleton of a branch: which messages it has and how long they are, without reading their texts.

A conversation of 10,000 messages is shown from its end: the last entries are read at once, the others by a thread,
the texts when they come into view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import sqlite3  # the window knows entries before its first paint, and opens a database only after it


_SHOWN_LETTERS = 400
"""Of a question, where it is one line among others."""


class BranchEntry(NamedTuple):
    """A message's place in its branch; `size_bytes` is that of its question or answer. A tuple: there may be many."""

    message_id: int
    parent_id: int | None
    role: Literal["user", "assistant"]
    size_bytes: int


def branch_questions(connection: sqlite3.Connection, leaf_id: int) -> list[tuple[int, str]]:
    """Return the questions of the branch that ends with `leaf_id`, the earliest first: their ids and beginnings."""
    rows = connection.execute(
        "WITH RECURSIVE line (id, up, role, said) AS ("
        f" SELECT id, parent_id, role, substr(answer, 1, {_SHOWN_LETTERS}) FROM message WHERE id = ?"
        f" UNION ALL SELECT m.id, m.parent_id, m.role, substr(m.answer, 1, {_SHOWN_LETTERS})"
        " FROM line JOIN message AS m ON m.id = up AND m.id < line.id)"
        " SELECT id, said FROM line WHERE role = 'user'",
        (leaf_id,),
    ).fetchall()
    return [(row["id"], row["said"]) for row in reversed(rows)]


def branch_outline(connection: sqlite3.Connection, leaf_id: int, *, limit: int) -> list[BranchEntry]:
    """Return the last `limit` messages of the branch that ends with `leaf_id` (-1: all), the earliest first."""
    version = connection.execute("SELECT sqlite_version()").fetchone()[0].split(".")
    has_length = tuple(map(int, version[:2])) >= (3, 43)
    # Both count bytes; the newer one does not read the text for it.
    size = "octet_length({})" if has_length else "length(CAST({} AS BLOB))"
    rows = connection.execute(
        "WITH RECURSIVE line (id, up, role, size) AS ("
        f" SELECT id, parent_id, role, {size.format('answer')} FROM message WHERE id = ?"
        f" UNION ALL SELECT m.id, m.parent_id, m.role, {size.format('m.answer')}"
        " FROM line JOIN message AS m ON m.id = up AND m.id < line.id LIMIT ?)"
        " SELECT id, up, role, size AS size_bytes FROM line",
        (leaf_id, limit),
    ).fetchall()
    return list(map(BranchEntry._make, reversed(rows)))
