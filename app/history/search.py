"""Finding words in titles, questions, thoughts and answers.

What a person types is never read as FTS5's query language: each word becomes a quoted string that matches as the
beginning of a word, and all of them must be found.
"""

from __future__ import annotations

import enum
import sqlite3
from dataclasses import dataclass

_LONGEST_QUERY = 400  # characters
_MOST_WORDS = 24
_EXCERPT_WORDS = 16
# Around a match in FTS5's snippet; never in text that people type or models write.
_OPEN, _CLOSE = "\x02", "\x03"


class FoundIn(enum.StrEnum):
    """Where the words stand."""

    TITLE = "title"
    QUESTION = "question"
    THINKING = "thinking"
    ANSWER = "answer"


_PLACES = (FoundIn.QUESTION, FoundIn.THINKING, FoundIn.ANSWER)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where the words were found; `message_id` is `None` for a title.

    `matches` are the (start, end) of the found words in `excerpt`.
    """

    conversation_id: int
    message_id: int | None
    title: str
    found_in: FoundIn
    excerpt: str
    matches: tuple[tuple[int, int], ...]
    created_at: float


def fts_query(text: str) -> str:
    """Return an FTS5 query for all words of `text` as prefixes; empty if there are none."""
    words = text[:_LONGEST_QUERY].replace("\0", " ").split()[:_MOST_WORDS]
    quoted = ('"' + word.replace('"', '""') + '"*' for word in words if any(map(str.isalnum, word)))
    return " ".join(quoted)


def find(connection: sqlite3.Connection, text: str, *, limit: int) -> list[SearchHit]:
    """Return at most `limit` places, titles first, then messages by relevance; deleted conversations are left out."""
    query = fts_query(text)
    if not query or limit < 1:
        return []
    hits = [_title_hit(row) for row in connection.execute(_TITLES, (_OPEN, _CLOSE, _EXCERPT_WORDS, query, limit))]
    snippet = (_OPEN, _CLOSE, _EXCERPT_WORDS)
    rows = connection.execute(_MESSAGES, (*snippet, *snippet, *snippet, query, limit - len(hits)))
    hits.extend(_message_hit(row) for row in rows)
    return hits


_TITLES = """
    SELECT c.id, c.title, c.created_at, snippet(title_search, 0, ?, ?, '…', ?) AS excerpt
    FROM title_search JOIN conversation AS c ON c.id = title_search.rowid
    WHERE title_search MATCH ? AND c.deleted_at IS NULL
    ORDER BY c.updated_at DESC, c.id DESC LIMIT ?
"""

_MESSAGES = """
    SELECT m.id, m.conversation_id, c.title, m.created_at,
           snippet(message_search, 0, ?, ?, '…', ?) AS question,
           snippet(message_search, 1, ?, ?, '…', ?) AS thinking,
           snippet(message_search, 2, ?, ?, '…', ?) AS answer
    FROM message_search
    JOIN message AS m ON m.id = message_search.rowid
    JOIN conversation AS c ON c.id = m.conversation_id
    WHERE message_search MATCH ? AND c.deleted_at IS NULL
    ORDER BY rank, m.id DESC LIMIT ?
"""


def _title_hit(row: sqlite3.Row) -> SearchHit:
    excerpt, matches = _without_marks(row["excerpt"])
    return SearchHit(row["id"], None, row["title"], FoundIn.TITLE, excerpt, matches, row["created_at"])


def _message_hit(row: sqlite3.Row) -> SearchHit:
    place = max(_PLACES, key=lambda place: row[place.value].count(_OPEN))
    excerpt, matches = _without_marks(row[place.value])
    return SearchHit(row["conversation_id"], row["id"], row["title"], place, excerpt, matches, row["created_at"])


def _without_marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    parts: list[str] = []
    matches: list[tuple[int, int]] = []
    length = 0
    for index, part in enumerate(marked.split(_OPEN)):
        found, _, rest = part.partition(_CLOSE) if index else ("", "", part)
        if found:
            matches.append((length, length + len(found)))
        parts += (found, rest)
        length += len(found) + len(rest)
    return "".join(parts), tuple(matches)
