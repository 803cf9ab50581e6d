"""Several runs in one batch: each joins and leaves between two tokens, and is as if it were the only one."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from msgspec import structs

from app.inference.engine import Interrupts
from app.inference.errors import OutOfMemoryForContext
from app.inference.llama.loading.loaded_llama import LoadedLlama
from app.inference.protocol import (
    CountTokens,
    Event,
    FinishReason,
    GenerationRequest,
    LoadOptions,
    PromptProgress,
    ReadAhead,
    RunDelta,
    RunFailed,
    RunFinished,
    RunStats,
    RunWaits,
    SpeculationKind,
    StartRun,
    ThinkingEnd,
)
from app.messages import Message, RunId, Sampling
from tests.fakes.tiny_models import ARCHITECTURES, PLAIN_THINK, scripted_model, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine

OPTIONS = LoadOptions(speculation=SpeculationKind.OFF)
DRAWN = Sampling(temperature=1.5, top_k=0, top_p=1.0)
WORDS = [f" w{index}" for index in range(60)]


def asking(text: str, *, max_tokens: int | None = 24, seed: int | None = None, **fields: object) -> GenerationRequest:
    sampling = GREEDY if seed is None else structs.replace(DRAWN, seed=seed)
    request = GenerationRequest((Message.user(text),), structs.replace(sampling, max_tokens=max_tokens))
    return replace(request, **fields)  # type: ignore[arg-type]


def raw_of(events: list[Event], turn: int, sample: int = 0) -> str:
    run = RunId(turn, sample=sample)
    return "".join(event.raw for event in events if isinstance(event, RunDelta) and event.run == run)


def stats_of(events: list[Event], turn: int, sample: int = 0) -> RunStats:
    run = RunId(turn, sample=sample)
    (stats,) = (event.stats for event in events if isinstance(event, RunFinished) and event.run == run)
    return stats


def loaded_of(engine: RunningEngine) -> LoadedLlama:
    loaded = engine.engine._loaded
    assert loaded is not None
    return loaded


def no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no context be made larger."""
    monkeypatch.setattr(LoadedLlama, "has_memory_for", lambda _self, _replies: False)


def endless(folder: Path, *, context: int = 512) -> Path:
    return scripted_model(
        folder, ["so", " on"], after={" on": "so"}, vocabulary=PLAIN_THINK, context=context, name="endless"
    )


def test_alone_a_run_stops_between_tokens_only_where_a_command_waits(tmp_path: Path) -> None:
    commands: list[CountTokens] = []
    with RunningEngine(endless(tmp_path), interrupts=Interrupts(nothing_waits=lambda: not commands)) as engine:
        engine.run(StartRun(RunId(1), asking("1", seed=7)))
        engine.on_event = lambda event: commands.append(CountTokens(1)) if isinstance(event, RunDelta) else None
        engine.engine.start(StartRun(RunId(2), asking("1", seed=7)))
        while not commands:
            engine.go_on(1)
        begun = loaded_of(engine).pool.held[0].sequence.length
        engine.go_on(1)
        engine.go_on(1)
        went_on = loaded_of(engine).pool.held[0].sequence.length
        commands.clear()
        engine.on_event = lambda _event: None
        engine.go_on(1)

        assert went_on == begun + 2
        assert raw_of(engine.events, 2) == raw_of(engine.events, 1)
        assert stats_of(engine.events, 2).answer_tokens == 24


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_runs_that_join_and_leave_write_what_each_writes_alone(architecture: str, tmp_path: Path) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    requests = [
        asking("Which is the odd one out: an apple, a pear, a spoon?", seed=3, max_tokens=30, conversation="a"),
        asking("And what is it that makes a spoon a spoon? " * 9, max_tokens=20, conversation="b"),
        asking("Hm?", seed=5, max_tokens=9),
    ]
    alone = []
    for request in requests:
        with RunningEngine(model, options=OPTIONS) as engine:
            alone.append(engine.answer_to(request).raw)
    with RunningEngine(model, options=OPTIONS) as engine:
        for turn, request in enumerate(requests, start=101):
            engine.engine.start(StartRun(RunId(turn), request))
            engine.go_on(4)
        engine.go_on()
        together = [raw_of(engine.events, turn) for turn in (101, 102, 103)]
        after = engine.answer_to(requests[0]).raw

    # Rounding differs between batches, so that a draw between two equals may fall otherwise near the end.
    assert [raw[:12] for raw in together] == [raw[:12] for raw in alone]
    assert after[:12] == alone[0][:12]
    assert {stats_of(engine.events, turn).reason for turn in (101, 102, 103)} == {FinishReason.LENGTH}


