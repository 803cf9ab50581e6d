"""Learns how what is seen in a thought is weighed, from the marked thoughts that may be learned of.

    uv run python tests/benchmarks/step_weights.py [--write] [--errors]

A finder is led through each thought (`tests/data/thoughts`) along its marks. What speaks at each sentence, and what is
known of each step as it grows, are the examples of a softmax regression, whose weights stand in
`app/reasoning/step_weights.py`. A failed check is a check with something more, so it shares the weights of one. First
prints how well steps are found in each quarter of the thoughts by what was learned of the others: that is the figure to
go by when words or features change, and `--errors` tells what is missed there. `natural` are thoughts that were written
before anyone thought of marks, in long paragraphs with few words that announce a turn, and `tuned_prose` some in their
manner; they count more, since models write so.
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
from app.reasoning.step_weights import PACKED, packed
from app.reasoning.trace_steps import StepKind
from tests.fakes.marked_thoughts import Found, MarkedThought, found_steps, marked_thoughts, measured

_TARGET = Path(__file__).resolve().parents[2] / "app" / "reasoning" / "step_weights.py"
_PROSE = ("natural", "tuned_prose")
_HALVES = (
    *("tuned", "tuned_later", "tuned_last", "tuned_styles", "tuned_more", "tuned_wide", *_PROSE),
    *("formerly_kept", "formerly_kept_later", "formerly_kept_styles", "formerly_kept_plain"),
)
_PARTS = 4
_PENALTY = 8.0
_FEWEST = 8
"""What is seen more rarely is not learned of."""
_SHIFT = 0.7
"""By how much a sentence goes on less easily than is likeliest: a step that is missed weighs as one too many."""
_RARE = 1.6
"""How much more a failed check counts, of which there are few,"""
_OF_PROSE = 3.0
"""and how much prose does."""
_ROUNDS = 300
_UNIT = 100
_LEAST = 22
"""What says less than this of each kind is left out."""
_CHECK, _FAILED = KINDS.index(StepKind.CHECK), KINDS.index(StepKind.FAILED_CHECK)

Weights = dict[str, tuple[int, ...]]
Half = tuple[str, MarkedThought]


class Example(NamedTuple):
    """What is known at a place in a thought, and what is right there."""

    features: frozenset[str]
    right: int
    """A kind, or `GOES_ON`."""
    may_go_on: bool
    weight: float


class _Led(StepFinder):
    """Goes along the marks of a thought, and notes what it sees there."""

    def __init__(self, marked: Mapping[int, StepKind], weight: float) -> None:
        super().__init__()
        self.examples: list[Example] = []
        self._marked = marked
        self._weight = weight

    def _begins(self, features: set[str], start: int) -> bool:
        kind = self._marked.get(start)
        right = GOES_ON if kind is None else KINDS.index(kind)
        self.examples.append(Example(frozenset(features), right, True, self._weight))
        self.note_step()
        return kind is not None

    def _begin(self, start: int, features: set[str]) -> None:
        self.note_step()
        super()._begin(start, features)

    def _kind(self, start: int) -> StepKind:
        return self._marked.get(start, StepKind.STATEMENT)

    def note_step(self) -> None:
        """Note what has become known of the latest step."""
        if self.steps:
            known = frozenset(self._evidence | self._verdict)
            self.examples.append(Example(known, KINDS.index(self.steps[-1].kind), False, self._weight))


def main() -> None:
    """Measure, and write if that is wished."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights that all thoughts together teach")
    parser.add_argument("--errors", action="store_true", help="print what is missed")
    arguments = parser.parse_args()
    thoughts = [(half, thought) for half in _HALVES for thought in marked_thoughts(half)]
    if arguments.write:
        _write(_learned(thoughts))
        return
    random.Random(1).shuffle(thoughts)
    totals: Counter[tuple[str, StepKind | str, int]] = Counter()
    for start in range(_PARTS):
        PACKED.clear()
        others = [thought for place, thought in enumerate(thoughts) if place % _PARTS != start]
        PACKED.update({name: packed(row) for name, row in _learned(others).items()})
        for half, thought in thoughts[start::_PARTS]:
            name = half if half in _PROSE else "others"
            for kind, found in measured([thought], found_steps).items():
                for column, count in enumerate((found.marked, found.found, found.right)):
                    totals[name, kind, column] += count
            if arguments.errors:
                _print_errors(thought)
    for name in (*_PROSE, "others"):
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
    examples: list[Example] = []
    for half, thought in thoughts:
        finder = _Led({step.start: step.kind for step in thought.steps}, _OF_PROSE if half in _PROSE else 1.0)
        finder.feed(thought.text)
        finder.finish()
        finder.note_step()
        examples += finder.examples
    counts = Counter(feature for example in examples for feature in example.features)
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    columns = {name: column for column, name in enumerate(names)}
    seen = np.zeros((len(examples), len(names)), np.float32)
    wanted = np.zeros((len(examples), GOES_ON + 1), np.float32)
    barred = np.zeros_like(wanted)
    for row, example in enumerate(examples):
        seen[row, [columns[one] for one in example.features if one in columns]] = 1
        wanted[row, example.right] = 1
        barred[row, GOES_ON] = 0 if example.may_go_on else -1e9
    weight = np.array([[one.weight] for one in examples], np.float32) * (1 + _RARE * wanted[:, [_FAILED]])
    shares = np.eye(GOES_ON + 1, dtype=np.float32)
    shares[_CHECK, _FAILED] = 1
    weights = np.zeros((len(names), GOES_ON + 1), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, _ROUNDS + 1):  # Adam, arXiv 1412.6980
        scores = seen @ (weights @ shares) + barred
        chances = np.exp(scores - scores.max(1, keepdims=True))
        slope = seen.T @ ((chances / chances.sum(1, keepdims=True) - wanted) * weight) @ shares.T
        slope += _PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        step = 0.05 * (1 - turn / _ROUNDS) + 0.0005
        weights -= step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-6)
    weights = weights @ shares
    weights[columns["bias"], GOES_ON] -= _SHIFT
    rounded = np.rint(weights * _UNIT).astype(int)
    return {
        name: tuple(row)
        for name, row in zip(names, rounded.tolist(), strict=True)
        if any(abs(one) >= _LEAST for one in row)
    }


def _write(weights: Weights) -> None:
    rows = [f"{' '.join(map(str, row))} {name}" for name, row in weights.items()]
    lines = "\n".join("; ".join(rows[at : at + 2]) for at in range(0, len(rows), 2))
    head, begin, rest = _TARGET.read_text("utf-8").partition('_ROWS = """\n')
    _, end, tail = rest.partition('\n"""\n')
    _TARGET.write_text(head + begin + lines + end + tail, "utf-8")


if __name__ == "__main__":
    main()
