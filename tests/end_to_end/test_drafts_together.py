"""Drafts for several runs at once change nothing but the time."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.llama.drafting.drafts_together import DraftsTogether
from app.inference.llama.native.binding import lib
from app.inference.protocol import (
    Event,
    FinishReason,
    GenerationRequest,
    LoadOptions,
    RunDelta,
    RunFinished,
    RunStats,
    SpeculationKind,
    StartRun,
)
from app.messages import Message, RunId, Sampling
from tests.fakes.tiny_models import ARCHITECTURES, HYBRID, RECURRENT, scripted_model, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine

OFF = LoadOptions(speculation=SpeculationKind.OFF)
NGRAM = LoadOptions(speculation=SpeculationKind.NGRAM)
WORDS = [f" w{index}" for index in range(30)]
REPETITIVE = "The odd one out of apple, pear, plum, spoon is the spoon. " * 6
DRAWN = Sampling(temperature=1.0, top_k=0, top_p=1.0)


@pytest.fixture
def drafts_are_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every batch seem to take the same time."""
    record = DraftsTogether.record
    monkeypatch.setattr(
        DraftsTogether, "record", lambda self, runs, drafted, _seconds: record(self, runs, drafted, 1.0)
    )


def written(model: Path, options: LoadOptions, *requests: GenerationRequest) -> list[tuple[str, RunStats]]:
    """What each of some requests writes that are asked at once; nothing of a draft stays in memory."""
    with RunningEngine(model, options=options) as engine:
        engine.run(*(StartRun(RunId(turn), request) for turn, request in enumerate(requests, start=1)))
        loaded = engine.engine._loaded
        assert loaded is not None
        for held in loaded.pool.held:
            last = lib.llama_memory_seq_pos_max(loaded.decoder.memory, held.sequence.number)
            assert last == len(held.sequence.tokens) - 1
        return [(raw_of(engine.events, turn), stats_of(engine.events, turn)) for turn in range(1, len(requests) + 1)]


def raw_of(events: list[Event], turn: int) -> str:
    return "".join(event.raw for event in events if isinstance(event, RunDelta) and event.run.turn == turn)


def stats_of(events: list[Event], turn: int) -> RunStats:
    (stats,) = (event.stats for event in events if isinstance(event, RunFinished) and event.run.turn == turn)
    return stats


def asking(text: str, sampling: Sampling, *, tokens: int) -> GenerationRequest:
    return GenerationRequest((Message.user(text),), replace(sampling, max_tokens=tokens), conversation=text[-3:])


@pytest.mark.usefixtures("drafts_are_free")
def test_loops_are_written_the_same_from_drafts_and_each_is_told_what_they_saved(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, ["<think>", *WORDS], after={WORDS[-1]: WORDS[0]}, context=512)
    requests = [asking(f"Why {number}?", GREEDY, tokens=60 + 40 * number) for number in range(4)]
    plain = written(model, OFF, *requests)
    drafted = written(model, NGRAM, *requests)

    assert [raw for raw, _ in drafted] == [raw for raw, _ in plain]
    for (_, stats), (_, before) in zip(drafted, plain, strict=True):
        assert (stats.thinking_tokens, stats.reason) == (before.thinking_tokens, FinishReason.LENGTH)
        assert before.drafted_tokens == before.saved_by_drafts == 0
        assert 0 < stats.accepted_tokens <= stats.drafted_tokens
        assert 0 < stats.saved_by_drafts < 1


@pytest.mark.usefixtures("drafts_are_free")
@pytest.mark.parametrize("seed", range(3))
def test_seeds_give_the_same_replies_with_drafts_that_are_often_wrong(seed: int, tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path, ["s", " a", " b", " c"], after={" c": (" f", " g", " h"), " f": " a", " g": " a", " h": " a"}
    )
    requests = [asking(f"Why {number}?", replace(DRAWN, seed=10 * seed + number), tokens=150) for number in range(3)]
    plain = [written(model, OFF, request)[0][0] for request in requests]
    drafted = written(model, NGRAM, *requests)

    assert [raw for raw, _ in drafted] == plain
    assert any(0 < stats.accepted_tokens < stats.drafted_tokens for _, stats in drafted)


@pytest.mark.usefixtures("drafts_are_free")
@pytest.mark.parametrize("architecture", sorted(set(ARCHITECTURES) - HYBRID - RECURRENT))
def test_every_memory_that_can_forget_takes_the_drafts_of_several_back(architecture: str, tmp_path: Path) -> None:
    model = tiny_model(architecture, tmp_path, context=2048)
    requests = [asking(f"{REPETITIVE}{number}", replace(DRAWN, seed=number), tokens=40) for number in range(3)]
    plain = written(model, OFF, *requests)
    drafted = written(model, NGRAM, *requests)

    # Rounding differs between batches, so that a draw between two equals may fall otherwise near the end.
    assert [raw[:12] for raw, _ in drafted] == [raw[:12] for raw, _ in plain]


@pytest.mark.usefixtures("drafts_are_free")
def test_runs_with_drafts_are_stopped_and_steered_as_without(tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path,
        ["<think>", *WORDS],
        after={WORDS[-1]: WORDS[0], "\n\n": "Yes", "Yes": "<|im_end|>"},
        context=2048,
    )
    with RunningEngine(model, options=NGRAM) as engine:
        for turn in (1, 2, 3):
            engine.engine.start(StartRun(RunId(turn), asking(f"Why {turn}?", GREEDY, tokens=300)))
        engine.go_on(40)
        engine.interrupts.stop(RunId(1))
        engine.interrupts.end_thinking(RunId(2))
        engine.go_on()
        stopped, answered, cut = (stats_of(engine.events, turn) for turn in (1, 2, 3))
        answer = raw_of(engine.events, 2)

    assert [stats.reason for stats in (stopped, answered, cut)] == [
        FinishReason.STOPPED,
        FinishReason.STOP,
        FinishReason.LENGTH,
    ]
    assert answer.endswith("Yes")
    assert stopped.accepted_tokens > 0


def test_a_batch_that_drafts_make_dearer_drafts_no_more() -> None:
    together = DraftsTogether()
    for _ in range(8):
        together.record(4, 0, 1.0)
        for drafted in (1, 2, 3, 4, 6, 8, 12, 16, 24, 32):
            together.record(4, drafted, 1.0 + drafted)

    class Sure:
        def chances(self, most: int) -> list[float]:
            return [0.9] * most

        def draft(self, count: int) -> list[int]:
            return [7] * count

    drafts, cost = together.drafts([(Sure(), 8)] * 4)  # type: ignore[list-item]
    assert [list(draft) for draft in drafts] == [[]] * 4
    assert cost == 1.0
