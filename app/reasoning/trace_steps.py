"""The steps of a thought: where it plans, doubts, checks, turns to something else, and concludes."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise


class StepKind(enum.StrEnum):
    """What a step of a thought does."""

    STATEMENT = "statement"
    """Goes on: a paragraph, or what follows another kind of step in one."""
    PLAN = "plan"
    """Says what will be done."""
    ALTERNATIVE = "alternative"
    """Turns to another way."""
    DOUBT = "doubt"
    """Stops and takes back, or asks itself whether it was right."""
    CASE = "case"
    """One of several cases."""
    CHECK = "check"
    """Tests what was found."""
    FAILED_CHECK = "failed_check"
    """Tests what was found, which does not hold."""
    CONCLUSION = "conclusion"
    """Says what has come of it."""
    RETURN = "return"
    """Goes back to an earlier idea."""


@dataclass(frozen=True, slots=True)
class TraceStep:
    """A step, which ends where the next one begins."""

    kind: StepKind
    start: int
    """Where it begins in the thought, in characters."""
    tokens: int = 0
    """How many tokens of the thought came before it, if that was told."""
    began_s: float = 0.0
    """After how many seconds it began, if that was told."""


def with_ends(steps: Sequence[TraceStep], length: int) -> list[tuple[TraceStep, int]]:
    """Return each step with where it ends, in a thought of so many characters."""
    starts = [step.start for step in steps]
    return list(zip(steps, [*starts[1:], length], strict=False))


# When the steps of a thought began, in a short text that is kept beside it: where each was, in tokens and seconds.

_TENTHS = 10


def marks_of(steps: Sequence[TraceStep], *, skipped: int = 0) -> str:
    """Return the marks of steps; the first `skipped` characters are not kept of the thought. Empty if nothing is known.

    Of each step stand there how many characters, tokens and tenths of a second came since the one before.
    """
    if not any(step.tokens or step.began_s for step in steps):
        return ""
    places = [(max(0, step.start - skipped), step.tokens, round(step.began_s * _TENTHS)) for step in steps]
    return " ".join(",".join(str(b - a) for a, b in zip(*two, strict=True)) for two in pairwise([(0, 0, 0), *places]))


def with_marks(steps: Iterable[TraceStep], marks: str) -> list[TraceStep]:
    """Return the steps with the tokens and seconds that marks tell; between two of them it goes by the length."""
    try:
        changes = [tuple(map(int, mark.split(","))) for mark in marks.split()]
        starts, tokens, tenths = (list(accumulate(column)) for column in zip(*changes, strict=True))
    except ValueError:  # there are none, or they are damaged
        return list(steps)
    found = []
    for step in steps:
        at = max(0, bisect_right(starts, step.start) - 1)
        share = 0.0
        if at + 1 < len(starts) and starts[at + 1] > starts[at]:
            share = max(0, step.start - starts[at]) / (starts[at + 1] - starts[at])
        after = min(at + 1, len(starts) - 1)
        count = tokens[at] + share * (tokens[after] - tokens[at])
        seconds = (tenths[at] + share * (tenths[after] - tenths[at])) / _TENTHS
        found.append(replace(step, tokens=round(count), began_s=round(seconds, 1)))
    return found
