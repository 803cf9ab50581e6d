"""Learns how what is seen in a thought is weighed, from the marked thoughts that may be learned of.

    uv run python tests/benchmarks/step_weights.py [--write] [--errors]

A finder is led through each thought of the `tuned` files (`tests/data/thoughts`) along its marks. What speaks at each
sentence, and what is known of each step in the end, are the examples of a softmax regression, whose weights stand in
`app/reasoning/step_weights.py`. A failed check is a check with something more, so it shares the weights of one. First
prints how well steps are found in each quarter of the thoughts by what was learned of the others: that is the figure to
go by when words or features change, and `--errors` tells what is missed there. What is kept is no part of it.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.reasoning import StepKind
from app.reasoning.step_finder import GOES_ON, KINDS, StepFinder, steps_of
from app.reasoning.step_weights import PACKED, packed
from tests.fakes.marked_thoughts import Found, MarkedThought, marked_thoughts, measured

_TARGET = Path(__file__).resolve().parents[2] / "app" / "reasoning" / "step_weights.py"
_HALVES = ("tuned", "tuned_later", "tuned_last", "tuned_styles", "tuned_more")
_PARTS = 4
_PENALTY = 6.0
_FEWEST = 4
"""What is seen more rarely is not learned of."""
_SHIFT = 0.7
"""By how much a sentence goes on less easily than is likeliest: a step that is missed weighs as one too many."""
_RARE = 0.8
"""How much more a failed check counts, of which there are few."""
_ROUNDS = 300
_UNIT = 100
_CHECK, _FAILED = KINDS.index(StepKind.CHECK), KINDS.index(StepKind.FAILED_CHECK)

Weights = dict[str, tuple[int, ...]]
Example = tuple[frozenset[str], int, bool]
"""What is known, which kind it is of (or `GOES_ON`), and whether it could be of none."""


class _Led(StepFinder):
    """Goes along the marks of a thought, and notes what it sees there."""

    def __init__(self, marked: Mapping[int, StepKind]) -> None:
        super().__init__()
        self.examples: list[Example] = []
        self._marked = marked
        self._begun: int | None = None

    def _begins(self, features: set[str], start: int) -> StepKind | None:
        kind = self._marked.get(start, None if self.steps else StepKind.STATEMENT)
        self.examples.append((frozenset(features), GOES_ON if kind is None else KINDS.index(kind), bool(self.steps)))
        if kind is not None and start != self._begun:
            self.note_step()
            self._begun = start
        return kind

    def _kind(self) -> StepKind:
        return self.steps[-1].kind

    def note_step(self) -> None:
        """Note what has become known of the latest step."""
        if self.steps:
            known = frozenset(self._evidence | self._verdict)
            self.examples.append((known, KINDS.index(self.steps[-1].kind), False))


def main() -> None:
    """Measure, and write if that is wished."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights that all thoughts together teach")
    parser.add_argument("--errors", action="store_true", help="print what is missed")
    arguments = parser.parse_args()
    thoughts = [thought for half in _HALVES for thought in marked_thoughts(half)]
    if arguments.write:
        _write(_learned(thoughts))
        return
    random.Random(1).shuffle(thoughts)
    parts = [thoughts[start::_PARTS] for start in range(_PARTS)]
    totals: Counter[tuple[StepKind | str, int]] = Counter()
    for part in parts:
        others = [thought for thought in thoughts if thought not in part]
        PACKED.clear()
        PACKED.update({name: packed(row) for name, row in _learned(others).items()})
        for kind, found in measured(part, steps_of).items():
            totals.update({(kind, 0): found.marked, (kind, 1): found.found, (kind, 2): found.right})
        if arguments.errors:
            _print_errors(part)
    for kind in (*StepKind, "all", "places"):
        found = Found(*(totals[kind, column] for column in range(3)))
        print(f"{kind} | precision {found.precision:.2f} | recall {found.recall:.2f} | of {found.marked}")


def _print_errors(thoughts: Iterable[MarkedThought]) -> None:
    for thought in thoughts:
        marked = {step.start: step.kind.value for step in thought.steps}
        found = {step.start: step.kind.value for step in steps_of(thought.text)}
        for start in sorted(marked.keys() | found.keys()):
            if marked.get(start) != found.get(start):
                words = thought.text[start : start + 160].replace("\n", " ")
                print(f"{thought.language} {marked.get(start)}, found {found.get(start)}: {words}")


def _examples(thought: MarkedThought) -> list[Example]:
    finder = _Led({step.start: step.kind for step in thought.steps})
    finder.feed(thought.text)
    finder.finish()
    finder.note_step()
    return finder.examples


def _learned(thoughts: Sequence[MarkedThought]) -> Weights:
    examples = [example for thought in thoughts for example in _examples(thought)]
    counts = Counter(feature for features, _, _ in examples for feature in features)
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    columns = {name: column for column, name in enumerate(names)}
    seen = np.zeros((len(examples), len(names)), np.float32)
    wanted = np.zeros((len(examples), GOES_ON + 1), np.float32)
    barred = np.zeros_like(wanted)
    for row, (features, kind, may_go_on) in enumerate(examples):
        seen[row, [columns[one] for one in features if one in columns]] = 1
        wanted[row, kind] = 1
        barred[row, GOES_ON] = 0 if may_go_on else -1e9
    weight = 1 + _RARE * wanted[:, [_FAILED]]
    weights = np.zeros((len(names), GOES_ON + 1), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, _ROUNDS + 1):  # Adam, arXiv 1412.6980
        scores = seen @ _shared(weights) + barred
        chances = np.exp(scores - scores.max(1, keepdims=True))
        slope = seen.T @ ((chances / chances.sum(1, keepdims=True) - wanted) * weight)
        slope[:, _CHECK] += slope[:, _FAILED]
        slope += _PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        step = 0.05 * (1 - turn / _ROUNDS) + 0.0005
        weights -= step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-6)
    weights = _shared(weights)
    weights[columns["bias"], GOES_ON] -= _SHIFT
    rounded = np.rint(weights * _UNIT).astype(int)
    return {
        name: tuple(row) for name, row in zip(names, rounded.tolist(), strict=True) if any(abs(one) > 4 for one in row)
    }


def _shared(weights: np.ndarray) -> np.ndarray:
    shared = weights.copy()
    shared[:, _FAILED] += weights[:, _CHECK]
    return shared


def _write(weights: Weights) -> None:
    rows = [f"{' '.join(map(str, row))} {name}" for name, row in weights.items()]
    lines = "\n".join("; ".join(rows[at : at + 2]) for at in range(0, len(rows), 2))
    head, begin, rest = _TARGET.read_text("utf-8").partition('_ROWS = """\n')
    _, end, tail = rest.partition('\n"""\n')
    _TARGET.write_text(head + begin + lines + end + tail, "utf-8")


if __name__ == "__main__":
    main()
