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
    in the unit that it was written with.
    """

    kind: AnswerKind
    key: str
    text: str
    unit: str = ""
    written: str = ""
