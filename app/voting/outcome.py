"""What a vote has come to."""

from __future__ import annotations

from dataclasses import dataclass

from app.voting.answer import AnswerKind


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
