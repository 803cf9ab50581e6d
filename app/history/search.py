"""Finding words in titles, questions, thoughts, answers and the calls of tools: newest first, a page at a time.

Nothing is ranked: to rank, FTS5 would have to look at every hit. The index gives them newest first, so the first page
costs the same among ten thousand messages and among a million.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from app.history.excerpt import excerpt_of
from app.history.search_hit import FoundIn, SearchHit
from app.history.search_query import fts_query, search_terms


def find(
    connection: sqlite3.Connection, text: str, *, limit: int, before_message_id: int | None = None
) -> list[SearchHit]:
    """Return at most `limit` places: titles first, then messages, both newest first. Deleted ones are left out.

    With `before_message_id` the next page: messages older than that one, and no titles.
    """
    terms = search_terms(text)
    if not terms or limit < 1:
        return []
    patterns = [term.patterns() for term in terms]
    hits: list[SearchHit] = []
    if before_message_id is None:
        query = fts_query(connection, terms, expands=False)
        hits = [_title_hit(row, patterns) for row in connection.execute(_TITLES, (query, limit))]
    query = fts_query(connection, terms, expands=True)
    newest = before_message_id if before_message_id is not None else 1 << 62
    rows = connection.execute(_MESSAGES, (query, newest, limit - len(hits)))
    hits.extend(_message_hit(row, patterns) for row in rows)
    return hits


_TITLES = """
    SELECT c.id, c.title, c.created_at FROM title_search CROSS JOIN conversation AS c ON c.id = title_search.rowid
    WHERE title_search MATCH ? AND c.deleted_at IS NULL
    ORDER BY c.updated_at DESC, c.id DESC LIMIT ?
"""

# CROSS JOIN keeps the index in front, in the order of its rows.
_MESSAGES = """
    SELECT m.id, m.conversation_id, c.title, m.created_at, m.role, m.answer, m.thinking, m.tools
    FROM message_search CROSS JOIN message AS m ON m.id = message_search.rowid
    CROSS JOIN conversation AS c ON c.id = m.conversation_id
    WHERE message_search MATCH ? AND message_search.rowid < ? AND c.deleted_at IS NULL
    ORDER BY message_search.rowid DESC LIMIT ?
"""


def _title_hit(row: sqlite3.Row, patterns: Sequence[Sequence[re.Pattern[str]]]) -> SearchHit:
    excerpt = excerpt_of(row["title"], patterns)
    return SearchHit(row["id"], None, row["title"], FoundIn.TITLE, excerpt.text, excerpt.matches, row["created_at"])


def _message_hit(row: sqlite3.Row, patterns: Sequence[Sequence[re.Pattern[str]]]) -> SearchHit:
    place = FoundIn.QUESTION if row["role"] == "user" else FoundIn.ANSWER
    best = excerpt_of(row["answer"], patterns)
    for other, text in ((FoundIn.THINKING, row["thinking"]), (FoundIn.TOOL, row["tools"])):
        if best.terms_found[0] < len(patterns) and text:
            found = excerpt_of(text, patterns)
            if found.terms_found > best.terms_found:
                place, best = other, found
    return SearchHit(row["conversation_id"], row["id"], row["title"], place, best.text, best.matches, row["created_at"])
