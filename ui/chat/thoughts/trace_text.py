"""A reply's trace as one text: what the model thought, and between its thoughts what tools were asked and told."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.conversation.turn import Turn
from app.history.records import ModelStep, Step, StoredMessage, ToolDecision, ToolStep, UnknownStep
from app.messages import Image
from app.text import visible_line
from ui.chat.thoughts.thought_card import ThoughtSpan
from ui.widgets.schema_form import argument_lines
from ui.widgets.spoken_numbers import spent_text

GAP = "\n\n"
"""Between two parts of a trace."""
_TICKS = re.compile(r"`{3,}")
_LONGEST_ARGUMENTS = 20_000
"""Longer ones are shown as they were written."""


def trace_of(reply: StoredMessage) -> str:
    """Return a reply's trace; of one that only thought, its thought."""
    return GAP.join(piece for piece in map(piece_of, steps_of(reply)) if piece)


def trace_of_turn(turn: Turn) -> str:
    """Return the trace of a reply that is being written; of one that has not called a tool yet, its thought."""
    if not turn.ended_steps:
        return turn.thinking.lstrip()
    pieces = (*map(piece_of, closed_steps(turn)), turn.step_at_work().thinking.lstrip())
    return GAP.join(piece for piece in pieces if piece)


def thoughts_of(reply: StoredMessage) -> tuple[ThoughtSpan, ...]:
    """Return where the thoughts of an ended reply stand in its trace."""
    spans: list[ThoughtSpan] = []
    begin = 0
    for place, step in enumerate(steps_of(reply)):
        piece = piece_of(step)
        if piece and isinstance(step, ModelStep):
            spans.append(ThoughtSpan(place, begin, begin + len(piece)))
        begin += len(piece) + len(GAP) if piece else 0
    return tuple(spans)


def closed_steps(turn: Turn) -> list[Step]:
    """Return the steps of a running reply that are over; calls without a result are shown as cards meanwhile."""
    return [step for step in turn.ended_steps if not isinstance(step, ToolStep) or step.result is not None]


def steps_of(reply: StoredMessage) -> Sequence[Step]:
    """Return what a reply is made of."""
    return reply.steps or (ModelStep(thinking=reply.thinking),)


def call_count(steps: Sequence[Step]) -> int:
    """Return how many times a tool was called."""
    return sum(isinstance(step, ToolStep) for step in steps)


def pictures_of(steps: Sequence[Step]) -> tuple[Image, ...]:
    """Return what tools have drawn, in order."""
    results = (step.result for step in steps if isinstance(step, ToolStep))
    return tuple(image for result in results if result is not None for image in result.images)


def piece_of(step: Step) -> str:
    """Return the part of a trace that a step is; empty for one that only answers."""
    match step:
        case ModelStep():
            return step.thinking.strip()
        case ToolStep():
            return _call(step)
        case UnknownStep(kind, payload):
            heading = _tr("A step that a newer Aside wrote: {kind}").format(kind=visible_line(kind))
            return f"{heading}\n\n{_fenced(_indented(payload), 'json')}"


def _call(step: ToolStep) -> str:
    heading = _tr("Tool: {name}").format(name=visible_line(step.call.shown_name))
    if step.figures.duration_s is not None:
        heading += " · " + spent_text(step.figures.duration_s)
    if step.decision is ToolDecision.REFUSED:
        heading += " · " + _tr("refused")
    pieces = [heading, _fenced(_asked(step.call.arguments), "asked")]
    if step.result is None:
        pieces.append(_tr("No result"))
    else:
        pieces.append(_fenced(step.result.content, "error" if step.result.is_error else "result"))
    return "\n\n".join(piece for piece in pieces if piece)


def _asked(arguments: str) -> str:
    """Return what a tool was given, a line for each value of one line."""
    if len(arguments) > _LONGEST_ARGUMENTS:
        return arguments
    lines = []
    for name, value in argument_lines(arguments):
        between = "" if not name else ":\n" if "\n" in value else ": "
        lines.append(f"{name}{between}{value}")
    return "\n".join(lines)


def _fenced(text: str, language: str) -> str:
    """Return a text as code that nothing in it can end."""
    if not text.strip():
        return ""
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _indented(text: str) -> str:
    """Return JSON with a line for each value, as far as it is any."""
    if len(text) > _LONGEST_ARGUMENTS:
        return text
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("TraceText", text)
