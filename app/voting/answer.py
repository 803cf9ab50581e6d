"""What a reply answers, in a form that can be compared."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class AnswerKind(enum.StrEnum):
    """What kind of thing is voted on."""

    NUMBER = "number"
    CHOICE = "choice"
    """A letter of several, or yes or no."""
    BOXED = "boxed"
    """What a model has put into a box, where it is no number or choice."""
    JSON = "json"
    TEXT = "text"
    """A few words, an equation, a set, a date."""
    NONE = "none"
    """Nothing that has a common form."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Answers with equal keys are the same, however they are spelled; `text` is for people.

    The key of a number is its value in the base unit, which stands in `unit`, empty for none; `written` is the value
    in the unit that it was written with, and of a text the number that it begins with ("seven apples").
    """

    kind: AnswerKind
    key: str
    text: str
    unit: str = ""
    written: str = ""


# What a vote has come to.


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Samples that answer the same; `answer` is `None` for those without one."""

    answer: str | None
    samples: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a vote has come to. `finished` samples stand in the groups, largest first, those without an answer last.

    `winner` is `None` for a tie, and where nothing has a common form. `cut` were not needed, and so ended or never
    begun: none of a vote that was itself ended before it was decided. With `is_by_likeness` nothing was voted
    on: replies of one group say nearly the same, and `answer` is the whole of its first.
    """

    winner: str | None
    kind: AnswerKind
    groups: tuple[AnswerGroup, ...]
    finished: int
    cut: int = 0
    is_by_likeness: bool = False

    @property
    def agreeing(self) -> tuple[int, ...]:
        """The samples that gave the winning answer."""
        return self.groups[0].samples if self.winner is not None else ()
