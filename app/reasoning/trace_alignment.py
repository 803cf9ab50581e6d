"""Lays two thoughts side by side, step by step, and finds where they first disagree.

Steps are alike by the words they share. Two that are about the same disagree if what they come to is another: their
last numbers differ, and neither has the other's; or one denies what the other says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.reasoning.trace_steps import TraceStep, with_ends

_LEAST_LIKENESS = 0.3
_BAND = 48
"""So many steps one thought may be ahead of where the other would be, beside the difference of their lengths."""
_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+|[\u3040-\u30ff\u3400-\u9fff]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"[.,](?=\d{3}(?:\D|\Z))")
_DENIES = re.compile(
    r"\b(?:not|no|never|cannot|nicht|kein\w*|nie|pas|aucune?|jamais|nunca|ningun[oa]?|не|нет|нельзя)\b|n't\b|n’t\b"
    r"|不|没|無|ない|ません",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AlignedSteps:
    """A step of each thought that are about the same, by their places; `None` where one has nothing like it."""

    first: int | None
    second: int | None
    disagrees: bool = False
    """Whether they come to different things."""


@dataclass(frozen=True, slots=True)
class TraceAlignment:
    """Two thoughts side by side."""

    first: tuple[TraceStep, ...]
    second: tuple[TraceStep, ...]
    pairs: tuple[AlignedSteps, ...]
    shared: int
    """How many characters both begin with."""

    @property
    def parting(self) -> int | None:
        """The place of the pair where they first disagree, `None` if they never do.

        Without a pair that disagrees it is the first step that only one of them has, after the last that both begin
        with.
        """
        disagreeing = (place for place, pair in enumerate(self.pairs) if pair.disagrees)
        alone = (place for place, pair in enumerate(self.pairs) if pair.first is None or pair.second is None)
        return next(disagreeing, next(alone, None))


@dataclass(frozen=True, slots=True)
class _Content:
    words: frozenset[str]
    numbers: tuple[str, ...]
    denies: bool


def aligned(first: str, second: str) -> TraceAlignment:
    """Return two thoughts side by side. Costs about a millisecond for each hundred tokens of the longer one."""
    from app.reasoning.step_finder import steps_of

    steps = tuple(steps_of(first)), tuple(steps_of(second))
    contents = [
        [_content(text[step.start : end]) for step, end in with_ends(found, len(text))]
        for found, text in zip(steps, (first, second), strict=True)
    ]
    shared = next((place for place, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    pairs = tuple(_pairs(contents[0], contents[1]))
    return TraceAlignment(*steps, pairs, min(len(first), len(second)) if shared is None else shared)


def _content(text: str) -> _Content:
    numbers = tuple(_GROUPED.sub("", number).replace(",", ".") for number in _NUMBER.findall(text))
    return _Content(frozenset(map(str.casefold, _WORD.findall(text))), numbers, _DENIES.search(text) is not None)


def _pairs(first: Sequence[_Content], second: Sequence[_Content]) -> Iterator[AlignedSteps]:
    """Yield the steps in order, as many alike beside each other as can be without crossing."""
    begun = 0
    while begun < min(len(first), len(second)) and first[begun] == second[begun]:
        yield AlignedSteps(begun, begun)
        begun += 1
    moves = _moves(first[begun:], second[begun:])
    a = b = begun
    for move in moves:
        if move == "both":
            yield AlignedSteps(a, b, _disagree(first[a], second[b]))
        else:
            yield AlignedSteps(a if move == "first" else None, b if move == "second" else None)
        a += move != "second"
        b += move != "first"


def _moves(first: Sequence[_Content], second: Sequence[_Content]) -> list[str]:
    """Return how to go through both so that the likeness of those side by side is greatest (Needleman and Wunsch)."""
    best: list[dict[int, float]] = [dict.fromkeys(range(len(second) + 1), 0.0)]
    ways: list[dict[int, str]] = [dict.fromkeys(range(len(second) + 1), "second")]
    slope = len(second) / len(first) if first else 0.0
    for row, one in enumerate(first, 1):
        middle = round(row * slope)
        reach = _BAND + round(slope)  # bands of two rows overlap
        low, high = max(0, middle - reach), min(len(second), middle + reach)
        scores, way = {0: 0.0}, {0: "first"}
        above = best[-1]
        for column in range(max(1, low), high + 1):
            likeness = _likeness(one, second[column - 1])
            both = above.get(column - 1, -1.0) + likeness if likeness >= _LEAST_LIKENESS else -1.0
            choices = (both, above.get(column, -1.0), scores.get(column - 1, -1.0))
            most = max(choices)
            scores[column] = most
            way[column] = ("both", "first", "second")[choices.index(most)]
        best.append(scores)
        ways.append(way)
    moves: list[str] = []
    row, column = len(first), len(second)
    while row or column:
        move = "second" if not row else "first" if not column else ways[row].get(column, "first")
        moves.append(move)
        row -= move != "second"
        column -= move != "first"
    return moves[::-1]


def _likeness(one: _Content, other: _Content) -> float:
    """Return the share of words that both have, numbers half as much as words."""
    size = len(one.words) + len(other.words)
    words = 2 * len(one.words & other.words) / size if size else 0.0
    numbers = set(one.numbers), set(other.numbers)
    count = len(numbers[0]) + len(numbers[1])
    shared = 2 * len(numbers[0] & numbers[1]) / count if count else words
    return (2 * words + shared) / 3


def _disagree(one: _Content, other: _Content) -> bool:
    if one.numbers and other.numbers:
        return one.numbers[-1] not in other.numbers and other.numbers[-1] not in one.numbers
    return one.denies != other.denies and one.words != other.words and one.numbers == other.numbers
