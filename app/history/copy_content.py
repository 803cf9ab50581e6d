"""How much a copy of the database holds, so that one with less never pushes out the last one with more."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ConversationKey = tuple[int, float]
"""The id of a conversation and when it was begun: copies of other histories have other conversations with that id."""

GIVEN_UP = 0.0
"""When a conversation was deleted, as it is said of one that is being purged: part of it may be gone already."""


@dataclass(frozen=True, slots=True)
class CopyContent:
    """The conversations of a copy, each with the number of its messages; and those that were, or are being, purged."""

    messages: Mapping[ConversationKey, int] = field(default_factory=dict)
    purged: frozenset[ConversationKey] = frozenset()
    is_readable: bool = True

    def beyond(self, others: Sequence[CopyContent]) -> int:
        """Return how many conversations and messages are in none of the others, and were not purged from any."""
        return sum(
            max(0, count + 1 - max((1 + other.messages[key] for other in others if key in other.messages), default=0))
            for key, count in self.messages.items()
            if not any(key in other.purged for other in others)
        )


def content_of(path: Path) -> CopyContent:
    """Read what a copy holds; a damaged one holds nothing. Deleted conversations that are not purged count."""
    with (
        contextlib.suppress(sqlite3.Error, UnicodeDecodeError, OSError),
        contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        return read_content(connection)
    return CopyContent(is_readable=False)


def read_content(connection: sqlite3.Connection) -> CopyContent:
    """Read what a database holds; raises `sqlite3.Error`."""
    rows = connection.execute(
        "SELECT c.id, c.created_at, c.deleted_at, (SELECT count(*) FROM message AS m WHERE m.conversation_id = c.id)"
        " FROM conversation AS c"
    ).fetchall()
    purged = {(row[0], row[1]) for row in rows if row[2] == GIVEN_UP}
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'purged'").fetchone() is not None:
        purged |= set(map(tuple, connection.execute("SELECT conversation_id, created_at FROM purged").fetchall()))
    return CopyContent({(row[0], row[1]): row[3] for row in rows}, frozenset(purged))
