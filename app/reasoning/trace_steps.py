"""The steps of a thought: where it plans, doubts, checks, turns to something else, and concludes."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass


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
