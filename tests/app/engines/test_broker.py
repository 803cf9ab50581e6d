"""The broker: runs take turns at the chosen model, whoever asks; what comes late or unasked changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from app.engines.broker import (
    Broker,
    BrokerEvent,
    EngineLost,
    ModelStatusChanged,
    RunGivenUp,
    RunStarted,
    RunWaitsForModel,
)
from app.engines.capabilities import Capabilities
from app.engines.model_ref import LocalFile, Remote
from app.engines.model_status import ModelPhase
from app.errors import UserError
from app.inference.errors import NoModelLoaded
from app.inference.image_errors import ModelSeesNoImages
from app.inference.protocol import (
    EndThinking,
    EngineStopped,
    ErrorReport,
    FinishReason,
    ForgetConversations,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    ModelInfo,
    ModelLoaded,
    RunDelta,
    RunFailed,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.messages import Message, RunId, Text
from tests.fakes.heard_engine import INFO, HeardEngine

DEAD = ErrorReport("engine_died", "It died.", "Ask again.")
ENDED = RunStats(FinishReason.STOP, ThinkingEnd.NONE, 1, 0, 0, 1)
HERE = LocalFile("/m/one.gguf")
THERE = Remote("http://127.0.0.1:1", "two")


class Asker:
    """A client that asks what it is told to ask, and keeps what it hears of its runs."""

    def __init__(self, broker: Broker, *, samples: int = 1, steps: int = 1, refuses: UserError | None = None) -> None:
        self.broker = broker
        self.heard: list[BrokerEvent] = []
        self.status: list[ModelPhase] = []
        self._samples = samples
        self._steps = steps
        self._refuses = refuses
        broker.join(self)

    def ask(self) -> RunId:
        run = RunId(self.broker.next_turn())
        self.broker.ask(self, run)
        return run

    def request_for(self, run: RunId, info: ModelInfo) -> GenerationRequest:
        if self._refuses is not None:
            raise self._refuses
        return GenerationRequest((Message.user(f"{run.turn}.{run.step}"),), samples=self._samples)

    def hear(self, event: BrokerEvent) -> None:
        if isinstance(event, ModelStatusChanged):
            self.status.append(event.status.phase)
            return
        self.heard.append(event)
        if isinstance(event, RunFinished) and event.run.step + 1 < self._steps:
            self.broker.ask(self, structs.replace(event.run, step=event.run.step + 1))

    def kinds(self) -> list[type]:
        return [type(event) for event in self.heard]


class Stage:
    def __init__(self) -> None:
        self.now = 0.0
        self.engine = HeardEngine()
        self.remote = HeardEngine(capabilities=Capabilities())
        self.broker = Broker(
            {LocalFile: self.engine, Remote: self.remote}, idle_unload_s=lambda: 60.0, clock=lambda: self.now
        )

    def load(self, engine: HeardEngine | None = None) -> None:
        """Let the load that waits end well."""
        self.broker.handle(ModelLoaded((engine or self.engine).loads[-1][0], INFO, 0.1))

    def end(self, run: RunId) -> None:
        self.broker.handle(RunFinished(run, ENDED))

    def started(self) -> list[str]:
        return [request.messages[-1].text for _run, request in self.engine.started]


@pytest.fixture
def stage() -> Stage:
    return Stage()


def chosen(stage: Stage) -> Stage:
    stage.broker.choose(HERE, "One")
    stage.load()
    return stage


def test_two_clients_take_turns_and_hear_only_of_their_own(stage: Stage) -> None:
    chosen(stage)
    first, second = Asker(stage.broker), Asker(stage.broker)

    runs = [first.ask(), second.ask(), first.ask()]

    assert len({run.turn for run in runs}) == 3
    for run in runs:
        assert stage.engine.started[-1][0] == run
        stage.broker.handle(RunDelta(run, "x", (Text("x"),), 0, 1, False))
        stage.end(run)
    assert stage.started() == [f"{run.turn}.0" for run in runs]
    one = [RunWaitsForModel, RunStarted, RunDelta, RunFinished]
    assert (first.kinds(), second.kinds()) == (one * 2, one)
    assert {event.run for event in second.heard if not isinstance(event, EngineLost)} == {runs[1]}  # type: ignore[union-attr]


def several(stage: Stage, count: int) -> Stage:
    stage.engine.capabilities = replace(stage.engine.capabilities, runs_at_once=count)
    return chosen(stage)


def test_as_many_runs_go_at_once_as_the_engine_takes_and_further_ones_wait(stage: Stage) -> None:
    several(stage, 2)
    asker = Asker(stage.broker)
    runs = [asker.ask() for _ in range(4)]

    assert [run for run, _request in stage.engine.started] == runs[:2]
    stage.end(runs[1])
    assert [run for run, _request in stage.engine.started] == runs[:3]
    stage.broker.stop(runs[0])
    assert ("stop", runs[0]) in stage.engine.told
    for run in (runs[0], runs[2], runs[3]):
        stage.end(run)
    assert stage.broker.is_idle


def test_runs_of_a_lane_go_one_after_another(stage: Stage) -> None:
    several(stage, 3)
    asker = Asker(stage.broker)
    runs = [RunId(stage.broker.next_turn()) for _ in range(3)]
    for run, lane in zip(runs, ("a", "a", "b"), strict=True):
        stage.broker.ask(asker, run, lane=lane)

    assert [run for run, _request in stage.engine.started] == [runs[0], runs[2]]
    stage.end(runs[2])
    assert [run for run, _request in stage.engine.started] == [runs[0], runs[2]]
    stage.end(runs[0])
    assert stage.engine.started[-1][0] == runs[1]


def test_a_run_on_another_model_waits_for_those_on_the_one_before(stage: Stage) -> None:
    several(stage, 3)
    asker = Asker(stage.broker)
    first = asker.ask()
    stage.broker.choose(LocalFile("/m/two.gguf"), "Two")
    second, third = asker.ask(), asker.ask()
    assert (len(stage.engine.loads), [run for run, _request in stage.engine.started]) == (1, [first])

    stage.end(first)
    assert len(stage.engine.loads) == 2
    stage.load()
    assert [run for run, _request in stage.engine.started] == [first, second, third]


def test_who_leaves_ends_all_of_its_runs_and_none_of_others(stage: Stage) -> None:
    several(stage, 3)
    one, other = Asker(stage.broker), Asker(stage.broker)
    runs = [one.ask(), other.ask(), one.ask(), one.ask()]
    stage.broker.leave(one)

    assert [order for order in stage.engine.told if isinstance(order, tuple)] == [("stop", runs[0]), ("stop", runs[2])]
    assert one.kinds().count(RunGivenUp) == 3
    stage.end(runs[1])
    assert other.kinds()[-1] is RunFinished
    assert stage.broker.is_idle


def test_what_is_looked_at_comes_first_also_in_a_child_that_starts_later(stage: Stage) -> None:
    stage.broker.favour("7")
    several(stage, 2)
    Asker(stage.broker).ask()

    assert stage.engine.told[-1] == ("favour", "7")


def test_the_steps_of_a_turn_go_before_what_waits(stage: Stage) -> None:
    chosen(stage)
    asker, other = Asker(stage.broker, steps=3), Asker(stage.broker)
    run, waiting = asker.ask(), other.ask()

    for step in range(3):
        assert stage.engine.started[-1][0] == structs.replace(run, step=step)
        stage.end(structs.replace(run, step=step))

    assert stage.engine.started[-1][0] == waiting


def test_a_run_waits_for_its_model_and_a_model_is_loaded_once(stage: Stage) -> None:
    asker = Asker(stage.broker)
    stage.broker.choose(HERE, "One", load=False)
    asker.ask()

    assert asker.kinds() == [RunWaitsForModel]
    assert len(stage.engine.loads) == 1
    stage.broker.handle(ModelLoaded(99, INFO, 0.1))
    assert not stage.engine.started, "another load has ended"
    stage.load()
    assert asker.kinds() == [RunWaitsForModel, RunStarted]
    assert asker.status == [ModelPhase.IDLE, ModelPhase.LOADING, ModelPhase.READY]


@pytest.mark.parametrize("ends", ["fails", "cancelled"])
def test_a_load_that_does_not_end_well_ends_the_run_that_waited_and_the_next_tries_again(
    stage: Stage, ends: str
) -> None:
    asker = Asker(stage.broker)
    stage.broker.choose(HERE, "One", load=False)
    run, next_one = asker.ask(), asker.ask()
    load_id = stage.engine.loads[-1][0]

    stage.broker.handle(LoadFailed(load_id, DEAD) if ends == "fails" else LoadCancelled(load_id))

    given_up = asker.heard[1]
    assert isinstance(given_up, RunGivenUp)
    assert (given_up.run, given_up.error is not None) == (run, ends == "fails")
    assert asker.heard[2:] == [RunWaitsForModel(next_one)]
    assert len(stage.engine.loads) == 2


def test_what_comes_late_twice_or_out_of_order_changes_nothing(stage: Stage) -> None:
    chosen(stage)
    asker = Asker(stage.broker, steps=2)
    run = asker.ask()
    step = structs.replace(run, step=1)

    for early in (step, structs.replace(run, sample=1), RunId(99)):
        stage.broker.handle(RunDelta(early, "early", (Text("early"),), 0, 1, False))
        stage.end(early)
    stage.end(run)
    for late in (run, run):
        stage.broker.handle(RunDelta(late, "late", (Text("late"),), 0, 1, False))
        stage.end(late)
        stage.broker.handle(RunFailed(late, DEAD))

    assert asker.kinds() == [RunWaitsForModel, RunStarted, RunFinished, RunWaitsForModel, RunStarted]
    stage.end(step)
    stage.end(step)
    assert asker.kinds()[-1] is RunFinished
    assert len(asker.heard) == 6
    assert stage.broker.is_idle


def test_a_run_of_samples_ends_with_the_last_of_them(stage: Stage) -> None:
    chosen(stage)
    asker, other = Asker(stage.broker, samples=3), Asker(stage.broker)
    run, waiting = asker.ask(), other.ask()

    for sample in (1, 0):
        stage.end(structs.replace(run, sample=sample))
        assert len(stage.engine.started) == 1
    stage.broker.handle(RunFailed(structs.replace(run, sample=2), DEAD))

    assert asker.kinds() == [RunWaitsForModel, RunStarted, RunFinished, RunFinished, RunFailed]
    assert stage.engine.started[-1][0] == waiting


def test_stopping_ends_every_sample_or_takes_back_what_waits(stage: Stage) -> None:
    chosen(stage)
    asker = Asker(stage.broker, samples=2)
    run, waiting = asker.ask(), asker.ask()

    stage.broker.stop(waiting)
    stage.broker.stop(run)
    stage.broker.stop(RunId(99))

    assert asker.heard[2:] == [RunGivenUp(waiting)]
    assert {told for told in stage.engine.told if isinstance(told, tuple)} == {
        ("stop", run),
        ("stop", structs.replace(run, sample=1)),
    }


def test_stopping_what_waits_for_a_load_leaves_the_load(stage: Stage) -> None:
    asker = Asker(stage.broker)
    stage.broker.choose(HERE, "One", load=False)

    stage.broker.stop(asker.ask())

    assert asker.kinds() == [RunWaitsForModel, RunGivenUp]
    assert stage.broker.status.phase is ModelPhase.LOADING
    stage.load()
    assert stage.broker.is_idle
    assert not stage.engine.started


def test_what_cannot_be_asked_fails_alone(stage: Stage) -> None:
    chosen(stage)
    refusal = NoModelLoaded()
    bad, good = Asker(stage.broker, refuses=refusal), Asker(stage.broker)

    run = bad.ask()
    good.ask()

    assert bad.heard == [RunWaitsForModel(run), RunGivenUp(run, refusal)]
    assert good.kinds() == [RunWaitsForModel, RunStarted]


def test_a_lost_engine_fails_what_ran_and_loads_again_for_what_waits(stage: Stage) -> None:
    chosen(stage)
    asker = Asker(stage.broker)
    run, waiting = asker.ask(), asker.ask()

    stage.broker.handle(EngineStopped(None))  # the order in which an engine tells it
    stage.broker.handle(RunFailed(run, DEAD))

    assert asker.heard[2:] == [RunFailed(run, DEAD), RunWaitsForModel(waiting)]
    assert len(stage.engine.loads) == 2
    stage.load()
    assert stage.engine.started[-1][0] == waiting


def test_an_engine_that_is_lost_while_nothing_runs_is_told_to_all(stage: Stage) -> None:
    chosen(stage)
    askers = [Asker(stage.broker), Asker(stage.broker)]

    stage.broker.handle(EngineStopped(DEAD))

    assert [[type(event) for event in asker.heard] for asker in askers] == [[EngineLost], [EngineLost]]
    assert stage.broker.status.phase is ModelPhase.IDLE


def test_a_client_that_leaves_takes_its_runs_along(stage: Stage) -> None:
    chosen(stage)
    leaving, staying = Asker(stage.broker), Asker(stage.broker)
    run, waiting, other = leaving.ask(), leaving.ask(), staying.ask()

    stage.broker.leave(leaving)

    assert leaving.heard[2:] == [RunGivenUp(waiting), RunGivenUp(run)]
    assert ("stop", run) in stage.engine.told
    assert stage.engine.started[-1][0] == other
    heard = len(leaving.heard)
    stage.end(run)
    stage.broker.handle(EngineStopped(DEAD))
    assert len(leaving.heard) == heard


def test_another_kind_of_engine_takes_over_after_the_run_and_the_former_gives_its_memory_back(stage: Stage) -> None:
    chosen(stage)
    asker = Asker(stage.broker)
    run = asker.ask()

    stage.broker.choose(THERE, "Two")
    assert not stage.remote.loads, "the reply is written to its end first"
    stage.broker.steer(EndThinking(run))
    stage.broker.stop(run)
    stage.end(run)

    assert EndThinking(run) in stage.engine.told
    assert ("stop", run) in stage.engine.told
    assert stage.remote.told == []
    assert stage.remote.loads[0][1] == THERE
    assert "unload" in stage.engine.told
    stage.broker.handle(ModelLoaded(stage.remote.loads[0][0], INFO, 0.0))
    stage.broker.handle(EngineStopped(None))  # the child that has nothing to do any more
    assert stage.broker.status.phase is ModelPhase.READY
    asker.ask()
    assert len(stage.remote.started) == 1


def test_a_question_to_a_server_does_not_wait_for_the_reply_that_runs_here_nor_the_other_way(stage: Stage) -> None:
    chosen(stage)
    asker = Asker(stage.broker)
    here = asker.ask()
    stage.broker.choose(THERE, "Two")

    there = asker.ask()
    stage.load(stage.remote)
    assert [run for run, _ in stage.remote.started] == [there]
    assert "unload" in stage.engine.told, "after what runs"
    stage.broker.choose(HERE, "One")
    again = asker.ask()
    stage.end(here)
    stage.load()

    assert [run for run, _ in stage.engine.started] == [here, again]
    for run in (there, again):
        stage.end(run)
    assert stage.broker.is_idle


def test_what_an_engine_cannot_do_is_not_asked_of_it(stage: Stage) -> None:
    with pytest.raises(NoModelLoaded):
        stage.broker.require()
    stage.broker.choose(THERE, "Two")
    stage.broker.handle(ModelLoaded(stage.remote.loads[0][0], replace(INFO, sees_images=True), 0.0))

    stage.broker.require()
    with pytest.raises(ModelSeesNoImages):
        stage.broker.require(pictures=True)
    stage.broker.read_ahead(GenerationRequest((Message.user("typed"),)))
    assert stage.remote.told == []


def test_an_idle_model_is_unloaded_and_a_run_is_not_idle(stage: Stage) -> None:
    chosen(stage)
    asker = Asker(stage.broker)
    run = asker.ask()
    stage.now = 100.0
    stage.broker.tick()
    assert asker.status == []

    stage.end(run)
    stage.now = 150.0
    stage.broker.tick()
    assert asker.status == []
    stage.now = 161.0
    stage.broker.tick()
    assert asker.status == [ModelPhase.IDLE]
    assert "unload" in stage.engine.told


def test_every_engine_is_told_to_forget(stage: Stage) -> None:
    order = ForgetConversations(("1",))
    stage.broker.forget(order)
    assert (stage.engine.told, stage.remote.told) == ([order], [order])
