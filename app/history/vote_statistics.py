"""What the votes of a model come to together, and as a table for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime

from app.history.vote_figures import VoteFigures


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
    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in fields(VoteFigures)], lineterminator="\n")
    writer.writeheader()
    for vote in votes:
        moment = datetime.fromtimestamp(vote.created_at, UTC).isoformat(timespec="seconds")
        writer.writerow(asdict(vote) | {"created_at": moment, "seconds": round(vote.seconds, 2)})
    return text.getvalue()
