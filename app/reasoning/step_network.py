"""The small network that says what the sentences of a thought do.

What is seen in a sentence stands for a vector each, which are added. One recurrent layer reads on from there, another
one back from a few sentences later (gated recurrent units, Cho et al., 2014); together they say how well each kind of
step begins with the sentence, or goes on. The likeliest sequence of them is found as it grows (Viterbi, 1967), so a
sentence may change what the ones before it do. The weights are learned by `packaging/step_finder/train.py`. All is
counted in integers, many of them beside each other in one number, which one addition adds at once.
"""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import exp, sqrt, tanh
from operator import add, mul
from typing import NamedTuple

from app.file_facts import read_file
from app.paths import resources_directory
from app.reasoning.trace_steps import StepKind

FILE = resources_directory() / "step_weights.bin"
"""Compressed: a line of JSON, in order the checksums (CRC-32) of the names of what may be seen, of four bytes each, a
row of bytes for each of them, where 128 stands for nothing, and then the matrices, of two bytes a weight."""
KINDS = tuple(StepKind)
"""The first of them is nothing special."""
COUNT = len(KINDS)
LABELS = 2 * COUNT
"""What a sentence may do: begin a step of each kind, or go on with one."""
GAPS = 3
"""A sentence stands in the line of the one before, on the next line, or in another paragraph."""
ONE = 128
"""What stands for 1 in the layers."""
WORDS_BEFORE, WORDS_SCALE = 4, 4.0
"""So many words weigh as they are; the more there are, the less each weighs."""
SETTLED, PENDING = 2, 4
"""So many sentences are settled at once, by at least so many others that have come."""
_SIDE_BY_SIDE = (KINDS.index(StepKind.ALTERNATIVE), KINDS.index(StepKind.CASE))
"""Each of these is a step of its own, however close they stand."""
_NEVER = -1e4
_CAUTION, _KEPT = 1.5, 0.5
"""While a thought goes on, a sentence does nothing special unless that is so much likelier, half as much with each that
follows it; and it does what was told of it unless another is so much likelier. What is settled does not depend on it.
"""
NOTHING = 128
"""The byte of a row that adds nothing."""
_MOST = 256
"""So many rows of bytes are added without any sum's leaving its place."""
_REMEMBERED = 2048
"""So many names' rows are not looked for again."""


class _Matrix:
    """What a layer makes of numbers; the last row is added whatever they are."""

    def __init__(self, values: Sequence[int], columns: int) -> None:
        self._struct = struct.Struct(f"<{columns}i")
        self._lift = sum(1 << place * 32 + 31 for place in range(columns))
        """Half of what fits in each place."""
        *self._rows, bias = (self._packed(values[start : start + columns]) for start in range(0, len(values), columns))
        self._bias = bias * ONE

    def of(self, numbers: Iterable[int]) -> tuple[int, ...]:
        lanes = sum(map(mul, numbers, self._rows), self._bias + self._lift)
        return self._struct.unpack((lanes ^ self._lift).to_bytes(self._struct.size, "little"))

    def _packed(self, values: Sequence[int]) -> int:
        return (int.from_bytes(self._struct.pack(*values), "little") ^ self._lift) - self._lift


class _Layer(NamedTuple):
    """A gated recurrent unit."""

    seen: _Matrix
    """What it makes of what is seen"""
    kept: _Matrix
    """and of what it remembers, in the same unit:"""
    unit: float

    def after(self, seen: Sequence[int], state: Sequence[int]) -> list[int]:
        """Return what it remembers after one sentence more."""
        size, unit = len(state), self.unit
        kept = self.kept.of(state)
        columns = (seen, seen[size:], seen[2 * size :], kept, kept[size:], kept[2 * size :], state)
        return [
            round(
                (fresh := ONE * tanh(unit * (new + was / (1 + exp(-unit * (reset + was_reset))))))
                + (old - fresh) / (1 + exp(-unit * (keep + was_keep)))
            )
            for reset, keep, new, was_reset, was_keep, was, old in zip(*columns, strict=False)
        ]


