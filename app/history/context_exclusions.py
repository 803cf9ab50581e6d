"""Keeps what of a conversation the model is not given any more, because the person has left it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from app.history.database import Database
from app.history.rows import encoded


@dataclass(frozen=True, slots=True)
class ContextExclusions:
    """Ids of questions that are left out with their replies, and of those whose files are left out.

    `follows` is the conversation before this one, if the model is given a summary of that instead of its messages.
    """

    questions: tuple[int, ...] = ()
    files: tuple[int, ...] = ()
    follows: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything that stands in the conversation is sent."""
        return not self.questions and not self.files

    def renumbered(self, numbers: Mapping[int, int]) -> ContextExclusions:
        """Return what a copy leaves out, whose messages have these numbers; what it does not have is gone."""
        return replace(
            self,
            questions=tuple(numbers[one] for one in self.questions if one in numbers),
            files=tuple(numbers[one] for one in self.files if one in numbers),
        )


def exclusions_from(stored: str) -> ContextExclusions:
    """Return what stands in the database; nothing for what cannot be read."""
    try:
        return msgspec.json.decode(stored, type=ContextExclusions)
    except msgspec.MsgspecError:
        return ContextExclusions()


class ExclusionShelf:
    """What each conversation leaves out. Raises the errors of `app.history.errors`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, conversation_id: int) -> ContextExclusions:
        """Return what is left out; nothing for what cannot be read, from a newer version or a careless hand."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT unsent FROM conversation WHERE id = ?", (conversation_id,)).fetchone()
        if row is None:
            raise LookupError(f"no conversation {conversation_id}")
        return exclusions_from(row[0])

    def keep(self, conversation_id: int, exclusions: ContextExclusions) -> None:
        """Leave this out from the next turn on."""
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE conversation SET unsent = ? WHERE id = ?",
                (encoded(exclusions), conversation_id),
            ).rowcount
        if not changed:
            raise LookupError(f"no conversation {conversation_id}")
