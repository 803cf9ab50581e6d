"""The skeleton of a branch: which messages it has and how long they are, without reading their texts.

A conversation of 10,000 messages is shown from its end: the last entries are read at once, the others by a thread,
the texts when they come into view.
"""

from __future__ import annotations

import sqlite3
from typing import Literal, NamedTuple

_SIZE = "octet_length(answer)" if sqlite3.sqlite_version_info >= (3, 43) else "length(CAST(answer AS BLOB))"
"""Both count bytes; the newer one does not read the text for it."""


class BranchEntry(NamedTuple):
    """A message's place in its branch; `size_bytes` is that of its question or answer. A tuple: there may be many."""

    message_id: int
    parent_id: int | None
    role: Literal["user", "assistant"]
    size_bytes: int


def branch_outline(connection: sqlite3.Connection, leaf_id: int, *, limit: int) -> list[BranchEntry]:
    """Return the last `limit` messages of the branch that ends with `leaf_id` (-1: all), the earliest first."""
    rows = connection.execute(
        "WITH RECURSIVE line (id, up, role, size) AS ("
        f" SELECT id, parent_id, role, {_SIZE} FROM message WHERE id = ?"
        f" UNION ALL SELECT m.id, m.parent_id, m.role, {_SIZE.replace('answer', 'm.answer')}"
        " FROM line JOIN message AS m ON m.id = up LIMIT ?)"
        " SELECT id, up, role, size FROM line",
        (leaf_id, limit),
    ).fetchall()
    return list(map(BranchEntry._make, reversed(rows)))
