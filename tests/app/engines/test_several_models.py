"""Runs that ask models of their own: servers beside, files one after another, and the chosen model comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.engines.broker import Broker, BrokerEvent, ModelStatusChanged, RunGivenUp, RunWaitsForModel
from app.engines.model_ref import LocalFile, ModelRef, NamedModel, Remote
from app.engines.model_status import ModelPhase
from app.engines.vote import Vote
from app.inference.protocol import (
    EngineStopped,
    ErrorReport,
    FinishReason,
    GenerationRequest,
    LoadFailed,
    LoadProgress,
    ModelInfo,
    ModelLoaded,
    RunDelta,
    RunFailed,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.messages import Message, RunId, Text
from app.voting.ballot import Ballot
from tests.fakes.heard_engine import EVERYTHING, INFO, HeardEngine

ENDED = RunStats(FinishReason.STOP, ThinkingEnd.NONE, 1, 0, 0, 1)
BROKEN = ErrorReport("broken", "It is broken.", "Download it again.")
MINE = NamedModel(LocalFile("/m/mine.gguf"), "Mine")
OTHER = NamedModel(LocalFile("/m/other.gguf"), "Other")
THIRD = NamedModel(LocalFile("/m/third.gguf"), "Third")
SERVED = NamedModel(Remote("http://127.0.0.1:1", "served"), "box/served")
ELSEWHERE = NamedModel(Remote("http://127.0.0.1:2", "far"), "far/far")


class Table:
    """A client that asks several models, with `MINE` chosen and loaded; `asked` says which model got which sample."""

    def __init__(self, *models: NamedModel, is_loaded: bool = True, at_once: int | None = None) -> None:
        takes_four = replace(EVERYTHING, runs_at_once=4)
        self.local, self.remote = HeardEngine(capabilities=takes_four), HeardEngine(capabilities=takes_four)
        self.broker = Broker({LocalFile: self.local, Remote: self.remote}, most_at_once=lambda: at_once)
        self.broker.join(self)
        self.heard: list[BrokerEvent] = []
        self.broker.choose(MINE.model, MINE.name, load=is_loaded)
        if is_loaded:
            self.load(MINE)
        self.vote = Vote(self.broker, self, Ballot(len(models)), lane=7, models=models)
        self.vote.begin()

    def request_for(self, run: RunId, info: ModelInfo) -> GenerationRequest:
        request = GenerationRequest((Message.user(info.name),))
        return request if run.turn != self.vote.turn else self.vote.asked(run, request)

    def hear(self, event: BrokerEvent) -> None:
        if not isinstance(event, ModelStatusChanged):
            self.heard.append(event)
            if hasattr(self, "vote"):
                self.vote.hear(self.vote.told(event))

    def load(self, model: NamedModel) -> None:
        """Let the load of a model, which is the last one begun on its engine, end well."""
        load_id, ref, _options = self.loads(model)[-1]
        assert ref == model.model
        self.broker.handle(ModelLoaded(load_id, replace(INFO, name=model.name), 0.1))

    def loads(self, model: NamedModel) -> list[tuple[int, ModelRef, object]]:
        return list((self.remote if isinstance(model.model, Remote) else self.local).loads)

    def loaded(self) -> list[ModelRef]:
        return [ref for _id, ref, _options in self.local.loads]

    def asked(self) -> dict[int, str]:
        started = (*self.local.started, *self.remote.started)
        return {run.sample: request.messages[-1].text for run, request in started if run.turn == self.vote.turn}

    def answer(self, sample: int, text: str = "42") -> None:
        run = RunId(self.vote.turn, sample=sample)
        self.broker.handle(RunDelta(run, text, (Text(text),), 0, 1, False))
        self.broker.handle(RunFinished(run, ENDED))


def test_files_are_asked_one_after_another_and_the_chosen_model_comes_back() -> None:
    table = Table(OTHER, THIRD)
    assert table.broker.status.phase is ModelPhase.IDLE, "the chosen one has given way"
    table.load(OTHER)
    table.answer(0)
    table.load(THIRD)
    assert table.loaded() == [MINE.model, OTHER.model, THIRD.model]
    table.answer(1, "41")

    assert table.asked() == {0: "Other", 1: "Third"}
    assert table.vote.is_over
    assert table.loaded()[-1] == MINE.model
    table.load(MINE)
    assert table.broker.is_idle
    assert table.broker.status.name == "Mine"
    assert "unload" not in table.local.told


def test_servers_answer_beside_files_and_each_other() -> None:
    table = Table(MINE, SERVED, OTHER, ELSEWHERE)
    assert table.asked() == {0: "Mine"}
    table.load(SERVED)
    table.load(ELSEWHERE)
    assert table.asked() == {0: "Mine", 1: "box/served", 3: "far/far"}
    assert table.broker.status.phase is ModelPhase.READY, "what is asked elsewhere takes no place here"

    table.answer(0)
    table.load(OTHER)

    assert table.asked()[2] == "Other"
    for sample in (3, 2, 1):
        table.answer(sample)
    assert table.vote.is_over
    assert len(table.vote.ballot.outcome().agreeing) == 4


def test_a_server_is_asked_for_its_model_only_once_the_one_before_it_was_asked() -> None:
    table = Table(SERVED, ELSEWHERE)
    assert len(table.remote.loads) == 1, "its engine knows one model at a time"
    table.load(SERVED)
    assert table.asked() == {0: "box/served"}
    assert len(table.remote.loads) == 2


def test_a_model_that_cannot_be_loaded_says_why_and_the_others_go_on() -> None:
    table = Table(OTHER, THIRD, SERVED)
    table.broker.handle(LoadProgress(table.local.loads[-1][0], 0.5))
    table.broker.handle(LoadFailed(table.local.loads[-1][0], BROKEN))
    table.load(THIRD)
    table.load(SERVED)
    table.answer(1)
    table.answer(2)

    first = RunId(table.vote.turn)
    assert RunWaitsForModel(first, 0.5) in table.heard
    (given_up,) = (event for event in table.heard if isinstance(event, RunGivenUp))
    assert (given_up.run, str(given_up.error)) == (first, "It is broken. Download it again.")
    assert table.vote.is_over
    assert table.vote.ballot.outcome().finished == 2
    assert table.broker.status.phase is ModelPhase.LOADING, "the chosen one is on its way back"


def test_a_killed_child_costs_the_reply_that_ran_and_no_other() -> None:
    table = Table(OTHER, THIRD)
    table.load(OTHER)
    table.broker.handle(EngineStopped(None))
    table.broker.handle(RunFailed(RunId(table.vote.turn), BROKEN))

    table.load(THIRD)
    table.answer(1)

    assert table.vote.is_over
    assert table.vote.ballot.outcome().finished == 1


@pytest.mark.parametrize("is_loading", [True, False])
def test_a_stop_takes_back_what_waits_and_gives_up_a_load(is_loading: bool) -> None:
    table = Table(OTHER, THIRD)
    load_id = table.local.loads[-1][0]
    if not is_loading:
        table.load(OTHER)

    table.vote.stop()

    if not is_loading:
        table.broker.handle(RunFinished(RunId(table.vote.turn), replace(ENDED, reason=FinishReason.STOPPED)))
    assert (("cancel", load_id) in table.local.told) is is_loading
    assert table.vote.is_over
    assert table.loaded() == [MINE.model, OTHER.model, MINE.model]


def test_a_chosen_model_that_was_not_loaded_is_not_loaded_afterwards() -> None:
    table = Table(OTHER, is_loaded=False)
    table.load(OTHER)
    table.answer(0)

    assert table.loaded() == [OTHER.model]
    assert table.local.told[-1] == "unload"
    assert table.broker.status.phase is ModelPhase.IDLE


def test_another_question_is_for_the_chosen_model_and_the_files_before_it_come_first() -> None:
    table = Table(OTHER, THIRD)
    question = RunId(table.broker.next_turn())
    table.broker.ask(table, question, lane=8)
    follow_up = RunId(table.broker.next_turn())
    table.broker.ask(table, follow_up, lane=7)
    table.load(OTHER)
    table.answer(0)
    table.load(THIRD)
    assert question not in [run for run, _request in table.local.started]
    table.answer(1)
    table.load(MINE)

    started = {run: request.messages[-1].text for run, request in table.local.started}
    assert (started[question], started[follow_up]) == ("Mine", "Mine")


def test_who_chooses_another_model_meanwhile_gets_that_and_the_vote_its_own() -> None:
    table = Table(OTHER, MINE)
    table.broker.choose(THIRD.model, THIRD.name)
    table.load(OTHER)
    table.answer(0)
    table.load(MINE)
    table.answer(1)

    assert table.asked() == {0: "Other", 1: "Mine"}
    assert table.loaded()[-1] == THIRD.model


def test_a_run_that_wants_the_model_that_was_chosen_while_it_loads_gets_it_all_the_same() -> None:
    table = Table(MINE, is_loaded=False)
    table.broker.choose(OTHER.model, OTHER.name)

    table.load(MINE)

    assert table.asked() == {0: "Mine"}
    table.answer(0)
    assert table.loaded()[-1] == OTHER.model


def test_who_wants_one_answer_at_a_time_gets_servers_one_by_one_too() -> None:
    table = Table(SERVED, ELSEWHERE, at_once=1)
    table.load(SERVED)
    assert len(table.remote.loads) == 1
    table.answer(0)
    table.load(ELSEWHERE)
    assert table.asked()[1] == "far/far"


def test_a_model_that_calls_tools_stays_until_they_have_answered_and_the_next_waits_for_it() -> None:
    table = Table(OTHER, THIRD)
    table.load(OTHER)
    table.broker.hold(7)
    called = replace(ENDED, reason=FinishReason.TOOL_CALLS)
    table.broker.handle(RunFinished(RunId(table.vote.turn), called))
    assert table.loaded() == [MINE.model, OTHER.model], "nobody takes its place meanwhile"

    table.vote.ask_on(RunId(table.vote.turn, step=1))
    table.broker.let_go(7)

    assert [run.step for run, _request in table.local.started if run.sample == 0] == [0, 1]
    table.broker.handle(RunFinished(RunId(table.vote.turn, step=1), ENDED))
    table.load(THIRD)
    table.answer(1)
    assert table.vote.is_over
    assert table.loaded() == [MINE.model, OTHER.model, THIRD.model, MINE.model]


def test_calls_that_are_given_up_let_the_next_model_go() -> None:
    table = Table(OTHER, THIRD)
    table.load(OTHER)
    table.broker.hold(7)
    table.broker.handle(RunFinished(RunId(table.vote.turn), replace(ENDED, reason=FinishReason.TOOL_CALLS)))
    table.vote.give_up(0)
    table.broker.let_go(7)

    table.load(THIRD)
    assert not table.vote.is_ending, "a model that gave up is no reason to cut another"
    table.answer(1)
    assert table.vote.is_over
    assert table.loaded()[-1] == MINE.model


def test_who_leaves_brings_no_model_back() -> None:
    table = Table(OTHER, THIRD)
    table.load(OTHER)
    table.broker.leave(table)
    assert table.loaded() == [MINE.model, OTHER.model]
