"""What a person types into the search field, as FTS5's query and as patterns that find the places in a text.

Nothing typed is read as FTS5's query language, but "words in quotes" stand together. Every other word matches as the
beginning of a word.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
from dataclasses import dataclass

from app.history.segmentation import SIGNS, UNSPACED, VOWEL_SIGNS, folded, spellings, stands_alone

_LONGEST_QUERY = 400  # characters
_MOST_TERMS = 24
_MOST_EXPANSIONS = 64
_INDEXED_PREFIX = 3  # the index knows beginnings of 2 and 3 characters
_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')
_LETTER = rf"(?:[^\W_]|[{VOWEL_SIGNS}])"
_IN_WORD = rf"(?:[^\W_{UNSPACED}]|[{VOWEL_SIGNS}])"
_WORD = re.compile(rf"{_LETTER}+|[{SIGNS}]")
_BETWEEN = rf"(?:(?!{_LETTER}).)"


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A word or a phrase to find; `is_prefix`: its last word may go on."""

    text: str
    is_prefix: bool

    def patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Return patterns that find it in `folded` text: as a word, and where it is only a part of one."""
        words = _words(folded(self.text))
        inner = re.escape(words[0])
        for last, word in itertools.pairwise(words):
            inner += _BETWEEN + ("*" if stands_alone(last[-1]) or stands_alone(word[0]) else "+") + re.escape(word)
        before = "" if stands_alone(words[0][0]) else f"(?<!{_IN_WORD})"
        after = "" if stands_alone(words[-1][-1]) else f"{_IN_WORD}*" if self.is_prefix else f"(?!{_IN_WORD})"
        letters = r"[\W_]?".join(re.escape(letter) for word in words for letter in word)
        return re.compile(before + inner + after, re.DOTALL), re.compile(letters, re.DOTALL)


def search_terms(typed: str) -> tuple[SearchTerm, ...]:
    """Return the terms of a query; none if nothing in it can be searched for."""
    terms: list[SearchTerm] = []
    for phrase, word in _PARTS.findall(typed[:_LONGEST_QUERY].replace("\0", " ")):
        text = phrase or word
        words = _words(folded(text))
        if not words:
            continue
        is_prefix = not phrase and not stands_alone(words[-1][-1]) and len(words[-1]) > 1
        terms.append(SearchTerm(text, is_prefix))
    return tuple(terms[:_MOST_TERMS])


def fts_query(connection: sqlite3.Connection, terms: tuple[SearchTerm, ...], *, expands: bool) -> str:
    """Return FTS5's query for all terms. With `expands`, long beginnings are replaced by the words that begin so.

    FTS5 gathers all places of a beginning that its prefix index does not know before it gives the first; with the
    words themselves it gives the newest at once, however many there are.
    """
    return " AND ".join("(" + " OR ".join(_phrases(connection, term, expands=expands)) + ")" for term in terms)


def fts_query_near(connection: sqlite3.Connection, terms: tuple[SearchTerm, ...], word: str, *, distance: int) -> str:
    """Return FTS5's query for all terms, each at most so many words from this one."""
    return " AND ".join(
        "(" + " OR ".join(f"NEAR({_quoted(word)} {phrase}, {distance})" for phrase in phrases) + ")"
        for phrases in (_phrases(connection, term, expands=True) for term in terms)
    )


def _phrases(connection: sqlite3.Connection, term: SearchTerm, *, expands: bool) -> list[str]:
    """Return the ways in which a term may stand in the index."""
    beginning = folded(term.text)
    sought = spellings(term.text)
    if len(sought) == 1 and term.is_prefix and expands and len(beginning) > _INDEXED_PREFIX and beginning.isalnum():
        words = _words_beginning_with(connection, beginning)
        if words:
            return list(map(_quoted, words))
    return [_quoted(one) + (" *" if term.is_prefix else "") for one in sought]


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


def _words(plain: str) -> list[str]:
    """Return the words of folded text; each sign is one."""
    return _WORD.findall(plain)
