"""What is to be seen in the sentences of a thought: the notions that their words stand for, where, and their form."""

from __future__ import annotations

import functools
import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from app.reasoning.step_cues import GENERAL_CUES, STRONG_CUES
from app.reasoning.step_words import FUNCTION_WORDS, NOTIONS

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+|[Ѐ-ӿ]+|[\u3005-\u30ff\u3400-\u9fff。、，？！：]+")
DENSE = "\u3000"
"""From here on scripts write words without spaces between them."""
_CYRILLIC = "\u0400"
_KANA = re.compile(r"[\u3040-\u30ff]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CLAUSE = re.compile(r"[,;:，；：、—–]\s?")
_LIST_MARKUP = re.compile(r"\A[\s*_#>•\-–—\"“«(¿¡]*(?:\d{1,3}[.)]\s+[*_]*)?")
_OPENING = 80
"""Characters that a cue may stand in."""
_MARKUP = re.compile(r"\A[\s*_#>•\-–—\"“«(¿¡]+")
_CLOSING = " \n.。!！、，,:：;；"
_FORMS = (
    ("question", re.compile(r"[?？][\"”’»)\]*」]*\s*\Z|か[。？]\s*\Z|[吗呢]。\s*\Z")),
    ("number", re.compile(r"\d")),
    ("equation", re.compile(r"[=≈≡→]|\d\s*[-+·×*/:]\s*\d")),
    ("good", re.compile(r"[✓✔✅]")),
    ("fail", re.compile(r"[✗✘❌≠]")),
    ("colon", re.compile(r"[:：]\s*\Z")),
    ("dots", re.compile(r"…|\.\.\.")),
    ("bullet", re.compile(r"\A(?:[-•*–—]\s|[(（]?(?:\d{1,2}|[a-zа-яα-δ])[.)）])")),
    ("strong", re.compile(r"\A\*\*|\A#")),
    ("quote", re.compile(r"\A[\"“«「『„`]")),
    ("boxed", re.compile(r"\\boxed")),
    ("label", re.compile(r"\A[^\n:：.。,，、]{1,40}[:：](?!\s*\Z)")),
    ("dash", re.compile(r"\s[–—-]\s|→")),
)
_LONGEST_PHRASE = 4
_SHORTEST_STEM, _LONGEST_ENDING = 2, 4
_SHORT, _ENDING = 4, 3
"""Longer words tell by their ending what form they have."""
_HEAD = 3
"""So many words are a sentence's head, after those that only take breath (`okay`)."""
_WIDTH = 0.5
"""A character of a script without spaces, in words."""
_MOST_WORDS = 80
_MANY_NUMBERS, _LONG_AGO = 4, 8
_FEW_WORDS, _MANY_WORDS = 4, 25
_THIS_SENTENCE = 3
"""How much more a sentence says of its own language than each before it."""


def _key(phrase: str) -> str:
    return "*" * phrase.startswith("*") + " ".join(_words(phrase)) + "*" * phrase.endswith("*")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("ё", "е"))


class _Known(NamedTuple):
    """What the words of a language stand for."""

    notions: dict[str, frozenset[str]]
    phrases: dict[str, int]
    """With what they begin, and how many words the longest has."""
    longest: int


@functools.cache
def _known(language: str) -> _Known:
    notions: dict[str, frozenset[str]] = {}
    notion = ""
    for line in NOTIONS.strip().split("\n"):
        name, _, phrases = line.partition(" ")
        if not phrases:
            notion = name
        elif name == language:
            for key in map(_key, phrases.split(", ")):
                notions[key] = notions.get(key, frozenset()) | {notion}
    begun: dict[str, int] = {}
    for key in notions:
        first, *others = key.split(" ")
        if others:
            begun[first] = max(begun.get(first, 0), min(1 + len(others), _LONGEST_PHRASE))
    return _Known(notions, begun, max(map(len, notions)))


_FUNCTION_WORDS = {name: frozenset(words.split()) for name, words in FUNCTION_WORDS.items()}


class Sentence(NamedTuple):
    """What is to be seen in a sentence."""

    head: set[str]
    """Notions at its head."""
    seen: set[str]
    """All its notions and forms."""
    end: set[str]
    """Notions of its last clause, where a verdict stands."""
    first: str
    """What it begins with."""
    opening: set[str]
    """Its first words, up to three together; of text without spaces its first characters."""
    words: set[str]
    """All its words and pairs of words (two and three characters, in text without spaces), and how it ends."""


def _said(words: list[str], text: str) -> set[str]:
    """Return what a sentence says word by word, each marked with `~`: words, pairs, endings, and what stands last."""
    said = {f"~{one} {two}" for one, two in pairwise(words)}
    for word in words:
        if word >= DENSE:
            said |= {f"~{word[at : at + 2]}" for at in range(len(word))}
            said |= {f"~{word[at : at + 3]}" for at in range(len(word) - 2)}
        else:
            said.add(f"~{word}")
            if len(word) > _SHORT:
                said.add(f"~-{word[-_ENDING:]}")
    if words:
        said.add(f"~{words[-1][-_ENDING:]}$")
    said.add(f"~{text.rstrip()[-1:]}$")
    return said


