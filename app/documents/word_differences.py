"""Which words two texts do not share, found in bounded time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

_MOST_PIECES = 2500
"""Words, or lines, of each text; beyond that coarser pieces are compared, and beyond as many lines nothing."""
_MOST_PAIRS = 25_000
"""Equal pieces to be looked at, one of each text: they are what takes time."""
_MOST_WORDS_WITHIN = 20_000
"""Words compared within the lines that differ, of both texts together."""
_STRIDE = 4096

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
Span = tuple[int, int]
"""Where something begins and ends."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the (start, end) of what only it has."""

    text: str
    marks: tuple[Span, ...]


def differences(left: str, right: str) -> tuple[MarkedText, MarkedText]:
    """Return both texts with what differs.

    What they begin and end with alike is left aside, however long it is. Between, words are compared, or lines and the
    words in them; where even these are too many, all of it counts as different.
    """
    begin = _common_start(left, right)
    end = _common_end(left, right, begin)
    marks: tuple[list[Span], list[Span]] = ([], [])
    for one, other in _differing(left[begin : len(left) - end], right[begin : len(right) - end]):
        for side, (text, (start, stop)) in enumerate(((left, one), (right, other))):
            if text[begin + start : begin + stop].strip():
                marks[side].append((begin + start, begin + stop))
    return MarkedText(left, tuple(marks[0])), MarkedText(right, tuple(marks[1]))


def _differing(left: str, right: str) -> Iterator[tuple[Span, Span]]:
    words = _WORDS.findall(left), _WORDS.findall(right)
    if not _takes_long(*words):
        yield from _compared(*words)
        return
    lines = left.splitlines(keepends=True), right.splitlines(keepends=True)
    if _takes_long(*lines):
        yield (0, len(left)), (0, len(right))
        return
    room = _MOST_WORDS_WITHIN
    for one, other in _compared(*lines):
        inside = _WORDS.findall(left[slice(*one)]), _WORDS.findall(right[slice(*other)])
        room -= len(inside[0]) + len(inside[1])
        if room < 0 or _takes_long(*inside):
            yield one, other
            continue
        for (a, b), (c, d) in _compared(*inside):
            yield (one[0] + a, one[0] + b), (other[0] + c, other[0] + d)


def _compared(left: list[str], right: list[str]) -> Iterator[tuple[Span, Span]]:
    """Give the places, in characters, where two lists of pieces differ."""
    starts = [list(accumulate(map(len, pieces), initial=0)) for pieces in (left, right)]
    matcher = SequenceMatcher(None, left, right, autojunk=True)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield (starts[0][a], starts[0][b]), (starts[1][c], starts[1][d])


def _takes_long(left: list[str], right: list[str]) -> bool:
    """Return whether there are too many pairs of equal pieces; what is in every hundredth place is not looked at."""
    if max(len(left), len(right)) > _MOST_PIECES:
        return True
    often = len(right) // 100 + 1 if len(right) >= 200 else len(right)
    counts = Counter(right)
    return sum(counts[piece] for piece in left if counts[piece] <= often) > _MOST_PAIRS


def _common_start(left: str, right: str) -> int:
    """Return how many characters both texts begin with, up to the end of a word."""
    at, most = 0, min(len(left), len(right))
    while at < most and left[at : at + _STRIDE] == right[at : at + _STRIDE]:
        at += _STRIDE
    at = min(at, most)
    while at < most and left[at] == right[at]:
        at += 1
    if at < max(len(left), len(right)):
        while at and (left[at - 1 : at + 1].isalnum() or right[at - 1 : at + 1].isalnum()):
            at -= 1
    return at


def _common_end(left: str, right: str, begin: int) -> int:
    """Return how many characters both texts end with after `begin`, from the beginning of a word."""
    most = min(len(left), len(right)) - begin
    count = 0
    while count + _STRIDE <= most:
        tails = (text[len(text) - count - _STRIDE : len(text) - count] for text in (left, right))
        if next(tails) != next(tails):
            break
        count += _STRIDE
    while count < most and left[-count - 1] == right[-count - 1]:
        count += 1
    while count and left[len(left) - count].isalnum():
        count -= 1
    return count