def test_a_large_vocabulary_is_drawn_from_side_by_side_as_alone(smollm2: Path) -> None:
    kinds = [
        GREEDY,
        GREEDY,
        Sampling(temperature=0.8, top_k=40, top_p=0.95, seed=1),
        Sampling(temperature=0.8, top_k=40, top_p=0.95, seed=2),
        Sampling(temperature=0.7, top_k=0, top_p=0.9, seed=3),
        Sampling(temperature=9.0, top_k=0, top_p=1.0, min_p=0.0, seed=4),
        Sampling(temperature=0.8, top_k=40, repeat_penalty=1.2, seed=5),
    ]
    requests = [
        GenerationRequest((Message.user(f"{number} plus three?"),), structs.replace(sampling, max_tokens=12))
        for number, sampling in enumerate(kinds)
    ]
    with RunningEngine(smollm2, options=OPTIONS) as engine:
        alone = [engine.answer_to(request).raw for request in requests]
    with RunningEngine(smollm2, options=OPTIONS) as engine:
        engine.run(*(StartRun(RunId(turn), request) for turn, request in enumerate(requests, start=101)))
        together = [raw_of(engine.events, turn) for turn in range(101, 101 + len(requests))]

    # Rounding differs between batches, so that a draw between two equals may fall otherwise near the end.
    assert [raw[:12] for raw in together] == [raw[:12] for raw in alone]


def test_two_streams_come_side_by_side_and_the_shorter_ends_first(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path), options=OPTIONS) as engine:
        engine.run(StartRun(RunId(1), asking("Go.", max_tokens=200)), StartRun(RunId(2), asking("Go!", max_tokens=20)))
        ends = [event.run.turn for event in engine.events if isinstance(event, RunFinished)]

    assert ends == [2, 1]
    assert [stats_of(engine.events, turn).answer_tokens for turn in (1, 2)] == [200, 20]


def test_a_beginning_that_another_conversation_has_read_is_not_read_again_even_while_that_goes_on(
    tmp_path: Path,
) -> None:
    same = "The same long beginning of everything that is said here. " * 6
    with RunningEngine(endless(tmp_path, context=1024), options=OPTIONS) as engine:
        engine.engine.start(StartRun(RunId(1), asking(f"{same} One?", max_tokens=40, conversation="a")))
        engine.go_on(3)
        engine.engine.start(StartRun(RunId(2), asking(f"{same} Two?", max_tokens=10, conversation="b")))
        engine.go_on(2)
        assert len(engine.engine.runs) == 2
        used = loaded_of(engine).pool.used_cells
        engine.go_on()

    second = stats_of(engine.events, 2)
    assert second.prompt_tokens > second.cached_tokens > second.prompt_tokens - 30
    assert used < 1.3 * second.prompt_tokens + 40, "the cells are shared"


def test_each_is_stopped_and_steered_alone(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, ["<think>", *WORDS, "</think>", "\n\n", "Yes", "<|im_end|>"])
    with RunningEngine(model, options=OPTIONS) as engine:
        for turn in (1, 2, 3, 4):
            engine.engine.start(StartRun(RunId(turn), asking("Why?", max_tokens=None)))
        engine.go_on(12)
        engine.interrupts.stop(RunId(2))
        engine.interrupts.end_thinking(RunId(3))
        engine.interrupts.nudge(RunId(4), "look here")
        engine.go_on()

    assert [stats_of(engine.events, turn).reason for turn in (1, 2, 3, 4)] == [
        FinishReason.STOP,
        FinishReason.STOPPED,
        FinishReason.STOP,
        FinishReason.STOP,
    ]
    assert stats_of(engine.events, 1).thinking_ended is ThinkingEnd.MODEL
    assert stats_of(engine.events, 3).thinking_ended is ThinkingEnd.ANSWER_NOW
    assert "look here" in raw_of(engine.events, 4)
    assert "look here" not in raw_of(engine.events, 1) + raw_of(engine.events, 3)


