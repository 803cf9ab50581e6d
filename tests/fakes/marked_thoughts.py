"""Thoughts with marked steps, and how well steps are found in them.

They are marked as `StepKind` tells, and so: the first sentence after a blank line always begins a step. Inside a
paragraph one begins where the kind changes; but every case and every alternative is a step of its own. A list belongs
to the line that announces it, code and formulas that no blank line parts from it to the step before. The finder learned
(`packaging/step_finder/train.py`) of all of these files but `kept_prose`, each seventh of the thoughts in long plain
paragraphs (`prose`), and `kept_real`, by a hand that wrote none of the others; of those called `formerly_kept` too,
which had been looked at too often to judge by. Those called `models` are written as models of 2025 think, but denser;
those called `real` flow as real ones do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.reasoning import StepKind, TraceStep
from app.reasoning.step_finder import StepFinder

DATA = Path(__file__).resolve().parents[1] / "data" / "thoughts"
_THOUGHT = re.compile(r"^=== (\w\w) (.+)\n", re.MULTILINE)
_MARK = re.compile(r"⟦(\w+)⟧")


@dataclass(frozen=True, slots=True)
class MarkedThought:
    """A thought and the steps that a person marked in it."""

    language: str
    name: str
    text: str
    steps: tuple[TraceStep, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How many steps were marked, found, and both."""

    marked: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Which share of the found ones is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Which share of the marked ones is found."""
        return self.right / self.marked if self.marked else 0.0


def marked_thoughts(name: str | Path) -> list[MarkedThought]:
    """Return the thoughts of one file, by its name or its path."""
    _, *parts = _THOUGHT.split((DATA / name).with_suffix(".txt").read_text("utf-8"))
    return [_marked(*parts[index : index + 3]) for index in range(0, len(parts), 3)]


def _marked(language: str, name: str, body: str) -> MarkedThought:
    _, *parts = _MARK.split(body.rstrip("\n"))
    text, steps = "", []
    for kind, words in zip(parts[::2], parts[1::2], strict=True):
        steps.append(TraceStep(StepKind(kind), len(text)))
        text += words
    return MarkedThought(language, name, text, tuple(steps))


def found_steps(text: str) -> list[TraceStep]:
    """Return the steps of a thought that comes in small pieces."""
    finder = StepFinder()
    for start in range(0, len(text), 5):
        finder.feed(text[start : start + 5])
    return finder.finish()


def at_blank_lines(text: str) -> list[TraceStep]:
    """Return what a splitter at blank lines finds: paragraphs, of which it knows no kind."""
    starts = [0, *(match.end() for match in re.finditer(r"\n\s*\n", text))]
    return [TraceStep(StepKind.STATEMENT, start) for start in starts]


def measured(
    thoughts: Iterable[MarkedThought], find: Callable[[str], Sequence[TraceStep]]
) -> dict[StepKind | str, Found]:
    """Return for each kind, for all kinds together and for the places alone how well steps are found."""
    marked: Counter[StepKind | str] = Counter()
    found: Counter[StepKind | str] = Counter()
    right: Counter[StepKind | str] = Counter()
    for thought in thoughts:
        mine = {(step.start, step.kind) for step in thought.steps}
        theirs = {(step.start, step.kind) for step in find(thought.text)}
        for counts, steps in ((marked, mine), (found, theirs), (right, mine & theirs)):
            counts.update(kind for _, kind in steps)
            counts["all"] += len(steps)
        starts, others = {start for start, _ in mine}, {start for start, _ in theirs}
        for counts, places in ((marked, starts), (found, others), (right, starts & others)):
            counts["places"] += len(places)
    return {kind: Found(marked[kind], found[kind], right[kind]) for kind in (*StepKind, "all", "places")}
