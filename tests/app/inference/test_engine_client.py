from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.inference.client import EngineClient, EngineTimeouts
from app.inference.engine import EngineFactory
from app.inference.protocol import (
    CancelLoad,
    EngineReady,
    EngineStopped,
    Event,
    FinishReason,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadModel,
    ModelLoaded,
    RunDelta,
    RunFailed,
    RunFinished,
    StartRun,
    StopRun,
    ThinkingEnd,
)
from app.inference.scripted_engine import (
    Crash,
    Fail,
    Pause,
    Say,
    SayMany,
    Script,
    ScriptedEngineFactory,
    Stall,
    Step,
)
from app.messages import Message, RunId, Text, Thinking
from tests.fakes.ended_processes import ends
from tests.fakes.muddled_engine import MuddledEngineFactory

ROOT = Path(__file__).resolve().parents[3]
PATIENT = EngineTimeouts(poll_s=0.05)
IMPATIENT = EngineTimeouts(hang_s=1.5, stop_s=1.0, shutdown_s=1.0, poll_s=0.05)
"""Where a child that does not answer is waited for: on a busy machine a healthy one is silent for as long."""
REQUEST = GenerationRequest((Message.user("Hello"),))


class Harness:
    """A client whose events are collected in a queue."""

    def __init__(
        self,
        *turns: tuple[Step, ...],
        load: tuple[Step, ...] = (),
        factory: EngineFactory | None = None,
        timeouts: EngineTimeouts = PATIENT,
    ) -> None:
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        script = Script(turns=turns, load=load) if turns else Script(load=load)
        factory = factory or ScriptedEngineFactory(script)
        self.client = EngineClient(self.events.put, factory=factory, timeouts=timeouts)

    def wait_for(self, *kinds: type[object], timeout_s: float = 60.0) -> list[Event]:
        """Return the events up to and including the first of one of these kinds."""
        seen: list[Event] = []
        deadline = time.monotonic() + timeout_s
        while True:
            seen.append(self.events.get(timeout=max(0.01, deadline - time.monotonic())))
            if isinstance(seen[-1], kinds):
                return seen

    def wait_for_text(self, text: str) -> None:
        said = ""
        while text not in said:
            event = self.wait_for(RunDelta, RunFinished, RunFailed, EngineStopped)[-1]
            assert isinstance(event, RunDelta), event
            said += event.raw


@pytest.fixture
def harness() -> Iterator[Callable[..., Harness]]:
    made: list[Harness] = []

    def make(*turns: tuple[Step, ...], **options: Any) -> Harness:
        made.append(Harness(*turns, **options))
        return made[-1]

    yield make
    for each in made:
        each.client.close()


def test_a_turn_streams_thinking_then_answer_and_ends_with_its_figures(harness: Callable[..., Harness]) -> None:
    h = harness((Say("<think>\n"), Say("Hm."), Say("\n</think>\n\n"), Say("Yes"), Say(".")))
    h.client.send(LoadModel(1, "/models/tiny.gguf"))
    h.client.send(StartRun(RunId(7), REQUEST))

    events = h.wait_for(RunFinished)

    assert isinstance(events[0], EngineReady)
    loaded = next(e for e in events if isinstance(e, ModelLoaded))
    assert (loaded.load_id, loaded.info.name) == (1, "tiny")
    deltas = [e for e in events if isinstance(e, RunDelta)]
    assert all(e.run.turn == 7 for e in deltas)
    assert "".join(e.raw for e in deltas) == "<think>\nHm.\n</think>\n\nYes."
    parts = [part for e in deltas for part in e.parts]
    assert "".join(p.text for p in parts if isinstance(p, Thinking)).strip() == "Hm."
    assert "".join(p.text for p in parts if isinstance(p, Text)) == "Yes."
    finished = events[-1]
    assert isinstance(finished, RunFinished)
    assert finished.stats.reason is FinishReason.STOP
    assert finished.stats.thinking_ended is ThinkingEnd.MODEL
    assert finished.stats.thinking_tokens + finished.stats.answer_tokens == 5