@pytest.mark.parametrize("kind", ["attention", "mamba", "qwen35"])
def test_when_cells_run_short_the_youngest_waits_visibly_and_nothing_is_cut(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = endless(tmp_path) if kind == "attention" else tiny_model(kind, tmp_path, context=512)
    options = replace(OPTIONS, context=512)
    requests = [asking(text, max_tokens=None if kind == "attention" else 300) for text in ("Go.", "Go on!", "And on?")]
    alone = []
    for request in requests:
        with RunningEngine(model, options=options) as engine:
            alone.append(engine.answer_to(request))
    no_more_memory(monkeypatch)
    with RunningEngine(model, options=options) as engine:
        engine.run(*(StartRun(RunId(turn), request) for turn, request in enumerate(requests, start=1)))
        waited = [event.run.turn for event in engine.events if isinstance(event, RunWaits)]

    assert waited
    assert 1 not in waited
    for turn, reply in enumerate(alone, start=1):
        stats = stats_of(engine.events, turn)
        assert (stats.reason, stats.answer_tokens) == (reply.stats.reason, reply.stats.answer_tokens)
        assert raw_of(engine.events, turn)[:12] == reply.raw[:12]
    if kind == "attention":
        assert [raw_of(engine.events, turn) for turn in (1, 2, 3)] == [reply.raw for reply in alone]


def test_a_context_that_is_made_larger_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    model = endless(tmp_path)
    options = replace(OPTIONS, context=512)
    with RunningEngine(model, options=options) as engine:
        alone = engine.answer_to(asking("Go.", max_tokens=None)).raw
    with RunningEngine(model, options=options) as engine:
        before = loaded_of(engine).free_cells
        engine.run(*(StartRun(RunId(turn), asking("Go.", max_tokens=None)) for turn in range(1, 5)))
        assert loaded_of(engine).free_cells > before - 2048
        assert not [event for event in engine.events if isinstance(event, RunWaits)]

    read_again = [e for e in engine.events if isinstance(e, PromptProgress) and e.read_tokens > 100]
    assert not read_again
    assert [raw_of(engine.events, turn) for turn in range(1, 5)] == [alone] * 4


def test_without_memory_for_any_context_all_runs_fail_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tiny_model("mamba", tmp_path, context=512)
    with RunningEngine(model, options=OPTIONS) as engine:

        def fail(self: LoadedLlama, _replies: int) -> bool:
            self._free_context()
            raise OutOfMemoryForContext(context=512, details="")

        monkeypatch.setattr(LoadedLlama, "make_more_room", fail)
        engine.engine.start(StartRun(RunId(1), asking("Go.")))
        engine.go_on(3)
        engine.engine.start(StartRun(RunId(2), asking("Go.")))
        with pytest.raises(OutOfMemoryForContext):
            engine.go_on()
        assert RunId(1) in engine.engine.runs, "the worker tells of those that are left"
        engine.engine.give_up()
        assert not engine.engine.runs

    assert [event.run.turn for event in engine.events if isinstance(event, RunFailed)] == [2]


def test_tokens_are_counted_between_two_tokens_and_reading_ahead_waits_until_nothing_runs(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path), options=OPTIONS) as engine:
        engine.engine.start(StartRun(RunId(1), asking("Go.", max_tokens=40, conversation="a")))
        engine.go_on(5)
        counted = engine.engine.count(CountTokens(1, None, ("so on",)))
        engine.engine.read_ahead(ReadAhead(asking("Something else is typed here", conversation="b")), lambda: False)
        held = {held.conversation for held in loaded_of(engine).pool.held}
        engine.go_on()

    assert counted.text_tokens[0] > 0
    assert held == {"a", ""}
    assert stats_of(engine.events, 1).answer_tokens == 40


def test_a_broken_reply_is_not_the_end_of_the_others(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path), options=OPTIONS) as engine:
        for turn in (1, 2):
            engine.engine.start(StartRun(RunId(turn), asking("Go.", max_tokens=30)))
        engine.go_on(5)
        first = engine.engine._runs
        assert first is not None
        steering = first._runs[0].reply
        assert steering is not None

        def break_down() -> None:
            raise ZeroDivisionError

        steering._steer = break_down  # type: ignore[method-assign]
        while engine.engine.runs:
            engine.engine.step()

    (failed,) = (event for event in engine.events if isinstance(event, RunFailed))
    assert (failed.run.turn, failed.error.kind) == (1, "engine_bug")
    told = [event for event in engine.events if isinstance(event, RunDelta) and event.run.turn == 1]
    raw, whole = raw_of(engine.events, 1), raw_of(engine.events, 2)
    assert whole.startswith(raw)
    assert len(raw) / len(whole) > 0.9 * told[-1].answer_tokens / 30 > 0.1, "what it had written is told"
    assert stats_of(engine.events, 2).answer_tokens == 30


