"""Learns how what is seen in a thought is weighed, from the marked thoughts that may be learned of.

    uv run python tests/benchmarks/step_weights.py [--write] [--errors]

A finder is led through each thought (`tests/data/thoughts`) along its marks. What speaks at each sentence, and what is
known of each step as it grows, are the examples of a softmax regression. Its weights are not the last: with those that
half of the thoughts teach, the finder goes its own way through the other half, and learns from what it meets there too,
since mistakes lead to places where no mark does. The weights stand in `resources/step_weights.bin`. A failed check is a
check with something more, so it shares the weights of one. First prints how well steps are found in each quarter of the
thoughts by what was learned of the others: that is the figure to go by when words or features change, and `--errors`
tells what is missed there. `natural` are thoughts that were written before anyone thought of marks, in long paragraphs
with few words that announce a turn; `tuned_prose` and those called `prose` are in their manner. They count more, since
models write so.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.reasoning.step_finder import GOES_ON, KINDS, StepFinder
from app.reasoning.step_weights import PACKED, UNIT, packed, write
from app.reasoning.trace_steps import StepKind
from tests.fakes.marked_thoughts import DATA, Found, MarkedThought, found_steps, marked_thoughts, measured

_NATURAL = ("natural", "tuned_prose")
_PROSE = tuple(sorted(path.stem for path in DATA.glob("prose_*.txt")))
_HALVES = (
    *("tuned", "tuned_later", "tuned_last", "tuned_styles", "tuned_more", "tuned_wide", *_NATURAL, *_PROSE),
    *("formerly_kept", "formerly_kept_later", "formerly_kept_styles", "formerly_kept_plain"),
)
_PARTS = 4
_PENALTY = 8.0
_FEWEST, _FEWEST_WORDS = 12, 6
"""What is seen more rarely, words above all, is not learned of."""
_SHIFT = 1.0
"""By how much a sentence goes on less easily than is likeliest: a step that is missed weighs as one too many."""
_RARE = 1.2
"""How much more a failed check counts, of which there are few,"""
_OF_NATURAL, _OF_PROSE = 3.0, 1.2
"""and how much prose does."""
_ROUNDS, _BATCH, _STEP = 12, 256, 0.04
_LEAST = 5
"""What says less than this of each kind, in units, is left out."""
_CHECK, _FAILED = KINDS.index(StepKind.CHECK), KINDS.index(StepKind.FAILED_CHECK)

Weights = dict[str, tuple[int, ...]]
Half = tuple[str, MarkedThought]


class Example(NamedTuple):
    """What is known at a place in a thought, and what is right there."""

    features: np.ndarray[tuple[int], np.dtype[np.int32]]
    """By their numbers."""
    right: int
    """A kind, or `GOES_ON`."""
    may_go_on: bool
    weight: float


class _Noting(StepFinder):
    """Notes what it sees in a thought, led along its marks, or on its own way with the weights of the hour."""

    def __init__(self, thought: MarkedThought, numbers: dict[str, int], weight: float, *, is_led: bool) -> None:
        super().__init__()
        self.examples: list[Example] = []
        self._marked = {step.start: step.kind for step in thought.steps}
        self._numbers = numbers
        self._weight = weight
        self._is_led = is_led
        self.feed(thought.text)
        self.finish()
        self._note_step()

    def _begins(self, features: set[str], start: int) -> bool:
        kind = self._marked.get(start)
        self._note(features, GOES_ON if kind is None else KINDS.index(kind), may_go_on=True)
        self._note_step()
        return kind is not None if self._is_led else super()._begins(features, start)

    def _begin(self, start: int, features: set[str]) -> None:
        self._note_step()
        super()._begin(start, features)

    def _kind(self, start: int) -> StepKind:
        return self._marked.get(start, StepKind.STATEMENT) if self._is_led else super()._kind(start)

    def _note_step(self) -> None:
        """Note what has become known of the latest step, if it is one."""
        if self.steps and (kind := self._marked.get(self.steps[-1].start)):
            self._note(self._evidence | self._verdict, KINDS.index(kind), may_go_on=False)

    def _note(self, features: set[str], right: int, *, may_go_on: bool) -> None:
        known = np.array([self._numbers.setdefault(one, len(self._numbers)) for one in sorted(features)], np.int32)
        self.examples.append(Example(known, right, may_go_on, self._weight))


def main() -> None:
    """Measure, and write if that is wished."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights that all thoughts together teach")
    parser.add_argument("--errors", action="store_true", help="print what is missed")
    arguments = parser.parse_args()
    thoughts = [(half, thought) for half in _HALVES for thought in marked_thoughts(half)]
    if arguments.write:
        write(_learned(thoughts))
        return
    random.Random(1).shuffle(thoughts)
    totals: Counter[tuple[str, StepKind | str, int]] = Counter()
    for start in range(_PARTS):
        others = [thought for place, thought in enumerate(thoughts) if place % _PARTS != start]
        _use(_learned(others))
        for half, thought in thoughts[start::_PARTS]:
            name = "prose" if half in _PROSE else half if half in _NATURAL else "others"
            for kind, found in measured([thought], found_steps).items():
                for column, count in enumerate((found.marked, found.found, found.right)):
                    totals[name, kind, column] += count
            if arguments.errors:
                _print_errors(thought)
    for name in (*_NATURAL, "prose", "others"):
        for kind in (*StepKind, "all", "places"):
            found = Found(*(totals[name, kind, column] for column in range(3)))
            print(f"{name} | {kind} | precision {found.precision:.2f} | recall {found.recall:.2f} | of {found.marked}")


