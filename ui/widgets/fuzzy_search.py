"""Ranks short texts by how well they answer a few typed letters; slips of the fingers are forgiven.

Every word of the query should be found. Best is a whole word, then the beginning of one, the first letters of several
words, a part of a word, letters in the same order, and last a word with letters missing, added, changed or swapped
(optimal string alignment, at most one for words of four letters, two from eight on). Where no text has all the words,
those that have the rarest of them are found; of a word that no text has, the parts count: signs of a script without
spaces, and the words that a compound begins or ends with.
"""

from __future__ import annotations

import math
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
_MOST_PARTLY = 8
_SHORTEST_PART = 4
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
"""Words of Chinese and Japanese, which are not told apart by spaces."""


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
        found = [self._found(word) for word in wanted]
        everywhere = set(found[0]).intersection(*found[1:])
        hits = [Hit(index, sum(scores[index] for scores in found) / len(found)) for index in everywhere]
        hits.sort(key=lambda hit: (-round(hit.score), hit.index))
        if not hits or hits[0].score < _INITIALS:  # nothing, or what has only letters in common
            hits += [hit for hit in self._partly(wanted, found) if hit.index not in everywhere]
        return hits[:limit]

    def _found(self, word: str) -> dict[int, float]:
        """Return how well each text that has this word has it."""
        beginning, scattered, near = re.compile(rf"\b{re.escape(word)}"), _scattered(word), self._near_words(word)
        found: dict[int, float] = {}
        for index, text in enumerate(self._texts):
            score = _score_in_place(text, word, beginning) or self._score_loosely(index, word, scattered, near)
            if score > 0:
                found[index] = score
        return found

    def _partly(self, wanted: Sequence[str], found: Sequence[dict[int, float]]) -> list[Hit]:
        """Return texts that have some of the words, or parts of one; the fewer have a word, the more it counts."""
        total: dict[int, float] = {}
        for word, scores in zip(wanted, found, strict=True):
            sure = _surely(word, scores)
            for one in [sure] if sure else [_surely(part, self._found(part)) for part in self._parts_of(word)]:
                for index, score in one.items():
                    total[index] = total.get(index, 0.0) + score * math.log(1 + len(self._texts) / len(one))
        hits = [Hit(index, score) for index, score in total.items()]
        return sorted(hits, key=lambda hit: (-hit.score, hit.index))[:_MOST_PARTLY]

    def _parts_of(self, word: str) -> list[str]:
        if _SIGNS.fullmatch(word):
            return [*word, *(word[at : at + 2] for at in range(len(word) - 1))] if len(word) > 1 else []
        if len(word) < 2 * _SHORTEST_PART:
            return []
        ends = [one for one in self._known_words() if len(one) >= _SHORTEST_PART]
        return sorted(one for one in ends if word.startswith(one) or word.endswith(one))

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

    def _known_words(self) -> frozenset[str]:
        if self._known is None:
            self._known = frozenset(one for index in range(len(self._texts)) for one in self._words_of(index))
        return self._known

    def _near_words(self, word: str) -> frozenset[str]:
        """Return the words in the texts that the typed one may have been meant to be, or to begin."""
        slips = 0 if len(word) < 4 or _SIGNS.fullmatch(word) else 1 if len(word) < 8 else 2
        if not slips:
            return frozenset()
        letters = set(word)
        return frozenset(
            one
            for one in self._known_words()
            if len(one) >= len(word) - slips and len(letters - set(one)) <= slips and _is_near(word, one, slips)
        )


def _surely(word: str, scores: dict[int, float]) -> dict[int, float]:
    """Return what has the word as such, or begins with it; many words begin with "no"."""
    least = _PART if _SIGNS.fullmatch(word) else _BEGINNING if len(word) > 2 else _WHOLE
    return {index: score for index, score in scores.items() if score >= least}


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
