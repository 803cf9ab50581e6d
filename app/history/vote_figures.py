"""What the votes of a model have come to and cost, one by one: how often it agrees with itself."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime

from app.history.records import MessageState, ReplyFigures
from app.history.rows import decoded
from app.history.votes import vote_from

_REPLIES = 5
_MESSAGES = 2000
"""A model that has not answered for so many messages has no figures of late."""


@dataclass(frozen=True, slots=True)
class VoteFigures:
    """Of one vote: of `finished` replies `agreeing` gave the winning answer, and `spared` were not written at all.

    `tokens` and `seconds` are those of the replies that were finished, together.
    """

    created_at: float
    samples: int
    finished: int
    agreeing: int
    spared: int
    tokens: int
    seconds: float


def read_vote_figures(connection: sqlite3.Connection, model_name: str) -> list[VoteFigures]:
    """Return the votes that have come to something in which all candidates are this model's, oldest first."""
    rows = connection.execute(
        "SELECT id, created_at, vote FROM message WHERE group_id IS NOT NULL AND group_id = id"  # that has an index
        " AND vote IS NOT NULL AND model_name = ?"
        " AND NOT EXISTS (SELECT 1 FROM message AS other WHERE other.group_id = message.id AND other.model_name <> ?)"
        " ORDER BY id",
        (model_name, model_name),
    ).fetchall()
    found: list[VoteFigures] = []
    for group_id, created_at, stored in rows:
        kept = vote_from(stored)
        if kept is None or kept.outcome is None:
            continue
        replies = connection.execute(
            "SELECT figures FROM message WHERE group_id = ? AND state = ?", (group_id, MessageState.COMPLETE.value)
        ).fetchall()
        figures = [decoded(row[0], ReplyFigures) for row in replies]
        tokens = [(one.thinking_tokens or 0) + (one.answer_tokens or 0) for one in figures]
        seconds = [count / one.tokens_per_s for count, one in zip(tokens, figures, strict=True) if one.tokens_per_s]
        outcome = kept.outcome
        found.append(
            VoteFigures(
                created_at,
                kept.samples,
                outcome.finished,
                len(outcome.agreeing),
                outcome.cut,
                sum(tokens),
                sum(seconds),
            )
        )
    return found


def read_reply_figures(connection: sqlite3.Connection, model_name: str) -> list[ReplyFigures]:
    """Return those of the last replies that a model has finished, newest first."""
    rows = connection.execute(
        "SELECT figures FROM message WHERE id > (SELECT max(id) FROM message) - ? AND role = 'assistant'"
        " AND model_name = ? AND state = ? ORDER BY id DESC LIMIT ?",
        (_MESSAGES, model_name, MessageState.COMPLETE.value, _REPLIES),
    ).fetchall()
    return [decoded(row[0], ReplyFigures) for row in rows]


# What the votes of a model come to together, and as a table for other programs.


@dataclass(frozen=True, slots=True)
class VoteStatistics:
    """Of `votes`: `agreement` is the share of finished replies that gave the winning answer, 0…1, `spared` the share
    of replies that were not needed. Tokens and seconds are those of one finished reply, `None` where none is known.
    """

    votes: int
    agreement: float
    spared: float
    tokens_each: float | None
    seconds_each: float | None

    @classmethod
    def of(cls, votes: Sequence[VoteFigures]) -> VoteStatistics:
        """Put the figures of votes together."""
        finished, samples = sum(vote.finished for vote in votes), sum(vote.samples for vote in votes)
        tokens, seconds = sum(vote.tokens for vote in votes), sum(vote.seconds for vote in votes)
        return cls(
            votes=len(votes),
            agreement=sum(vote.agreeing for vote in votes) / finished if finished else 0.0,
            spared=sum(vote.spared for vote in votes) / samples if samples else 0.0,
            tokens_each=tokens / finished if finished and tokens else None,
            seconds_each=seconds / finished if finished and seconds else None,
        )


def votes_as_csv(votes: Sequence[VoteFigures]) -> str:
    """Return a table with a line for each vote; moments in ISO 8601, UTC."""
    import csv  # seldom needed

    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in fields(VoteFigures)], lineterminator="\n")
    writer.writeheader()
    for vote in votes:
        moment = datetime.fromtimestamp(vote.created_at, UTC).isoformat(timespec="seconds")
        writer.writerow(asdict(vote) | {"created_at": moment, "seconds": round(vote.seconds, 2)})
    return text.getvalue()