class Weights:
    """What the file holds."""

    def __init__(self, packed: bytes) -> None:
        head, _, data = zlib.decompress(packed).partition(b"\n")
        facts = json.loads(head)
        width, hidden, count = facts["width"], facts["hidden"], facts["names"]
        self.width, self.unit, self.score_unit = width, facts["unit"], facts["score_unit"]
        self._columns = width + LABELS
        self._lanes = struct.Struct(f"<{self._columns}H")
        at = array("I").itemsize * count
        self._names = array("I", data[:at])
        self._rows = memoryview(data)[at : at + count * self._columns]
        self.row = lru_cache(_REMEMBERED)(self._row)
        """What a name stands for, many numbers beside each other in one; 0 if for nothing."""
        numbers = array("h", data[at + len(self._rows) :])
        place = 0

        def matrix(rows: int, count: int) -> _Matrix:
            nonlocal place
            place += (rows + 1) * count
            return _Matrix(numbers[place - (rows + 1) * count : place], count)

        self.on, self.back = (
            _Layer(matrix(width, 3 * hidden), matrix(hidden, 3 * hidden), unit) for unit in facts["layer_units"]
        )
        self.scores = [matrix(rows, LABELS) for rows in (width, hidden, hidden)]
        self.start = [0] * hidden
        self.end = self.back.after(self.back.seen.of(facts["end"]), self.start)
        """What is remembered of that nothing follows."""
        self.turns = [[[*row] for row in gap] for gap in facts["turns"]]
        """For each gap, and each kind that begins, how easily it does after each other kind."""
        for kind in range(COUNT):
            if kind not in _SIDE_BY_SIDE:
                self.turns[0][kind][kind] = _NEVER

    def _row(self, name: str) -> int:
        key = zlib.crc32(name.encode())
        at = bisect_left(self._names, key)
        if at == len(self._names) or self._names[at] != key:
            return 0
        row = bytearray(self._lanes.size)
        row[::2] = self._rows[at * self._columns : (at + 1) * self._columns]
        return int.from_bytes(row, "little")

    def added(self, names: Iterable[str]) -> tuple[list[int], int]:
        """Return the sums of what names stand for, and how many stand for anything."""
        rows = [row for row in map(self.row, names) if row]
        parts = [rows[start : start + _MOST] for start in range(0, len(rows) or 1, _MOST)]
        first, *others = (self._lanes.unpack(sum(part).to_bytes(self._lanes.size, "little")) for part in parts)
        nothing = NOTHING * len(rows)
        return [one - nothing for one in (map(sum, zip(first, *others, strict=True)) if others else first)], len(rows)


WEIGHTS = Weights(read_file(FILE))


class _Sentence(NamedTuple):
    """What is known of a sentence for which it is not settled what it does."""

    gap: int
    back: tuple[int, ...]
    """What the layer that reads back sees of it,"""
    scores: list[float]
    """and how well it does each, as far as what came before tells."""


