"""The steps of a trace as its outline lists them, with where each stands in the trace's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.conversation.turn import Turn
from app.history.records import ModelStep, ReplyFigures, Step
from app.reasoning import KIND_NAMES, StepKind, TraceStep
from ui.chat.thoughts.trace_text import GAP, closed_steps, piece_of


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A thought, or a call of a tool between two; the list of a running thought's steps grows."""

    steps: Sequence[TraceStep]
    offset: int
    """Where the thought's first character stands in the text of the trace."""
    is_timed: bool = False
    """Whether tokens and seconds of its steps are known."""
    tokens: int | None = None
    seconds: float | None = None
    """Of the whole thought, when it is over."""
    is_call: bool = False
    place: int = 0
    """Of the step among those of the reply."""
    bookmarks: tuple[int, ...] = ()
    """Where the person has marked the thought, in its characters."""

    def bookmarks_in(self, start: int, end: float) -> list[int]:
        """Return those between two places."""
        return [one for one in self.bookmarks if start <= one < end]


def outline_of(steps: Sequence[Step], *, most: int | None = None) -> list[OutlineSection]:
    """Return the outline of a reply that is over, or of its steps that are.

    `most`: only what is found in so many characters of the trace, without what the last thought has cost.
    """
    sections: list[OutlineSection] = []
    begin = 0
    for place, step in enumerate(steps):
        if most is not None and begin >= most:
            break
        piece = piece_of(step)
        if not piece:
            continue
        if isinstance(step, ModelStep):
            lead = len(step.thinking) - len(step.thinking.lstrip())
            is_cut = most is not None and begin + len(piece) > most
            figures = step.figures if not is_cut else ReplyFigures()
            sections.append(
                OutlineSection(
                    step.first_thought_steps(most - begin) if most is not None and is_cut else step.thought_steps,
                    begin - lead,
                    bool(step.marks),
                    figures.thinking_tokens,
                    figures.thinking_s,
                    place=place,
                    bookmarks=step.bookmarks,
                )
            )
        else:
            sections.append(OutlineSection((TraceStep(StepKind.STATEMENT, 0),), begin, is_call=True))
        begin += len(piece) + len(GAP)
    return sections


def outline_of_thought(turn: Turn, ended: Sequence[OutlineSection]) -> list[OutlineSection]:
    """Return the outline of a running reply, the outline of whose `ended` steps is known."""
    at_work = turn.step_at_work().thinking
    begin = sum(len(piece) + len(GAP) for piece in map(piece_of, closed_steps(turn)) if piece)
    lead = len(at_work) - len(at_work.lstrip())
    return [*ended, OutlineSection(turn.thought_steps, begin - lead, is_timed=True)]


def kind_text(kind: StepKind) -> str:
    """Return what a kind of step is called; empty for one that goes on."""
    name = KIND_NAMES[kind]
    return QCoreApplication.translate("app", name) if name else ""
