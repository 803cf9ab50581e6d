"""Ranks short texts by how well they answer a few typed letters; slips of the fingers are forgiven.

Every word of the query must be found. Best is a whole word, then the beginning of one, the first letters of several
words, a part of a word, letters in the same order, and last a word with letters missing, added, changed or swapped
(optimal string alignment, at most one for words of four letters, two from eight on).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_WHOLE, _BEGINNING, _INITIALS, _PART, _SCATTERED, _NEAR = 100.0, 90.0, 78.0, 66.0, 40.0, 30.0
_LEAST_SCATTERED = 12.0
_GAP_COST = 4.0
_EARLY_BONUS = 5.0
_LONGEST_QUERY = 80


@dataclass(frozen=True, slots=True)
class Hit:
    """`index` into the texts searched; a higher score is a better answer."""

    index: int
    score: float


class FuzzySearch:
    """Searches a fixed sequence of texts, the more important or more recent ones first: order breaks ties."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [folded(text) for text in texts]
        self._words: list[list[str]] | None = None
        self._known: frozenset[str] | None = None

    def hits(self, query: str, *, limit: int = 100) -> list[Hit]:
        """Return the best hits, best first; all texts in their order for an empty query."""
        wanted = folded(query[:_LONGEST_QUERY]).split()
        if not wanted:
            return [Hit(index, 0.0) for index in range(min(limit, len(self._texts)))]
        patterns = [(re.compile(rf"\b{re.escape(word)}"), _scattered(word)) for word in wanted]
        near = [self._near_words(word) for word in wanted]
        hits: list[Hit] = []
        for index, text in enumerate(self._texts):
            total = 0.0
            for word, (beginning, scattered), alike in zip(wanted, patterns, near, strict=True):
                score = _score_in_place(text, word, beginning) or self._score_loosely(index, word, scattered, alike)
                if score <= 0:
                    break
                total += score
            else:
                hits.append(Hit(index, total / len(wanted)))
        hits.sort(key=lambda hit: (-round(hit.score), hit.index))
        return hits[:limit]

    def _score_loosely(self, index: int, word: str, scattered: re.Pattern[str], near: frozenset[str]) -> float:
        found = scattered.search(self._texts[index]) if len(word) > 1 else None
        if found is not None:
            if word in "".join(one[0] for one in self._words_of(index)):
                return _INITIALS
            gaps = found.end() - found.start() - len(word)
            score = _SCATTERED - _GAP_COST * gaps
            if score >= _LEAST_SCATTERED:
                return score
        return _NEAR if near and not near.isdisjoint(self._words_of(index)) else 0.0

    def _words_of(self, index: int) -> list[str]:
        if self._words is None:
            self._words = [_WORD.findall(text) for text in self._texts]
        return self._words[index]

    def _near_words(self, word: str) -> frozenset[str]:
        """Return the words in the texts that the typed one may have been meant to be, or to begin."""
        slips = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        if not slips:
            return frozenset()
        if self._known is None:
            self._known = frozenset(one for index in range(len(self._texts)) for one in self._words_of(index))
        letters = set(word)
        return frozenset(
            one
            for one in self._known
            if len(one) >= len(word) - slips and len(letters - set(one)) <= slips and _is_near(word, one, slips)
        )


def folded(text: str) -> str:
    """Return a text as it is compared: lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def marked_letters(query: str, text: str) -> tuple[int, ...]:
    """Return where in a text the letters of the query stand, as far as they are found there in one piece or in order.

    Texts that grow or shrink when folded are left unmarked.
    """
    plain = folded(text)
    if len(plain) != len(text):
        return ()
    marked: set[int] = set()
    for word in folded(query[:_LONGEST_QUERY]).split():
        whole = re.search(rf"\b{re.escape(word)}", plain)
        at = whole.start() if whole is not None else plain.find(word)
        if at >= 0:
            marked.update(range(at, at + len(word)))
            continue
        found = _scattered(word).search(plain)
        if found is not None:
            marked.update(found.start(group) for group in range(1, len(word) + 1))
    return tuple(sorted(marked))


def _score_in_place(text: str, word: str, beginning: re.Pattern[str]) -> float:
    if word not in text:
        return 0.0
    found = beginning.search(text)
    if found is None:
        return _PART
    early = _EARLY_BONUS if found.start() == 0 else 0.0
    ends = found.end() == len(text) or not text[found.end()].isalnum()
    return (_WHOLE if ends else _BEGINNING) + early


def _scattered(word: str) -> re.Pattern[str]:
    """Match the letters in this order; each gap is as short as it can be and holds none of the next letter."""
    first, *rest = (re.escape(letter) for letter in word)
    return re.compile(f"({first})" + "".join(f"[^{letter}]*({letter})" for letter in rest))


def _is_near(typed: str, word: str, slips: int) -> bool:
    """Whether so many slips turn the typed letters into the word, or into its beginning."""
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(word, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > slips:
            return False
    return min(row[max(0, len(typed) - slips) :]) <= slips
