"""Where the thoughts of all conversations plan, doubt, check and conclude: derived of their texts, and searched."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from app.history.excerpt import excerpt_of
from app.history.search_hit import FoundIn, SearchHit
from app.history.search_query import fts_query_near, search_terms
from app.history.segmentation import segmented
from app.reasoning import StepKind, TraceStep, with_ends

VERSION = "steps 8"
"""Another one is due when thoughts are taken apart otherwise: then all are, anew."""

_KIND_MARK = "\uf8fe"
"""Begins a word that says a kind; the index takes it for a letter, and nobody can look for it."""
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")
_DISTANCE = 30
"""In words: most sentences are shorter. What stands nearby but in another step is looked at, and dropped."""
_Patterns = Sequence[Sequence[re.Pattern[str]]]

_BY_KIND = """
    SELECT m.id, m.conversation_id, c.title, m.created_at, m.thinking, t.spans
    FROM thought_step AS t CROSS JOIN message AS m ON m.id = t.message_id
    CROSS JOIN conversation AS c ON c.id = m.conversation_id
    WHERE t.kind = ? AND t.message_id < ? AND c.deleted_at IS NULL
    ORDER BY t.message_id DESC
"""
# CROSS JOIN keeps the index in front, in the order of its rows.
_BY_WORDS = """
    SELECT m.id, m.conversation_id, c.title, m.created_at, m.thinking, t.spans
    FROM message_search CROSS JOIN thought_step AS t ON t.message_id = message_search.rowid AND t.kind = ?
    CROSS JOIN message AS m ON m.id = t.message_id CROSS JOIN conversation AS c ON c.id = m.conversation_id
    WHERE message_search MATCH ? AND message_search.rowid < ? AND c.deleted_at IS NULL
    ORDER BY message_search.rowid DESC
"""


def thought_kinds(thinking: str) -> str:
    """Return where each kind of step stands in a thought, as a JSON object of lists of [start, end].

    Mere statements are left out: nobody looks for them.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for step, end in _steps(thinking):
        if step.kind is not StepKind.STATEMENT:
            found.setdefault(step.kind.value, []).append((step.start, end))
    return msgspec.json.encode(found).decode()


def segmented_thought(thinking: str) -> str:
    """Return a thought as the index takes it: before each sentence that is no mere statement a word for its kind."""
    pieces = []
    for step, end in _steps(thinking):
        text = thinking[step.start : end]
        if step.kind is StepKind.STATEMENT:
            pieces.append(segmented(text))
        else:
            pieces += [f"{_word_of(step.kind)} {segmented(sentence)}" for sentence in _BETWEEN_SENTENCES.split(text)]
    return " ".join(pieces)


def _steps(thinking: str) -> list[tuple[TraceStep, int]]:
    """Return the steps of a thought with their ends."""
    if not thinking:
        return []
    from app.reasoning.step_finder import steps_of

    return with_ends(steps_of(thinking), len(thinking))


def _word_of(kind: StepKind) -> str:
    return _KIND_MARK + kind.value.replace("_", "")


def find_steps(
    connection: sqlite3.Connection, kind: StepKind, text: str, *, limit: int, before_message_id: int | None = None
) -> list[SearchHit]:
    """Return at most `limit` thoughts with a step of this kind in which all words stand, newest first.

    Without a word, all with such a step. `before_message_id` asks for the next page. Deleted ones are left out.
    """
    if limit < 1:
        return []
    terms = search_terms(text)
    newest = before_message_id if before_message_id is not None else 1 << 62
    patterns = [term.patterns() for term in terms]
    if terms:
        query = "thinking : (" + fts_query_near(connection, terms, _word_of(kind), distance=_DISTANCE) + ")"
        rows = connection.execute(_BY_WORDS, (kind.value, query, newest))
    else:
        rows = connection.execute(_BY_KIND, (kind.value, newest))
    hits = []
    for row in rows:
        if (hit := _hit(row, patterns)) is not None:
            hits.append(hit)
            if len(hits) == limit:
                break
    return hits


def _hit(row: sqlite3.Row, patterns: _Patterns) -> SearchHit | None:
    """Return the steps of a thought in which all words stand, with an excerpt of the first one; `None` without any."""
    thinking = row["thinking"]
    found = [
        (start, excerpt)
        for start, end in _spans(row["spans"])
        for excerpt in [excerpt_of(thinking[start:end], patterns)]
        if excerpt.terms_found[1] == len(patterns)
    ]
    if not found:
        return None
    excerpt = found[0][1]
    return SearchHit(
        row["conversation_id"],
        row["id"],
        row["title"],
        FoundIn.THINKING,
        excerpt.text,
        excerpt.matches,
        row["created_at"],
        tuple(start for start, _ in found),
    )


def _spans(stored: str) -> Iterator[tuple[int, int]]:
    try:
        yield from msgspec.json.decode(stored, type=list[tuple[int, int]])
    except msgspec.MsgspecError:  # damage; the index is derived and made anew some day
        return