@pytest.mark.parametrize("running", [False, True])
def test_what_is_forgotten_is_overwritten_at_once_or_when_nothing_runs(running: bool, tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path), options=OPTIONS) as engine:
        engine.answer_to(asking("A secret.", conversation="gone"))
        engine.engine.start(StartRun(RunId(2), asking("Go.", max_tokens=30, conversation="stays")))
        engine.go_on(5 if running else 1 << 30)
        engine.engine.forget(["gone"])
        held = {held.conversation for held in loaded_of(engine).pool.held if held.sequence.length}
        assert held <= ({"stays"} if running else set())
        engine.go_on()
        assert loaded_of(engine).pool.used_cells == 0
        again = engine.answer_to(asking("Go.", max_tokens=30, conversation="stays"))

    assert again.stats.cached_tokens == 0


def storm(architecture: str, folder: Path, count: int, *, seed: int = 4, threads: int = 1) -> None:
    """Let runs join, leave, be stopped and steered at random; memory and cells come back to where they were."""
    random_ = random.Random(seed)
    model = tiny_model(architecture, folder, context=768)
    with RunningEngine(model, options=replace(OPTIONS, context=512, threads=threads)) as engine:
        deeds: list[Callable[[RunId], None]] = [
            engine.interrupts.stop,
            engine.interrupts.end_thinking,
            lambda run: engine.interrupts.nudge(run, "hm"),
        ]
        engine.answer("Warm up.")
        process, resident = psutil.Process(), 0
        started: list[RunId] = []
        for turn in range(1001, 1001 + count):
            request = asking(
                "again and " * random_.randrange(1, 40),
                max_tokens=random_.choice((1, 5, 30, 90)),
                seed=random_.choice((None, turn)),
                conversation=random_.choice(("", "a", "b", "c")),
                samples=random_.choice((1, 1, 1, 2, 4)),
            )
            command = StartRun(RunId(turn), request)
            engine.engine.start(command)
            started += command.runs
            if random_.random() < 0.4:
                random_.choice(deeds)(random_.choice(started[-6:]))
            engine.go_on(random_.randrange(0, 30))
            if len(engine.engine.runs) > 12:
                engine.go_on(200)
            if turn == 1001 + count // 3:
                resident = process.memory_info().rss
        for run in engine.engine.runs:
            if random_.random() < 0.5:
                engine.interrupts.stop(run)
        engine.go_on()
        pool = loaded_of(engine).pool
        ended = [event.run for event in engine.events if isinstance(event, RunFinished)][1:]
        assert sorted(ended, key=str) == sorted(started, key=str), "each ends once"
        assert not any(held.is_busy for held in pool.held)
        while pool.drop_idle():
            pass
        assert loaded_of(engine).free_cells >= 512
        assert pool.used_cells == 0
        assert process.memory_info().rss - resident < 60_000_000
        assert engine.answer("Which is it?").stats.cached_tokens == 0


@pytest.mark.parametrize("architecture", ["llama", "gemma3", "qwen35", "mamba"])
def test_a_storm_of_runs_leaves_nothing_behind(architecture: str, tmp_path: Path) -> None:
    storm(architecture, tmp_path, 40)


def test_without_more_memory_a_storm_leaves_nothing_behind_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_more_memory(monkeypatch)
    storm("llama", tmp_path, 30)


@pytest.mark.parametrize("on_device", [False, True])
def test_a_run_that_asks_is_told_what_the_distribution_said_and_others_are_not(on_device: bool, tmp_path: Path) -> None:
    model = tiny_model("llama", tmp_path, context=512)
    asked = asking("Which is it?", seed=3, max_tokens=12, told_candidates=5)
    with RunningEngine(model, options=replace(OPTIONS, device_sampling=on_device)) as engine:
        engine.run(StartRun(RunId(101), asked), StartRun(RunId(102), asking("And now?", max_tokens=12)))
        engine.run(StartRun(RunId(103), replace(asked, sampling=structs.replace(GREEDY, max_tokens=12))))

    told = {
        turn: [drawn for e in engine.events if isinstance(e, RunDelta) and e.run.turn == turn for drawn in e.drawn]
        for turn in (101, 102, 103)
    }
    assert {turn: len(drawn) for turn, drawn in told.items()} == {101: 12, 102: 0, 103: 12}
    for (_, chance), likeliest in told[101] + told[103]:
        chances = [math.exp(one) for _, one in likeliest]
        assert chances == sorted(chances, reverse=True)
        assert 1 <= len(chances) <= 5
        assert min(chances) > chances[0] / 9000
        assert sum(chances) <= 1.0 + 1e-9
        assert math.exp(chance) <= chances[0]
    assert all(drawn == likeliest[0] for drawn, likeliest in told[103]), "greedy draws the likeliest"
    text = b"".join(piece for (piece, _), _ in told[103]).decode("utf-8", errors="replace")
    assert text.startswith(raw_of(engine.events, 103)[:4])