class SentenceReader:
    """Reads the sentences of one thought, one after another, in the languages that they are written in."""

    def __init__(self) -> None:
        self._latin = "en"
        self._counts: Counter[str] = Counter()
        self._is_japanese = False
        self._numbers: dict[str, int] = {}
        """After how many sentences each number was written last; a check comes to one of them again."""
        self._sentences = 0

    def read(self, text: str) -> Sentence:
        """Return what is to be seen in the next sentence."""
        bare = _MARKUP.sub("", text)
        words = _words(bare)[:_MOST_WORDS]
        self._note_language(bare, words)
        seen = {name for name, form in _FORMS if form.search(text)} | self._seen_of_numbers(text)
        head: set[str] = set()
        begins = 0.0
        found, count = self._notions(words)
        for place, notions in found:
            seen |= notions
            if place < begins + _HEAD:
                head |= notions
            if notions == {"okay"} and place <= begins + _WIDTH:
                begins = place + 1
        if count <= _FEW_WORDS:
            seen.add("short")
        elif count > _MANY_WORDS:
            seen.add("long")
        *_, clause = _CLAUSE.split(bare.rstrip(_CLOSING))
        ending = _words(clause)[-_MOST_WORDS:]
        if ending != words:
            found, _ = self._notions(ending)
        end: set[str] = set().union(*(notions for _, notions in found))
        head |= self._cue(text)
        first = words[0] if words else ""
        is_dense = first >= DENSE
        opening = {first[:size] if is_dense else " ".join(words[:size]) for size in range(1, 4 + is_dense)}
        return Sentence(head, seen, end, first[:2] if is_dense else first, opening, _said(words, text))

    @staticmethod
    def _cue(text: str) -> set[str]:
        opening = _LIST_MARKUP.sub("", text[:_OPENING], count=1).replace("*", "").lower()
        for strength, cues in (("strong", STRONG_CUES), ("general", GENERAL_CUES)):
            if found := cues.match(opening):
                return {f"{strength} {found.lastgroup}"}
        return set()

    def _seen_of_numbers(self, text: str) -> set[str]:
        numbers = _NUMBER.findall(text)
        self._sentences += 1
        if not numbers:
            return set()
        *others, last = numbers
        known = sum(number in self._numbers for number in numbers)
        seen = {f"numbers{min(len(numbers), _MANY_NUMBERS)}", f"known{(known > 0) + (known == len(numbers))}"}
        if last in self._numbers:
            seen |= {"recalled", f"recalled{min(self._sentences - self._numbers[last], _LONG_AGO)}"}
        else:
            seen.add("found")
        if last in others:
            seen |= {"repeated", *(("equal",) if last == others[-1] else ())}
        self._numbers.update(dict.fromkeys(numbers, self._sentences))
        return seen | {"numeric"} if sum(map(len, numbers)) * 4 > len(text) else seen

    def _note_language(self, text: str, words: list[str]) -> None:
        self._is_japanese = self._is_japanese or _KANA.search(text) is not None
        if not words or words[0] >= _CYRILLIC:
            return
        counts = {name: len(common.intersection(words)) for name, common in _FUNCTION_WORDS.items()}
        self._counts.update(counts)
        self._latin = max(counts, key=lambda name: counts[name] * _THIS_SENTENCE + self._counts[name])

    def _notions(self, words: list[str]) -> tuple[list[tuple[float, frozenset[str]]], float]:
        """Return what words stand for, each with its place, and how many words there are."""
        found: list[tuple[float, frozenset[str]]] = []
        place, index = 0.0, 0
        while index < len(words):
            word = words[index]
            if word[0] >= DENSE:
                found += [(place + at * _WIDTH, notions) for at, notions in self._in_dense(word)]
                place += len(word) * _WIDTH
                index += 1
            else:
                count, notions = self._of_word(words, index)
                if notions:
                    found.append((place, notions))
                place += count
                index += count
        return found, place

    def _in_dense(self, run: str) -> list[tuple[int, frozenset[str]]]:
        """Return what stands where in text without spaces: the longest of what is known counts."""
        language = "ja" if self._is_japanese else "zh"
        known, _, longest = _known(language)
        found = []
        at = 0
        while at < len(run):
            sizes = range(min(longest, len(run) - at), 0, -1)
            size = next((size for size in sizes if run[at : at + size] in known), 0)
            if size:
                found.append((at, known[run[at : at + size]]))
            at += max(1, size)
        return found

    def _of_word(self, words: list[str], index: int) -> tuple[int, frozenset[str]]:
        """Return how many words are a phrase, or one, and what that stands for."""
        word = words[index]
        language = "ru" if word[0] >= _CYRILLIC else self._latin
        for count in range(min(_known(language).phrases.get(word, 0), len(words) - index), 1, -1):
            if notions := _of_phrase(language, *words[index : index + count]):
                return count, notions
        return 1, _of_one_word(language, word)


@functools.lru_cache(maxsize=1024)
def _of_phrase(language: str, *words: str) -> frozenset[str]:
    known = _known(language).notions
    begun, last = " ".join(words[:-1]) + " ", words[-1]
    stems = [begun + last[:size] + "*" for size in range(_SHORTEST_STEM, len(last) + 1)]
    return frozenset().union(*(known[key] for key in (begun + last, *stems) if key in known))


@functools.lru_cache(maxsize=4096)
def _of_one_word(language: str, word: str) -> frozenset[str]:
    known = _known(language).notions
    stems = [word[:size] + "*" for size in range(_SHORTEST_STEM, len(word) + 1)]
    endings = ["*" + word[-size:] for size in range(2, min(_LONGEST_ENDING, len(word) - 2) + 1)]
    return frozenset().union(*(known[key] for key in (word, *stems, *endings) if key in known))
