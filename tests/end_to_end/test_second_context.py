"""Two runs side by side, each in a context of its own: what they write, and what is left when one comes home."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.inference.llama.loading import loaded_llama
from app.inference.llama.loading.loaded_llama import LoadedLlama
from app.inference.llama.native.binding import lib
from app.inference.llama.sequences import second_context, sequence
from app.inference.llama.sequences.second_context import SecondContext
from app.inference.llama.sequences.token_batch import Decoder
from app.inference.protocol import FinishReason, LoadOptions, SpeculationKind, StartRun
from app.messages import Message, RunId
from tests.end_to_end.test_runs_together import asking, endless, loaded_of, raw_of, stats_of, storm
from tests.fakes.tiny_models import tiny_model
from tests.fakes.tiny_models.running_engine import RunningEngine

pytestmark = pytest.mark.skipif(os.cpu_count() == 1, reason="on one core there is no second context")
OPTIONS = LoadOptions(threads=2, context=1024, speculation=SpeculationKind.OFF)


@pytest.fixture(autouse=True)
def _always_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SecondContext, "pays", lambda self: not self._is_refused)


def away(engine: RunningEngine) -> list[str]:
    """Return the conversations that are in the second context."""
    return [held.conversation for held in loaded_of(engine).pool.held if held.sequence.is_away]


def steps(engine: RunningEngine) -> Iterator[list[str]]:
    """Go on step by step; yields who is away."""
    while engine.engine.runs:
        engine.go_on(1)
        yield away(engine)


@pytest.mark.parametrize("architecture", ["llama", "deepseek2", "qwen35", "mamba"])
def test_each_writes_what_it_writes_alone_and_goes_on_from_there(architecture: str, tmp_path: Path) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    first = asking("Which is the odd one out: an apple, a pear, a spoon?", max_tokens=40, conversation="a")
    second = asking("And what makes a spoon a spoon? " * 5, max_tokens=20, seed=3, conversation="b")

    cached: list[int] = []

    def turns_of(engine: RunningEngine) -> list[str]:
        replies = [raw_of(engine.events, turn) for turn in (101, 102)]
        engine.engine.rest(lambda: False)
        for request, raw in zip((first, second), tuple(replies), strict=True):
            more = (*request.messages, Message.assistant(raw), Message.user("Why?"))
            reply = engine.answer_to(replace(request, messages=more))
            replies.append(reply.raw)
            cached.append(reply.stats.cached_tokens)
        return replies

    with RunningEngine(model, options=OPTIONS) as engine:
        engine.run(StartRun(RunId(101), first))
        engine.run(StartRun(RunId(102), second))
        alone = turns_of(engine)
    with RunningEngine(model, options=OPTIONS) as engine:
        engine.engine.start(StartRun(RunId(101), first))
        engine.engine.start(StartRun(RunId(102), second))
        assert {"a", "b"} & {conversation for step in steps(engine) for conversation in step}
        loaded = loaded_of(engine)
        for held in loaded.pool.held:
            assert not held.sequence.is_away
            last = lib.llama_memory_seq_pos_max(loaded.decoder.memory, held.sequence.number)
            assert last == len(held.sequence.tokens) - 1
        together = turns_of(engine)

    # Rounding differs where prompts are read in other parts, so that a draw may fall otherwise near the end.
    assert [raw[:12] for raw in together] == [raw[:12] for raw in alone]
    assert min(cached[2:]) > 20, "what they held is still there"


def test_one_is_stopped_while_a_third_is_asked(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path, context=1024), options=OPTIONS) as engine:
        alone = engine.answer_to(asking("Go.", max_tokens=200)).raw
        for turn in (101, 102):
            engine.engine.start(StartRun(RunId(turn), asking("Go.", max_tokens=200, conversation=f"{turn}")))
        engine.go_on(40)
        gone = away(engine)
        assert gone
        loaded = loaded_of(engine)
        (number,) = (number for number, held in enumerate(loaded.pool.held) if held.sequence.is_away)
        assert lib.llama_memory_seq_pos_max(loaded.decoder.memory, number) > 0, "nobody fills its cells out of order"
        engine.engine.start(StartRun(RunId(103), asking("Go. " * 80, max_tokens=200, conversation="103")))
        engine.go_on(20)
        engine.interrupts.stop(RunId(int(gone[0])))
        engine.go_on(20)
        assert away(engine), "another one has taken its place"
        engine.go_on()
        other = 203 - int(gone[0])

    assert raw_of(engine.events, other) == alone
    assert stats_of(engine.events, int(gone[0])).reason is FinishReason.STOPPED
    assert alone.startswith(raw_of(engine.events, int(gone[0])))
    assert stats_of(engine.events, 103).answer_tokens == 200


def test_a_reply_that_fills_the_second_context_goes_on_in_a_larger_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded_llama, "_SECOND_CELLS", 256)
    with RunningEngine(endless(tmp_path, context=1024), options=OPTIONS) as engine:
        alone = engine.answer_to(asking("Go.", max_tokens=700)).raw
        engine.run(*(StartRun(RunId(turn), asking("Go.", max_tokens=700)) for turn in (101, 102)))

    assert [raw_of(engine.events, turn) for turn in (101, 102)] == [alone] * 2


def test_who_finds_no_room_at_home_reads_again_and_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RunningEngine(endless(tmp_path), options=OPTIONS) as engine:
        alone = engine.answer_to(asking("Go.", max_tokens=300)).raw
        copied = sequence._copied
        home = loaded_of(engine).decoder

        def copied_away(source: Decoder, number: int, target: Decoder, target_number: int) -> bool:
            return target is not home and copied(source, number, target, target_number)

        monkeypatch.setattr(sequence, "_copied", copied_away)
        engine.engine.start(StartRun(RunId(101), asking("Go.", max_tokens=300)))
        engine.engine.start(StartRun(RunId(102), asking("Go.", max_tokens=60)))
        engine.go_on(30)
        assert away(engine)
        monkeypatch.setattr(SecondContext, "decode", lambda _self, _older, _younger: ())
        engine.go_on()

    assert [raw_of(engine.events, turn) for turn in (101, 102)] == [alone, alone[: len(raw_of(engine.events, 102))]]


def test_without_memory_for_a_second_context_all_are_decoded_in_the_first(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path), options=OPTIONS) as engine:
        second = loaded_of(engine).second
        assert second is not None
        asked: list[int] = []
        second._make = asked.append
        alone = engine.answer_to(asking("Go.", max_tokens=50)).raw
        engine.run(*(StartRun(RunId(turn), asking("Go.", max_tokens=50)) for turn in (101, 102)))

    assert [raw_of(engine.events, turn) for turn in (101, 102)] == [alone] * 2
    assert len(asked) == 1, "it is not asked for at every token"


def test_a_second_context_is_there_only_while_several_write(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path), options=OPTIONS) as engine:
        second = loaded_of(engine).second
        assert second is not None
        engine.answer_to(asking("Go.", max_tokens=20))
        assert not second._second.context
        engine.run(*(StartRun(RunId(turn), asking("Go.", max_tokens=20)) for turn in (101, 102)))
        assert second._second.context
        engine.engine.rest(lambda: False)
        assert not second._second.context


def test_one_thread_and_layers_with_windows_stay_in_one_context(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path), options=replace(OPTIONS, threads=1)) as engine:
        assert loaded_of(engine).second is None
    with RunningEngine(tiny_model("gemma3", tmp_path, context=1024), options=OPTIONS) as engine:
        assert loaded_of(engine).second is None


@pytest.mark.parametrize("architecture", ["llama", "qwen35"])
def test_a_storm_over_both_contexts_leaves_nothing_behind(
    architecture: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)
    monkeypatch.setattr(second_context, "_TRIAL_DECODES", 0)
    monkeypatch.setattr(SecondContext, "pays", lambda _self: chance.random() < 0.9)
    if architecture == "llama":
        monkeypatch.setattr(LoadedLlama, "has_memory_for", lambda _self, _replies: False)
    storm(architecture, tmp_path, 25, threads=2)
