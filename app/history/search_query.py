"""What a person types into the search field, as FTS5's query and as patterns that find the places in a text.

Nothing typed is read as FTS5's query language, but "words in quotes" stand together. Every other word matches as the
beginning of a word.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from app.history.segmentation import UNSPACED, folded, is_unspaced, segmented

_LONGEST_QUERY = 400  # characters
_MOST_TERMS = 24
_MOST_EXPANSIONS = 64
_INDEXED_PREFIX = 3  # the index knows beginnings of 2 and 3 characters
_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')
_MARKS = "[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
_IN_WORD = rf"[^\W_{UNSPACED}]"


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A word or a phrase to find; `is_prefix`: its last word may go on."""

    text: str
    is_prefix: bool

    def pattern(self) -> re.Pattern[str]:
        """Return a pattern that finds it in `folded` text."""
        words = re.findall(r"[^\W_]+", folded(self.text))
        inner = r"[\W_]+".join("".join(re.escape(letter) + _MARKS for letter in word) for word in words)
        before = "" if is_unspaced(words[0][0]) else f"(?<!{_IN_WORD})"
        after = "" if is_unspaced(words[-1][-1]) else f"{_IN_WORD}*" if self.is_prefix else f"(?!{_IN_WORD})"
        return re.compile(before + inner + after)


def search_terms(typed: str) -> tuple[SearchTerm, ...]:
    """Return the terms of a query; none if nothing in it can be searched for."""
    terms: list[SearchTerm] = []
    for phrase, word in _PARTS.findall(typed[:_LONGEST_QUERY].replace("\0", " ")):
        text = phrase or word
        if not any(map(str.isalnum, text)):
            continue
        last = text[-1]
        is_prefix = not phrase and not is_unspaced(last) and len(_last_word(text)) > 1
        terms.append(SearchTerm(text, is_prefix))
    return tuple(terms[:_MOST_TERMS])


def fts_query(connection: sqlite3.Connection, terms: tuple[SearchTerm, ...], *, expands: bool) -> str:
    """Return FTS5's query for all terms. With `expands`, long beginnings are replaced by the words that begin so.

    FTS5 gathers all places of a beginning that its prefix index does not know before it gives the first; with the
    words themselves it gives the newest at once, however many there are.
    """
    return " AND ".join(_expression(connection, term, expands=expands) for term in terms)


def _expression(connection: sqlite3.Connection, term: SearchTerm, *, expands: bool) -> str:
    beginning = folded(term.text)
    if term.is_prefix and expands and len(beginning) > _INDEXED_PREFIX and beginning.isalnum():
        words = _words_beginning_with(connection, beginning)
        if words:
            return "(" + " OR ".join(map(_quoted, words)) + ")"
    return _quoted(segmented(term.text)) + (" *" if term.is_prefix else "")


def _words_beginning_with(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """Return the indexed words that begin so; none at all if there are too many to name."""
    words: list[str] = []
    sought = beginning
    while True:
        row = connection.execute("SELECT term FROM message_term WHERE term >= ? LIMIT 1", (sought,)).fetchone()
        if row is None or not row[0].startswith(beginning):
            return words
        if len(words) == _MOST_EXPANSIONS:
            return []
        words.append(row[0])
        sought = row[0] + "\x01"  # the next word in order: nothing an index holds lies between


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _last_word(text: str) -> str:
    words = re.findall(r"[^\W_]+", text)
    return words[-1] if words else ""
