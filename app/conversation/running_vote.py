"""A question that is being asked several times: the vote over its answers, and the turn of each sample."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.conversation.turn import Turn
from app.engines.broker import RunGivenUp, RunStarted, RunWaitsForModel
from app.engines.vote import Vote
from app.history.context_exclusions import ContextExclusions
from app.history.records import MessageState, StoredMessage
from app.history.votes import KeptVote
from app.inference.protocol import PromptProgress, RunEvent
from app.messages import RunId
from app.voting.ballot import Ballot


@dataclass(slots=True)
class RunningVote:
    """Owned and changed by `Votes`, read by anybody on its thread; `vote.ballot` says how it stands."""

    vote: Vote
    kept: KeptVote
    conversation_id: int
    exclusions: ContextExclusions | None = None
    forked: StoredMessage | None = None
    """Whose thought the candidates begin with, if they do."""
    reply_ids: list[int] = field(default_factory=list)
    """The candidates, the first of which names the group; their places are the numbers of the samples."""
    turns: dict[int, Turn] = field(default_factory=dict)
    """The turns that this run of the app has begun, by their samples."""

    @property
    def ended(self) -> KeptVote:
        """What is kept of it."""
        return replace(self.kept, outcome=self.vote.ballot.outcome())

    @property
    def shown_id(self) -> int | None:
        """The first of the candidates that gave the winning answer, if one has won."""
        return next((self.reply_ids[sample] for sample in self.vote.ballot.outcome().agreeing), None)

    def add(self, replies: Iterable[StoredMessage], begin: Callable[[StoredMessage, RunId], Turn]) -> list[Turn]:
        """Begin the turns of further candidates."""
        added = []
        for reply in replies:
            run = RunId(self.vote.turn, sample=len(self.reply_ids))
            turn = self.turns[run.sample] = begin(reply, run)
            turn.exclusions = self.exclusions
            if self.kept.fork is not None and self.forked is not None:
                turn.begin_thought(self.kept.fork.thinking, is_closed=False, edited=self.forked)
                turn.think_budget = self.kept.fork.budget_tokens
            self.reply_ids.append(reply.id)
            added.append(turn)
        return added

    @property
    def going(self) -> list[Turn]:
        """The turns that have not ended."""
        return [turn for turn in self.turns.values() if not turn.has_ended]

    def missing(self, wave: RunId) -> int:
        """Return how many samples of a wave have no candidates yet."""
        return self.vote.wave(wave)[-1].sample + 1 - len(self.reply_ids)

    def turns_of(self, event: RunWaitsForModel | RunStarted | RunGivenUp | RunEvent) -> list[Turn]:
        """Return the turns that an event is about, but for ended ones: what is told of a wave is told of its first."""
        run = event.run
        is_of_wave = isinstance(event, RunWaitsForModel | RunStarted | RunGivenUp | PromptProgress)
        runs: Sequence[RunId] = self.vote.wave(run) if is_of_wave else (run,)
        turns = [self.turns[one.sample] for one in runs if one.sample in self.turns]
        return [turn for turn in turns if not turn.has_ended]


def ballot_of(kept: KeptVote, candidates: Iterable[StoredMessage] = ()) -> Ballot:
    """Return the ballot of a vote with what has been answered: a vote goes on after a restart or a failure."""
    ballot = Ballot(kept.samples, until_sure=kept.until_sure)
    for sample, reply in enumerate(candidates):
        if reply.state is MessageState.COMPLETE:
            ballot.count(sample, reply.answer)
        elif reply.state is MessageState.LENGTH:
            ballot.leave_out()
    return ballot
