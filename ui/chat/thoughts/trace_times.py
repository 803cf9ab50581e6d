"""When the lines of a trace began, in seconds of thinking: the same while a reply is written and when it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.conversation.paragraph_times import ParagraphTimes
from app.conversation.turn import Turn
from app.history.records import ModelStep, Step, StoredMessage
from app.reasoning import marked_places
from ui.chat.thoughts.trace_text import closed_steps, piece_of, steps_of

TraceTimes = Callable[[int], float | None]
"""Gets the number of a line, of those with text; `None` where nobody knows, as of what no model wrote."""


def times_of_reply(reply: StoredMessage) -> TraceTimes | None:
    """Return when the lines of a kept trace began; `None` if it is known of none."""
    seconds = _seconds_of(steps_of(reply))
    if all(one is None for one in seconds):
        return None
    return lambda line: seconds[line] if line < len(seconds) else None


def times_of_turn(turn: Turn) -> TraceTimes:
    """Return when the lines of a trace begin that is being written; it is read anew as it grows."""
    ended: list[float | None] = []
    count = 0

    def at(line: int) -> float | None:
        nonlocal ended, count
        closed = closed_steps(turn)
        if count != len(closed):
            ended, count = _seconds_of(closed), len(closed)
        if line < len(ended):
            return ended[line]
        before = (turn.spent.thinking_s or 0.0) - (turn.spent_on_step.thinking_s or 0.0)
        marks = turn.paragraphs.marks[line - len(ended) : line - len(ended) + 1]
        return before + marks[0].began_s if marks else None

    return at


def _seconds_of(steps: Sequence[Step]) -> list[float | None]:
    found: list[float | None] = []
    spent = 0.0
    for step in steps:
        starts = [one.start for one in ParagraphTimes.of(piece_of(step)).marks]
        known = marked_places(starts, step.marks) if isinstance(step, ModelStep) else []
        whole_s = step.figures.thinking_s if isinstance(step, ModelStep) else None
        if whole_s is not None:  # the engine's, and the marks are by the window's clock: none is after the end
            known = [one._replace(began_s=min(one.began_s, whole_s)) for one in known]
        found += [spent + one.began_s for one in known] or [None] * len(starts)
        spent += whole_s or 0.0
    return found
