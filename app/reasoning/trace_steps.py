"""The steps of a thought: where it plans, doubts, checks, turns to something else, and concludes."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from app.text import translatable


class StepKind(enum.StrEnum):
    """What a step of a thought does: judged by the whole of it, not by its first word.

    A step begins with a sentence: the first of a paragraph, or one inside that goes on to something else. What does
    the work of the step before belongs to it: the ground of a doubt, the verdict of a check, what speaks for an
    alternative.
    """

    STATEMENT = "statement"
    """Goes on: says what is asked or given, works, or follows another kind of step in its paragraph."""
    PLAN = "plan"
    """Says what will be done next, or what the answer shall contain; the doing after it is a statement."""
    ALTERNATIVE = "alternative"
    """Turns to another way: of solving, of wording, of explaining."""
    DOUBT = "doubt"
    """Stops and takes back, or asks itself whether it was right or left something out."""
    CASE = "case"
    """One of several cases that are gone through; a lone condition is none."""
    CHECK = "check"
    """Tests what was found, and it holds."""
    FAILED_CHECK = "failed_check"
    """Tests what was found, which does not hold."""
    CONCLUSION = "conclusion"
    """Says what has come of it: the answer or a part of it, the cause looked for, the decision taken."""
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


_WORDLESS = re.compile(r"```|~~~|\\(?:begin|end)\b|[\W_]*\Z")
"""A line that only begins or ends code or a formula, or parts what stands around it."""
_MARKS = re.compile(r"\$\$|\\[\[\]]|\A#+\s|(?<!\S)\*\*(?=\S)([^*]+)\*\*")
"""Marks around a formula, a heading and what is strong."""
KIND_NAMES = {
    StepKind.STATEMENT: "",
    StepKind.PLAN: translatable("Plan"),
    StepKind.ALTERNATIVE: translatable("Another way"),
    StepKind.DOUBT: translatable("Doubt"),
    StepKind.CASE: translatable("Case"),
    StepKind.CHECK: translatable("Check"),
    StepKind.FAILED_CHECK: translatable("Failed check"),
    StepKind.CONCLUSION: translatable("Conclusion"),
    StepKind.RETURN: translatable("Back to an idea"),
}
"""What each is called; one that goes on has no name."""


def cost_of(step: TraceStep, *, tokens: int | None, seconds: float | None) -> tuple[int, float] | None:
    """Return the tokens and seconds from a step's beginning to where so many had come; `None` if they are not known.

    A beginning that was given to the model has cost nothing: neither is known of it.
    """
    if tokens is None or seconds is None or tokens <= step.tokens:
        return None
    return tokens - step.tokens, max(0.0, seconds - step.began_s)


def first_words(text: str) -> str:
    """Return the first line of a step that has words, without marks around them."""
    lines = text.strip().split("\n")
    words = (_MARKS.sub(r"\1", line).strip() for line in lines if not _WORDLESS.match(line.strip()))
    return next(filter(None, words), lines[0])


def with_ends(steps: Sequence[TraceStep], length: int) -> list[tuple[TraceStep, int]]:
    """Return each step with where it ends, in a thought of so many characters."""
    starts = [step.start for step in steps]
    return list(zip(steps, [*starts[1:], length], strict=False))


# When steps and lines of a thought began, in a short text that is kept beside it: where, and after what.

_TENTHS = 10


class TraceMark(NamedTuple):
    """A place in a thought, in characters, and how many tokens and seconds came before it."""

    start: int
    tokens: int = 0
    began_s: float = 0.0


def marks_of(places: Sequence[TraceMark | TraceStep], *, skipped: int = 0) -> str:
    """Return the marks of places, in order; the first `skipped` characters are not kept of the thought.

    Of each stand there how many characters, tokens and tenths of a second came since the one before. Empty if nothing
    is known.
    """
    if not any(one.tokens or one.began_s for one in places):
        return ""
    values = [(max(0, one.start - skipped), one.tokens, round(one.began_s * _TENTHS)) for one in places]
    return " ".join(",".join(str(b - a) for a, b in zip(*two, strict=True)) for two in pairwise([(0, 0, 0), *values]))


def with_marks(steps: Sequence[TraceStep], marks: str) -> list[TraceStep]:
    """Return the steps with the tokens and seconds that marks tell, if they tell any."""
    found = marked_places([step.start for step in steps], marks)
    if not found:
        return list(steps)
    return [replace(step, tokens=at.tokens, began_s=at.began_s) for step, at in zip(steps, found, strict=True)]


def marked_places(places: Iterable[int], marks: str) -> list[TraceMark]:
    """Return what marks tell of these places; between two marks it goes by the length. Nothing if they are damaged."""
    try:
        changes = [tuple(map(int, mark.split(","))) for mark in marks.split()]
        starts, tokens, tenths = (list(accumulate(column)) for column in zip(*changes, strict=True))
    except ValueError:  # there are none, or they are damaged
        return []
    found = []
    for place in places:
        at = max(0, bisect_right(starts, place) - 1)
        share = 0.0
        if at + 1 < len(starts) and starts[at + 1] > starts[at]:
            share = max(0, place - starts[at]) / (starts[at + 1] - starts[at])
        after = min(at + 1, len(starts) - 1)
        count = tokens[at] + share * (tokens[after] - tokens[at])
        seconds = (tenths[at] + share * (tenths[after] - tenths[at])) / _TENTHS
        found.append(TraceMark(place, round(count), round(seconds, 1)))
    return found
