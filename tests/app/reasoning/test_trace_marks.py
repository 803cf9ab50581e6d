"""When the steps of a thought began, kept beside it."""

from __future__ import annotations

from app.reasoning import StepKind, TraceStep, marks_of, with_marks

STEPS = [
    TraceStep(StepKind.PLAN, 2),
    TraceStep(StepKind.DOUBT, 40, tokens=10, began_s=1.5),
    TraceStep(StepKind.CHECK, 100, tokens=30, began_s=4.04),
]


def bare(*starts: int) -> list[TraceStep]:
    return [TraceStep(StepKind.STATEMENT, start) for start in starts]


def test_marks_tell_what_steps_knew() -> None:
    marks = marks_of(STEPS, skipped=2)

    assert [(one.tokens, one.began_s) for one in with_marks(bare(0, 38, 98), marks)] == [(0, 0.0), (10, 1.5), (30, 4.0)]


def test_other_steps_lie_between_marks_by_their_place() -> None:
    assert [(one.tokens, one.began_s) for one in with_marks(bare(70, 200), marks_of(STEPS))] == [(20, 2.8), (30, 4.0)]


def test_marks_that_are_damaged_tell_nothing() -> None:
    for marks in ("", "1,2", "a,b,c", "1,2,3 4,5", ",,"):
        assert with_marks(bare(0, 5), marks) == bare(0, 5)
    assert marks_of(bare(0, 5)) == ""