def test_a_stop_arrives_in_the_middle_of_a_reply(harness: Callable[..., Harness]) -> None:
    h = harness((Say("<think>"), SayMany(("word ",), 100_000, 100.0)), (Say("again"),))
    h.client.send(StartRun(RunId(1), REQUEST))
    h.wait_for_text("word")

    h.client.send(StopRun(RunId(1)))

    finished = h.wait_for(RunFinished)[-1]
    assert isinstance(finished, RunFinished)
    assert finished.stats.reason is FinishReason.STOPPED
    assert finished.stats.thinking_ended is ThinkingEnd.STOPPED
    h.client.send(StartRun(RunId(2), REQUEST))
    assert isinstance(h.wait_for(RunFinished)[-1], RunFinished)


def test_a_stop_of_what_has_ended_long_ago_ends_nothing(harness: Callable[..., Harness]) -> None:
    quick_to_end = EngineTimeouts(stop_s=0.5, poll_s=0.05)
    h = harness((Say("One."),), (Say("Two"), Pause(2 * quick_to_end.stop_s), Say(" three.")), timeouts=quick_to_end)
    h.client.send(StartRun(RunId(1), REQUEST))
    h.wait_for(RunFinished)
    h.client.send(StartRun(RunId(2), REQUEST))
    h.wait_for_text("Two")

    h.client.send(StopRun(RunId(1)))

    finished = h.wait_for(RunFinished, EngineStopped)[-1]
    assert isinstance(finished, RunFinished)
    assert (finished.run, finished.stats.reason) == (RunId(2), FinishReason.STOP)


def test_what_an_engine_says_of_a_run_that_is_over_or_nobodys_is_dropped(harness: Callable[..., Harness]) -> None:
    h = harness(factory=MuddledEngineFactory())
    for turn in (1, 2, 3):
        h.client.send(StartRun(RunId(turn), REQUEST))
    events = [event for _ in range(3) for event in h.wait_for(RunFinished)]
    h.client.close()
    events += h.wait_for(EngineStopped)

    assert [event.run for event in events if isinstance(event, RunFinished)] == [RunId(1), RunId(2), RunId(3)]
    assert "late" not in "".join(event.raw for event in events if isinstance(event, RunDelta))


def test_a_load_can_be_cancelled_and_another_follows(harness: Callable[..., Harness]) -> None:
    h = harness(load=(Pause(0.2), Pause(0.2), Pause(30.0)))
    h.client.send(LoadModel(1, "a.gguf"))
    h.wait_for(EngineReady)

    h.client.send(CancelLoad(1))

    cancelled = h.wait_for(LoadCancelled, ModelLoaded)[-1]
    assert cancelled == LoadCancelled(1)


def test_an_error_in_the_child_arrives_in_words_and_the_child_lives_on(harness: Callable[..., Harness]) -> None:
    h = harness((Say("a"), Fail("It broke.", "Mend it.")), (Say("fine"),))
    h.client.send(StartRun(RunId(1), REQUEST))

    failed = h.wait_for(RunFailed)[-1]
    h.client.send(StartRun(RunId(2), REQUEST))
    events = h.wait_for(RunFinished)

    assert isinstance(failed, RunFailed)
    assert (failed.error.message, failed.error.advice) == ("It broke.", "Mend it.")
    assert not any(isinstance(e, EngineStopped) for e in events)


def test_a_failing_load_is_reported_as_such(harness: Callable[..., Harness]) -> None:
    h = harness(load=(Fail("No.", "Try another."),))
    h.client.send(LoadModel(3, "a.gguf"))

    failed = h.wait_for(LoadFailed)[-1]

    assert isinstance(failed, LoadFailed)
    assert (failed.load_id, failed.error.message) == (3, "No.")


