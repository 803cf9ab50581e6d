"""A vote starts its samples in waves, cuts what is not needed, and counts what is there when it is ended."""

from __future__ import annotations

import pytest

from app.engines.broker import Broker, BrokerEvent, ModelStatusChanged
from app.engines.model_ref import LocalFile
from app.engines.vote import Vote
from app.inference.protocol import (
    ErrorReport,
    FinishReason,
    GenerationRequest,
    ModelInfo,
    ModelLoaded,
    RunDelta,
    RunFailed,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.messages import Message, RunId, Text, Thinking
from app.voting.ballot import Ballot
from tests.fakes.heard_engine import INFO, HeardEngine


class Asker:
    """A client with one vote; `told` are the reasons that it hears samples end with."""

    def __init__(self, ballot: Ballot, *, loads: bool = True) -> None:
        self.engine = HeardEngine()
        self.broker = Broker({LocalFile: self.engine})
        self.broker.choose(LocalFile("/m/one.gguf"), "One")
        if loads:
            self.broker.handle(ModelLoaded(self.engine.loads[-1][0], INFO, 0.1))
        self.told: dict[int, FinishReason] = {}
        self.vote = Vote(self.broker, self, ballot)
        self.vote.begin()

    def request_for(self, run: RunId, info: ModelInfo) -> GenerationRequest:
        return self.vote.asked(run, GenerationRequest((Message.user("6 × 7?"),)))

    def hear(self, event: BrokerEvent) -> None:
        event = self.vote.told(event)
        self.vote.hear(event)
        if isinstance(event, RunFinished):
            self.told[event.run.sample] = event.stats.reason

    def waves(self) -> list[tuple[int, int]]:
        """The first sample and the size of each wave that was started."""
        return [(run.sample, request.samples) for run, request in self.engine.started]

    def stopped(self) -> list[int]:
        """The samples that the engine was told to stop."""
        orders = [order for order in self.engine.told if isinstance(order, tuple) and order[0] == "stop"]
        return sorted(run.sample for _, run in orders)

    def end(self, sample: int, answer: str = "42", reason: FinishReason = FinishReason.STOP) -> None:
        run = RunId(self.vote.turn, sample=sample)
        self.broker.handle(RunDelta(run, answer, (Thinking("No, 41."), Text(answer)), 0, 1, False))
        self.broker.handle(RunFinished(run, RunStats(reason, ThinkingEnd.NONE, 1, 0, 0, 1)))


def test_a_full_vote_starts_all_at_once_and_hears_them_all() -> None:
    asker = Asker(Ballot(4))
    for sample, answer in enumerate(["42", "41", "42", "42"]):
        asker.end(sample, answer)

    assert asker.waves() == [(0, 4)]
    assert asker.vote.is_over
    assert (asker.vote.ballot.outcome().winner, asker.vote.ballot.outcome().cut) == ("42", 0)


def test_until_sure_a_wave_begins_when_the_one_before_has_ended() -> None:
    asker = Asker(Ballot(8, until_sure=True))
    asker.end(2, "41")
    asker.end(0)
    assert asker.waves() == [(0, 3)]

    asker.end(1)

    assert asker.waves() == [(0, 3), (3, 2)]
    asker.end(4)
    assert not asker.vote.is_over
    asker.end(3)
    outcome = asker.vote.ballot.outcome()
    assert asker.vote.is_over
    assert (outcome.winner, outcome.agreeing, outcome.finished, outcome.cut) == ("42", (0, 1, 3, 4), 5, 3)


def test_a_sample_that_is_not_needed_any_more_is_cut() -> None:
    asker = Asker(Ballot(3, until_sure=True))
    asker.end(0)
    assert asker.stopped() == []

    asker.end(2)

    assert asker.stopped() == [1], "two of three have decided"
    asker.end(1, "4", FinishReason.STOPPED)
    outcome = asker.vote.ballot.outcome()
    assert asker.vote.is_over
    assert asker.told == {0: FinishReason.STOP, 1: FinishReason.CUT, 2: FinishReason.STOP}
    assert (outcome.winner, outcome.finished, outcome.cut) == ("42", 2, 1)


def test_a_sample_that_ends_while_it_is_cut_stands_in_its_group_and_changes_no_decision() -> None:
    asker = Asker(Ballot(3, until_sure=True))
    asker.end(0)
    asker.end(2)

    asker.end(1, "41")

    outcome = asker.vote.ballot.outcome()
    assert asker.waves() == [(0, 3)]
    assert (outcome.winner, outcome.finished, outcome.cut) == ("42", 3, 0)


def test_a_sample_that_is_cut_by_its_length_has_no_vote_and_may_cost_another() -> None:
    asker = Asker(Ballot(5, until_sure=True))
    asker.end(0, reason=FinishReason.LENGTH)
    asker.end(1, "41", reason=FinishReason.LENGTH)
    asker.end(2)

    assert asker.waves() == [(0, 3), (3, 1)], "of the three that can vote two decide"


def test_a_stop_in_mid_vote_votes_what_is_there() -> None:
    asker = Asker(Ballot(4))
    asker.end(0)
    asker.end(3)

    asker.vote.stop()

    assert asker.stopped() == [1, 2]
    asker.end(1, "4", FinishReason.STOPPED)
    asker.end(2, "", FinishReason.STOPPED)
    outcome = asker.vote.ballot.outcome()
    assert asker.vote.is_over
    assert asker.told[1] is FinishReason.STOPPED
    assert (outcome.winner, outcome.finished, outcome.cut) == ("42", 2, 0)


def test_a_vote_that_is_stopped_before_its_time_is_over() -> None:
    asker = Asker(Ballot(4), loads=False)

    asker.vote.stop()

    assert asker.vote.is_over
    assert asker.engine.started == []
    assert asker.vote.ballot.outcome().finished == 0


@pytest.mark.parametrize("until_sure", [False, True])
def test_after_a_failure_nothing_more_is_started_and_what_is_there_counts(until_sure: bool) -> None:
    asker = Asker(Ballot(8, until_sure=until_sure))
    asker.end(0)
    wave = asker.waves()[0][1]
    for sample in range(1, wave):
        asker.broker.handle(RunFailed(RunId(asker.vote.turn, sample=sample), ErrorReport("dead", "Dead.", "Again.")))

    assert asker.vote.is_over
    assert len(asker.waves()) == 1
    assert asker.vote.ballot.outcome().winner == "42"


def test_a_later_wave_goes_before_what_others_wait_with() -> None:
    asker = Asker(Ballot(8, until_sure=True))
    other = Asker.__new__(Asker)
    other.engine, other.broker, other.told = asker.engine, asker.broker, {}
    other.vote = Vote(asker.broker, other, Ballot(2))
    other.vote.begin()
    assert asker.waves() == [(0, 3)], "the engine takes one run at a time"

    for sample, answer in enumerate(["42", "41", "42"]):
        asker.end(sample, answer)

    assert asker.waves()[1] == (3, 2)
    assert asker.engine.started[1][0].turn == asker.vote.turn


def test_the_model_s_state_is_no_business_of_a_vote() -> None:
    asker = Asker(Ballot(2))
    event = ModelStatusChanged(asker.broker.status)

    assert asker.vote.told(event) is event
    asker.vote.hear(event)
    assert not asker.vote.is_over
