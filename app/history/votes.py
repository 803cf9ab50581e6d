"""The votes over the candidates of turns: how often a question is asked, or of whom, and what has come of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from app.history.rows import encoded
from app.messages import Count
from app.voting.answer import Outcome


@dataclass(frozen=True, slots=True)
class Fork:
    """The beginning of a thought, from which others go on, with at most `budget_tokens` more if that is said."""

    thinking: str
    budget_tokens: Count | None = None


@dataclass(frozen=True, slots=True)
class KeptVote:
    """A vote of so many `samples`, which are the candidates of a group in their order, from 0.

    `outcome` is what it has come to; `None` while it runs, and of one that a crash has ended. `models` are the names of
    those that were asked once each; none where the samples are all of the model that was chosen. All samples begin with
    the `fork` if there is one.
    """

    samples: Count
    until_sure: bool = False
    outcome: Outcome | None = None
    models: tuple[str, ...] = ()
    fork: Fork | None = None

    @classmethod
    def of_models(cls, names: Sequence[str]) -> KeptVote:
        """Return the vote of several models, each of which is asked once."""
        return cls(len(names), models=tuple(names))


def put_vote(connection: sqlite3.Connection, group_id: int, vote: KeptVote) -> None:
    """Write the vote of a group in the place of what stood there."""
    connection.execute("UPDATE message SET vote = ? WHERE id = ?", (encoded(vote), group_id))


def read_vote(connection: sqlite3.Connection, message_id: int) -> KeptVote | None:
    """Return the vote over the candidates that a reply is one of; `None` if there is none, or none that can be read."""
    row = connection.execute(
        "SELECT first.vote FROM message JOIN message AS first ON first.id = message.group_id WHERE message.id = ?",
        (message_id,),
    ).fetchone()
    return vote_from(row[0]) if row is not None else None


def vote_from(stored: str | None) -> KeptVote | None:
    """Return the vote that is stored so; `None` for what cannot be read."""
    try:
        return msgspec.json.decode(stored, type=KeptVote) if stored else None
    except (msgspec.MsgspecError, RecursionError):
        return None