@pytest.mark.parametrize(
    ("end", "words"),
    [(Crash(exit_code=9), "unexpectedly."), (Crash(abort=True), "internal check")],
    ids=["exit", "abort"],
)
def test_the_childs_death_is_an_event_with_a_reason_and_the_next_command_starts_a_new_one(
    harness: Callable[..., Harness], end: Crash, words: str
) -> None:
    h = harness((Say("<think>half a th"), Pause(0.1), end))
    h.client.send(StartRun(RunId(1), REQUEST))

    stopped = h.wait_for(EngineStopped)[-1]

    assert isinstance(stopped, EngineStopped)
    assert stopped.error is not None
    assert words in stopped.error.message
    h.client.send(LoadModel(2, "again.gguf"))
    assert isinstance(h.wait_for(ModelLoaded)[-1], ModelLoaded)


def test_killing_the_child_from_outside_names_the_likely_cause(harness: Callable[..., Harness]) -> None:
    h = harness((Say("x"), Pause(60.0)))
    h.client.send(StartRun(RunId(1), REQUEST))
    h.wait_for(RunDelta)
    assert h.client.pid is not None

    os.kill(h.client.pid, signal.SIGKILL)

    stopped = h.wait_for(EngineStopped)[-1]
    assert isinstance(stopped, EngineStopped)
    assert stopped.error is not None
    assert "memory ran out" in stopped.error.message


def test_a_child_that_gives_no_sign_of_life_is_ended(harness: Callable[..., Harness]) -> None:
    h = harness((Say("x"), Stall(silent=True)), timeouts=IMPATIENT)
    h.client.send(StartRun(RunId(1), REQUEST))

    stopped = h.wait_for(EngineStopped)[-1]

    assert isinstance(stopped, EngineStopped)
    assert stopped.error is not None
    assert stopped.error.kind == "engine_hung"


def test_a_stop_that_is_not_heeded_ends_the_child(harness: Callable[..., Harness]) -> None:
    h = harness((Say("x"), Stall()), timeouts=EngineTimeouts(stop_s=1.0, poll_s=0.05))
    h.client.send(StartRun(RunId(1), REQUEST))
    h.wait_for(RunDelta)
    time.sleep(0.5)  # a stop that came before the stall would be heeded

    h.client.send(StopRun(RunId(1)))

    stopped = h.wait_for(EngineStopped)[-1]
    assert isinstance(stopped, EngineStopped)
    assert stopped.error is not None


@pytest.mark.parametrize("step", [Pause(60.0), Stall(), Stall(silent=True)], ids=["busy", "hung", "stopped"])
def test_closing_ends_the_child_whatever_it_does(harness: Callable[..., Harness], step: Step) -> None:
    h = harness((Say("x"), step), timeouts=EngineTimeouts(shutdown_s=1.0, poll_s=0.05))
    h.client.send(StartRun(RunId(1), REQUEST))
    h.wait_for(RunDelta)
    pid = h.client.pid

    h.client.close()

    stopped = h.wait_for(EngineStopped)[-1]
    assert isinstance(stopped, EngineStopped)
    assert stopped.error is None
    assert pid is not None
    assert not psutil.pid_exists(pid)


@pytest.mark.parametrize("step", ["Pause(60.0)", "Stall()", "Stall(silent=True)"], ids=["busy", "hung", "stopped"])
def test_the_child_never_outlives_the_app(step: str) -> None:
    program = f"""
import sys, time, queue
from app.inference.client import EngineClient
from app.inference.protocol import *
from app.messages import Message, RunId
from app.inference.scripted_engine import *
if __name__ == "__main__":
    events = queue.SimpleQueue()
    client = EngineClient(events.put, factory=ScriptedEngineFactory(Script(turns=((Say("x"), {step}),))))
    client.send(StartRun(RunId(1), GenerationRequest((Message.user("Hello"),))))
    while not isinstance(events.get(), RunDelta):
        pass
    print(client.pid, flush=True)
    time.sleep(60)
"""
    app = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert app.stdout is not None
    try:
        child = int(app.stdout.readline())
    finally:
        app.kill()
        app.wait()
        app.stdout.close()

    assert ends(child)
