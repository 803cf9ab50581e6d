"""When the steps of a thought began, in a short text that is kept beside it: where each was, in tokens and seconds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from app.reasoning.trace_steps import TraceStep

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
