"""Which words two texts do not share, found in bounded time."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST_WORDS = 2500
"""Of each text; beyond that lines are compared, and beyond as many lines nothing."""

_MOST_PAIRS = 25_000
"""Equal words to be looked at, one of each text: they are what takes time."""

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the (start, length) of what only it has."""

    text: str
    marks: tuple[tuple[int, int], ...]


def differences(left: str, right: str) -> tuple[MarkedText, MarkedText]:
    """Return both texts with what differs."""
    # As the views show them: the same line ends, so that the marks fall on the right letters.
    left, right = (text.replace("\r\n", "\n").replace("\r", "").replace("\u2029", "\n") for text in (left, right))
    pieces = [_WORDS.findall(text) for text in (left, right)]
    if _takes_long(pieces):
        pieces = [text.splitlines(keepends=True) for text in (left, right)]
    if _takes_long(pieces):
        return MarkedText(left, ()), MarkedText(right, ())
    matcher = SequenceMatcher(None, pieces[0], pieces[1], autojunk=True)
    marks: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    starts = [_starts(one) for one in pieces]
    for kind, begin_left, end_left, begin_right, end_right in matcher.get_opcodes():
        if kind == "equal":
            continue
        for side, (begin, end) in enumerate(((begin_left, end_left), (begin_right, end_right))):
            start, stop = starts[side][begin], starts[side][end]
            if stop > start and (left, right)[side][start:stop].strip():
                marks[side].append((start, stop - start))
    return MarkedText(left, tuple(marks[0])), MarkedText(right, tuple(marks[1]))


def _takes_long(pieces: list[list[str]]) -> bool:
    """Return whether there are too many pairs of equal pieces; what is in every hundredth place is not looked at."""
    left, right = pieces
    if max(len(left), len(right)) > _MOST_WORDS:
        return True
    often = len(right) // 100 + 1 if len(right) >= 200 else len(right)
    counts = Counter(right)
    return sum(counts[piece] for piece in left if counts[piece] <= often) > _MOST_PAIRS


def _starts(pieces: list[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
