"""The newest part of a branch that is too long for a context by far: what is older is only estimated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.history.context_exclusions import ContextExclusions
from app.history.records import StoredMessage

_LETTERS_PER_TOKEN = 8
"""About twice what vocabularies need for a text: so many letters for each token of the context hardly ever fit."""


@dataclass(frozen=True, slots=True)
class NewestPart:
    """A branch from one of its questions on.

    Attributes:
        messages: From that question to the end.
        letters: How many of them are sent.
        older: The questions before it that would be sent, oldest first; nothing if the part is the whole branch.
        older_letters: How many letters they and their answers have.
    """

    messages: Sequence[StoredMessage]
    letters: int = 0
    older: tuple[int, ...] = ()
    older_letters: int = 0

    def older_tokens(self, tokens: int) -> int:
        """Estimate what the older messages would take if this part takes so many tokens."""
        return round(tokens * self.older_letters / max(1, self.letters))


def newest_part(branch: Sequence[StoredMessage], exclusions: ContextExclusions, *, context_tokens: int) -> NewestPart:
    """Return the part of a branch that overfills the context, or all of it if it is shorter."""
    left_out = frozenset(exclusions.questions)
    most = context_tokens * _LETTERS_PER_TOKEN
    letters = 0
    first = len(branch)
    while first and letters <= most:
        first -= 1
        letters += _sent_letters(branch[first], left_out)
    while first and branch[first].role != "user":  # a part begins with a question
        first -= 1
        letters += _sent_letters(branch[first], left_out)
    older = branch[:first]
    questions = tuple(one.id for one in older if one.role == "user" and one.id not in left_out)
    if not questions:
        return NewestPart(branch, letters)
    return NewestPart(branch[first:], letters, questions, sum(_sent_letters(one, left_out) for one in older))


def _sent_letters(message: StoredMessage, left_out: frozenset[int]) -> int:
    question = message.parent_id if message.role == "assistant" else message.id
    return 0 if question in left_out else len(message.answer)