class StepNetwork:
    """Takes what is seen in the sentences of a thought, and says what they do."""

    def __init__(self) -> None:
        self._state = WEIGHTS.start
        self._pending: list[_Sentence] = []
        self._column: list[float] = []
        """How well each label of the last settled sentence ends the likeliest sequence up to it."""
        self._before: list[bytes] = []
        """For each settled sentence and each of its labels: of which one before it that sequence comes."""
        self._ahead: tuple[list[list[float]], list[bytes]] | None = None
        """The same for all pending ones, if that was asked for."""
        self._labels: list[int] = []
        """What was told last,"""
        self._sure = 0
        """and how many of them were settled."""

    def take(self, forms: Iterable[str], words: Iterable[str], gap: int) -> None:
        """Take what is seen in the next sentence, in how it is built and in its words, and how far it stands off."""
        weights = WEIGHTS
        if len(self._pending) == SETTLED + PENDING:
            columns, before = self._ahead or self._looked_ahead(SETTLED)
            self._column = columns[SETTLED - 1]
            self._before += before[:SETTLED]
            del self._pending[:SETTLED]
        self._ahead = None
        built, _ = weights.added(forms)
        said, count = weights.added(words)
        factor = WORDS_SCALE / sqrt(count + WORDS_BEFORE)
        sums = [weights.unit * (one + factor * other) for one, other in zip(built, said, strict=True)]
        seen = [round(ONE * tanh(one)) for one in sums[: weights.width]]
        self._state = weights.on.after(weights.on.seen.of(seen), self._state)
        by_seen, by_state = weights.scores[0].of(seen), weights.scores[1].of(self._state)
        scores = [
            one + weights.score_unit * both
            for one, both in zip(sums[weights.width :], map(add, by_seen, by_state), strict=True)
        ]
        self._pending.append(_Sentence(gap, weights.back.seen.of(seen), scores))

    def labels(self, *, has_ended: bool) -> tuple[int, list[int]]:
        """Return from which sentence on others than told before may be right, and what those do."""
        ahead = self._looked_ahead(len(self._pending), has_ended=has_ended)
        self._ahead = None if has_ended else ahead
        columns, pending = ahead
        best = columns[-1] if columns else self._column
        settled = len(self._before)
        at = settled + len(pending) - 1
        label = best.index(max(best)) if best else 0
        found = []
        while at >= 0 and not (at < self._sure and self._labels[at] == label):
            found.append(label)
            label = (pending[at - settled] if at >= settled else self._before[at])[label]
            at -= 1
        found.reverse()
        self._labels[at + 1 :] = found
        self._sure = settled
        return at + 1, found

    def _looked_ahead(self, count: int, *, has_ended: bool = False) -> tuple[list[list[float]], list[bytes]]:
        """Return for so many pending sentences what `_column` and `_before` are after each, read back from the end."""
        weights = WEIGHTS
        ahead, unit = [], weights.score_unit
        state = weights.end if has_ended else weights.start
        for sentence in reversed(self._pending):
            state = weights.back.after(sentence.back, state)
            ahead.append(state)
        columns, befores = [], []
        column = self._column
        for place, (sentence, state) in enumerate(zip(self._pending[:count], reversed(ahead), strict=False)):
            by_ahead = weights.scores[2].of(state)
            scores = [one + unit * other for one, other in zip(sentence.scores, by_ahead, strict=True)]
            follow = len(self._pending) - 1 - place
            if follow < PENDING and not has_ended:
                scores[1:COUNT] = [one - _CAUTION / 2**follow for one in scores[1:COUNT]]
                for label in self._labels[len(self._before) + place :][:1]:
                    scores[label] += _KEPT
            column, before = _likeliest(column, scores, sentence.gap)
            columns.append(column)
            befores.append(before)
        return columns, befores


def _likeliest(column: Sequence[float], scores: Sequence[float], gap: int) -> tuple[list[float], bytes]:
    """Return how well the likeliest sequence ends with each label of a sentence, and which label it has before."""
    if not column:
        return [*scores[:COUNT], *[_NEVER] * COUNT], bytes(LABELS)
    ends = [kind if column[kind] >= column[kind + COUNT] else kind + COUNT for kind in range(COUNT)]
    best = [column[end] for end in ends]
    most = max(best)
    best = [one - most for one in best]
    ways = [list(map(add, best, turns)) for turns in WEIGHTS.turns[gap]]
    ways_best = list(map(max, ways))
    now = list(map(add, ways_best, scores))
    before = [ends[way.index(one)] for way, one in zip(ways, ways_best, strict=True)]
    goes_on = list(map(add, scores[COUNT:], best)) if gap < GAPS - 1 else []
    return [*now, *(goes_on or [_NEVER] * COUNT)], bytes((*before, *ends))
