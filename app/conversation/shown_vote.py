"""How a vote stands, for everybody who shows it: while it runs, when it is over, and where it broke off."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from app.conversation.running_vote import ballot_of
from app.conversation.session import Session
from app.conversation.turn import TurnState
from app.history.records import MessageState
from app.history.store import HistoryStore
from app.voting.answer import Outcome


class MarkState(enum.StrEnum):
    """What has become of one of the replies."""

    WAITING = "waiting"
    THINKING = "thinking"
    ANSWERING = "answering"
    FINISHED = "finished"
    CUT = "cut"
    """By its length: it has no vote."""
    SPARED = "spared"
    """Ended, because the vote was decided without it."""
    STOPPED = "stopped"
    FAILED = "failed"


_RUNNING = {TurnState.THINKING: MarkState.THINKING, TurnState.ANSWERING: MarkState.ANSWERING}
_ENDED = {
    MessageState.RUNNING: MarkState.FAILED,
    MessageState.COMPLETE: MarkState.FINISHED,
    MessageState.STOPPED: MarkState.STOPPED,
    MessageState.LENGTH: MarkState.CUT,
    MessageState.FAILED: MarkState.FAILED,
}


@dataclass(frozen=True, slots=True)
class VoteMark:
    """One of the replies; `answer` is what it answers in a form that is voted on."""

    state: MarkState
    reply_id: int | None = None
    """`None` for one that is not begun."""
    answer: str | None = None
    agrees: bool = False
    """Whether its answer is the one that leads or has won."""
    model: str = ""
    """Who writes it, where several models are asked."""


@dataclass(frozen=True, slots=True)
class ShownVote:
    """A vote as it stands; `shown_id` is the reply that is looked at."""

    samples: int
    until_sure: bool
    outcome: Outcome
    marks: tuple[VoteMark, ...]
    shown_id: int
    is_running: bool
    can_continue: bool
    """It was stopped or broke off before it was decided."""
    is_of_models: bool = False
    """Each reply is of another model."""

    @property
    def can_be_synthesized(self) -> bool:
        """Whether there are replies that one could be made of, because none has won."""
        return not self.is_running and self.outcome.winner is None and self.outcome.finished > 1

    def count(self, state: MarkState) -> int:
        """Return how many replies are in a state."""
        return sum(mark.state is state for mark in self.marks)


def shown_vote(reply_id: int, *, session: Session, store: HistoryStore) -> ShownVote | None:
    """Return the vote that a reply is a candidate of, if it is one. Raises the errors of `app.history.errors`."""
    running = session.vote_for(reply_id)
    kept = running.kept if running is not None else store.vote_of(reply_id)
    if kept is None:
        return None
    heads = store.candidate_heads(reply_id)
    states = {one: state for one, (state, _name) in heads.items()}
    names = {one: name for one, (_state, name) in heads.items()} if kept.models else {}
    ids = running.reply_ids if running is not None else list(states)
    if running is not None:
        outcome = running.vote.ballot.outcome()
    else:
        outcome = kept.outcome or ballot_of(kept, map(session.message, ids)).outcome()
    answers: dict[int, str | None] = {}
    if not outcome.is_by_likeness:
        answers = {sample: group.answer for group in outcome.groups for sample in group.samples}
    agreeing = outcome.agreeing
    marks = [
        VoteMark(
            _state(one, states, session, outcome), one, answers.get(sample), sample in agreeing, names.get(one, "")
        )
        for sample, one in enumerate(ids)
    ]
    over = sum(mark.state in (MarkState.FINISHED, MarkState.CUT) for mark in marks)
    if running is not None:
        marks += [VoteMark(MarkState.WAITING)] * max(0, kept.samples - len(marks))
    can_continue = running is None and not outcome.cut and over < kept.samples
    return ShownVote(
        kept.samples,
        kept.until_sure,
        outcome,
        tuple(marks),
        reply_id,
        is_running=running is not None,
        can_continue=can_continue,
        is_of_models=bool(kept.models),
    )


def _state(reply_id: int, states: Mapping[int, MessageState], session: Session, outcome: Outcome) -> MarkState:
    turn = session.turn_for(reply_id)
    if turn is not None:
        return _RUNNING.get(turn.state, MarkState.WAITING)
    saved = states.get(reply_id, MessageState.RUNNING)
    if saved is MessageState.RUNNING:  # it has just ended, and is not saved yet
        saved = session.message(reply_id).state
    return MarkState.SPARED if saved is MessageState.STOPPED and outcome.cut else _ENDED[saved]