def _print_errors(thought: MarkedThought) -> None:
    marked = {step.start: step.kind.value for step in thought.steps}
    found = {step.start: step.kind.value for step in found_steps(thought.text)}
    for start in sorted(marked.keys() | found.keys()):
        if marked.get(start) != found.get(start):
            words = thought.text[start : start + 160].replace("\n", " ")
            print(f"{thought.language} {marked.get(start)}, found {found.get(start)}: {words}")


def _learned(thoughts: Sequence[Half]) -> Weights:
    """Learn along the marks, then also of what is met on the way that such weights find in thoughts not learned of."""
    numbers: dict[str, int] = {}
    examples = _examples(thoughts, numbers, is_led=True)
    before = dict(PACKED)
    for start in range(2):
        _use(_fitted(_examples(thoughts[start::2], numbers, is_led=True), numbers))
        examples += _examples(thoughts[1 - start :: 2], numbers, is_led=False)
    PACKED.clear()
    PACKED.update(before)
    return _fitted(examples, numbers)


def _use(weights: Weights) -> None:
    PACKED.clear()
    PACKED.update({name: packed(UNIT * one for one in row) for name, row in weights.items()})


def _examples(thoughts: Sequence[Half], numbers: dict[str, int], *, is_led: bool) -> list[Example]:
    return [
        example
        for half, thought in thoughts
        for example in _Noting(thought, numbers, _weight_of(half), is_led=is_led).examples
    ]


def _weight_of(half: str) -> float:
    return _OF_NATURAL if half in _NATURAL else _OF_PROSE if half in _PROSE else 1.0


def _fitted(examples: Sequence[Example], numbers: Mapping[str, int]) -> Weights:
    """Return the weights of a softmax regression, by AdaGrad (Duchi, Hazan and Singer, 2011)."""
    counts = np.bincount(np.concatenate([one.features for one in examples]), minlength=len(numbers))
    lexical = np.array(["~" in name for name in numbers])
    wanted = counts >= np.where(lexical, _FEWEST_WORDS, _FEWEST)
    column = np.cumsum(wanted) - 1
    names = [name for name, is_wanted in zip(numbers, wanted.tolist(), strict=True) if is_wanted]
    penalty = (_PENALTY / counts[wanted]).astype(np.float32)[:, None]
    rows = [column[one.features[wanted[one.features]]] for one in examples]
    right = np.array([one.right for one in examples])
    barred = np.array([[0 if one.may_go_on else -1e9] for one in examples], np.float32) * np.eye(GOES_ON + 1)[GOES_ON]
    weight = np.array([[one.weight] for one in examples], np.float32)
    weight *= 1 + _RARE * (right == _FAILED)[:, None]
    shares = np.eye(GOES_ON + 1, dtype=np.float32)
    shares[_CHECK, _FAILED] = 1
    weights = np.zeros((len(names), GOES_ON + 1), np.float32)
    square = np.full_like(weights, 1e-3)
    shuffle = np.random.default_rng(1)
    for turn in range(_ROUNDS):
        order = shuffle.permutation(len(rows))
        for at in range(0, len(rows), _BATCH):
            batch = order[at : at + _BATCH]
            columns = np.concatenate([rows[one] for one in batch])
            sizes = np.array([len(rows[one]) for one in batch])
            begins = np.cumsum(sizes) - sizes
            scores = np.add.reduceat(weights[columns], begins) @ shares + barred[batch]
            chances = np.exp(scores - scores.max(1, keepdims=True))
            chances /= chances.sum(1, keepdims=True)
            chances[np.arange(len(batch)), right[batch]] -= 1
            slope = (chances * weight[batch] @ shares.T).astype(np.float32)
            by_column = np.argsort(columns, kind="stable")
            met, first, times = np.unique(columns[by_column], return_index=True, return_counts=True)
            change = np.add.reduceat(np.repeat(slope, sizes, axis=0)[by_column], first)
            change += penalty[met] * times[:, None] * weights[met]
            square[met] += change * change
            weights[met] -= _STEP * (1 - turn / _ROUNDS) * change / np.sqrt(square[met])
    weights = weights @ shares
    weights[names.index("bias"), GOES_ON] -= _SHIFT
    units = np.clip(np.rint(weights * 100 / UNIT), -128, 127).astype(int)
    return {name: tuple(row) for name, row in zip(names, units.tolist(), strict=True) if max(map(abs, row)) >= _LEAST}


if __name__ == "__main__":
    main()
