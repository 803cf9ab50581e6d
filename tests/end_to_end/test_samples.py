"""Several replies to one question: each as if it were the only one, from one reading of the prompt."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from app.hardware.machine import Machine
from app.hardware.memory_fit import FitWishes
from app.hardware.model_needs import ModelNeeds
from app.hardware.offload_plan import plan_offload
from app.inference.chat_template import memory_ceiling
from app.inference.errors import PromptTooLong
from app.inference.llama.native.context_plan import checked_headers, planned_fit
from app.inference.protocol import (
    Event,
    FinishReason,
    GenerationRequest,
    LoadOptions,
    ModelInfo,
    ModelLoaded,
    PromptProgress,
    RunDelta,
    RunFinished,
    RunStats,
    SpeculationKind,
    StartRun,
    ThinkingEnd,
)
from app.messages import Message, RunId, Sampling, Thinking
from tests.fakes.tiny_models import ARCHITECTURES, PLAIN_THINK, scripted_model, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine

COUNT = 3
DRAWN = Sampling(temperature=1.5, top_k=0, top_p=1.0, seed=7)
QUESTION = (Message.user("Which of these is the odd one out: an apple, a pear, a plum, a spoon?"),)
OPTIONS = LoadOptions(speculation=SpeculationKind.OFF)


def asked(engine: RunningEngine, request: GenerationRequest, *, turn: int = 900) -> list[tuple[str, RunStats]]:
    """Return what each sample wrote, and its figures."""
    before = len(engine.events)
    engine.run(StartRun(RunId(turn), request))
    events: list[Event] = engine.events[before:]
    ended = {event.run.sample: event.stats for event in events if isinstance(event, RunFinished)}
    raw = [
        "".join(event.raw for event in events if isinstance(event, RunDelta) and event.run.sample == number)
        for number in range(request.samples)
    ]
    return [(raw[number], ended[number]) for number in range(request.samples)]


def leave_room_for(replies: int, model: Path, options: LoadOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the computer have just as much memory as so many replies side by side need."""
    headers, size_bytes = checked_headers(model)
    assert options.context is not None
    fit = planned_fit(headers, name="", size_bytes=size_bytes, requested=options.context, gpus=(), wishes=FitWishes())
    needs = ModelNeeds.of(headers, weights_bytes=fit.weights_bytes, context=options.context, replies=replies)
    plan = plan_offload(needs, ())
    free_bytes = plan.memory_bytes + plan.memory_margin_bytes
    monkeypatch.setattr(Machine, "now", classmethod(lambda cls: cls(free_bytes, free_bytes, 1)))


def loaded_info(engine: RunningEngine) -> ModelInfo:
    """Return what was told of the model."""
    return next(event.info for event in engine.events if isinstance(event, ModelLoaded))


def at_once_of(engine: RunningEngine) -> set[int]:
    """Return how many samples were written side by side, as it was told of requests for several."""
    first = {event.run for event in engine.events if isinstance(event, RunFinished) and event.run.sample}
    turns = {run.turn for run in first}
    return {event.at_once for event in engine.events if isinstance(event, PromptProgress) and event.run.turn in turns}


def order_of_samples(engine: RunningEngine) -> tuple[list[int], dict[int, list[int]]]:
    """Return the samples in the order in which they began, and for each those that had ended by then."""
    ended: list[int] = []
    begun: dict[int, list[int]] = {}
    for event in engine.events:
        if isinstance(event, RunFinished):
            ended.append(event.run.sample)
        elif isinstance(event, RunDelta):
            begun.setdefault(event.run.sample, list(ended))
    return list(begun), begun


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_each_sample_is_what_its_seed_writes_alone(architecture: str, tmp_path: Path) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    request = GenerationRequest(QUESTION, structs.replace(DRAWN, max_tokens=12))
    with RunningEngine(model, options=OPTIONS) as engine:
        alone = [
            asked(engine, replace(request, sampling=structs.replace(DRAWN, seed=7 + number)))[0][0]
            for number in range(COUNT)
        ]
    with RunningEngine(model, options=OPTIONS) as engine:
        together = asked(engine, replace(request, samples=COUNT))
        read = [event for event in engine.events if isinstance(event, PromptProgress)]
        after = engine.answer_to(replace(request, sampling=structs.replace(DRAWN, seed=8)))

    # Rounding differs between batches, so that a draw between two equals may fall otherwise near the end.
    assert [raw[:20] for raw, _ in together] == [raw[:20] for raw in alone]
    assert len(set(alone)) == COUNT
    assert all(stats.answer_tokens == 12 for _, stats in together)
    assert {event.cached_tokens for event in read} == {0}
    assert [event.read_tokens for event in read] == sorted({event.read_tokens for event in read})
    assert after.raw[:20] == alone[1][:20]


@pytest.mark.parametrize("architecture", ["qwen35", "mamba"])
def test_those_whose_states_memory_has_no_room_for_follow_and_are_the_same(
    architecture: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    options = replace(OPTIONS, context=1024)
    request = GenerationRequest(QUESTION, structs.replace(DRAWN, max_tokens=12), samples=5)
    with RunningEngine(model, options=options) as engine:
        together = asked(engine, request)
    leave_room_for(2, model, options, monkeypatch)
    with RunningEngine(model, options=options) as engine:
        info = loaded_info(engine)
        in_part = asked(engine, request)
        begun, ended = order_of_samples(engine)
        after = engine.answer_to(replace(request, samples=1))

    assert (info.context, at_once_of(engine)) == (1024, {2})
    assert begun == [0, 1, 2, 3, 4]
    assert all(set(range(number - 1)) & set(ended[number]) for number in (2, 3, 4)), "only two at a time"
    assert [raw[:20] for raw, _ in in_part] == [raw[:20] for raw, _ in together]
    assert {stats.answer_tokens for _, stats in in_part} == {12}
    assert len({stats.prompt_tokens for _, stats in in_part}) == 1
    assert after.raw[:20] == together[0][0][:20]


@pytest.mark.parametrize("architecture", ["llama", "gemma3"])
def test_where_only_tokens_take_memory_all_are_written_side_by_side_as_long_as_cells_last(
    architecture: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    options = replace(OPTIONS, context=1024)
    request = GenerationRequest(QUESTION, structs.replace(DRAWN, max_tokens=12), samples=5)
    with RunningEngine(model, options=options) as engine:
        together = asked(engine, request)
    leave_room_for(1, model, options, monkeypatch)
    with RunningEngine(model, options=options) as engine:
        with_less = asked(engine, request)

    assert at_once_of(engine) == {5}
    assert [raw for raw, _ in with_less] == [raw for raw, _ in together]


def test_without_room_for_two_states_they_are_written_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tiny_model("mamba", tmp_path, context=1024)
    request = GenerationRequest(QUESTION, structs.replace(DRAWN, max_tokens=12), samples=COUNT)
    with RunningEngine(model, options=OPTIONS) as engine:
        together = asked(engine, request)
    leave_room_for(1, model, replace(OPTIONS, context=1024), monkeypatch)
    with RunningEngine(model, options=replace(OPTIONS, context=1024)) as engine:
        in_turn = asked(engine, request)

    assert [raw[:20] for raw, _ in in_turn] == [raw[:20] for raw, _ in together]
    assert [stats.cached_tokens > 0 for _, stats in in_turn] == [False, True, True]


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory has a ceiling")
def test_an_allocation_that_fails_leaves_the_cells_there_were_and_nothing_is_cut(tmp_path: Path) -> None:
    model = tiny_model("mamba", tmp_path, context=1 << 18)
    options = replace(OPTIONS, context=1 << 18)
    with memory_ceiling(1_600_000_000), RunningEngine(model, options=options) as engine:
        replies = asked(engine, GenerationRequest(QUESTION, structs.replace(DRAWN, max_tokens=3), samples=8))

    assert {stats.answer_tokens for _, stats in replies} == {3}


def test_each_sample_has_limits_and_a_budget_of_its_own(tmp_path: Path) -> None:
    words = [f" w{index}" for index in range(40)]
    model = scripted_model(tmp_path, ["<think>", *words, "</think>", "\n\n", "Yes", "<|im_end|>"])
    with RunningEngine(model, options=OPTIONS) as engine:
        budget = asked(engine, GenerationRequest(QUESTION, GREEDY, think_budget=5, samples=COUNT))
        short = asked(engine, GenerationRequest(QUESTION, structs.replace(GREEDY, max_tokens=4), samples=COUNT))

    assert [(s.thinking_tokens, s.thinking_ended) for _, s in budget] == [(5, ThinkingEnd.BUDGET)] * COUNT
    assert all(raw.endswith("Yes") for raw, _ in budget)
    assert [(s.reason, s.thinking_tokens) for _, s in short] == [(FinishReason.LENGTH, 4)] * COUNT


def test_samples_go_on_from_one_beginning_of_a_thought_each_with_a_budget_of_its_own(tmp_path: Path) -> None:
    words = [f" w{chr(97 + index)}" for index in range(20)]
    model = scripted_model(tmp_path, ["<think>", *words, "</think>", "\n\n", "Yes", "<|im_end|>"])
    begun = Message("assistant", (Thinking("As I see it: we"),))
    request = GenerationRequest((*QUESTION, begun), GREEDY, think_budget=5, samples=COUNT)
    with RunningEngine(model, options=OPTIONS) as engine:
        replies = asked(engine, request)

    assert all("As I see it: we wf wg wh wi wj" in raw for raw, _ in replies)
    assert all(raw.endswith("Yes") for raw, _ in replies)
    assert [(s.thinking_tokens, s.thinking_ended) for _, s in replies] == [(5, ThinkingEnd.BUDGET)] * COUNT


@pytest.mark.parametrize("context", [128, 300])
def test_each_reply_has_all_of_the_context_and_ends_as_cut_there(context: int, tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path, ["so", " on"], after={" on": "so"}, vocabulary=PLAIN_THINK, context=512, name="endless"
    )
    with RunningEngine(model, options=replace(OPTIONS, context=context)) as engine:
        ((alone, alone_stats),) = asked(engine, GenerationRequest(QUESTION, GREEDY))
    with RunningEngine(model, options=replace(OPTIONS, context=context)) as engine:
        assert loaded_info(engine).context == context
        replies = asked(engine, GenerationRequest(QUESTION, GREEDY, samples=COUNT))
        with pytest.raises(PromptTooLong):
            asked(engine, GenerationRequest((Message.user("w " * 300),), GREEDY, samples=COUNT))

    assert [(raw, stats.reason, stats.context) for raw, stats in replies] == [
        (alone, FinishReason.LENGTH, context)
    ] * COUNT
    assert alone_stats.prompt_tokens + alone_stats.answer_tokens == context + 1


def test_a_prompt_that_fills_the_context_leaves_each_reply_the_same_rest(tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path, ["so", " on"], after={" on": "so"}, vocabulary=PLAIN_THINK, context=512, name="endless"
    )
    with RunningEngine(model, options=replace(OPTIONS, context=256)) as engine:
        before = asked(engine, GenerationRequest(QUESTION, structs.replace(GREEDY, max_tokens=1)))[0][1].prompt_tokens
        long = (Message.user(QUESTION[0].text + " w" * ((253 - before) // 2)),)
        replies = asked(engine, GenerationRequest(long, GREEDY, samples=40))

    rest = 256 - replies[0][1].prompt_tokens
    assert 0 < rest < 20
    assert [stats.answer_tokens for _, stats in replies] == [rest + 1] * 40


def test_a_thought_has_the_room_that_it_would_have_alone(tmp_path: Path) -> None:
    words = [f" w{index}" for index in range(200)]
    model = scripted_model(tmp_path, ["<think>", *words, "</think>", "\n\n", "Yes", "<|im_end|>"], context=1024)
    with RunningEngine(model, options=replace(OPTIONS, context=640)) as engine:
        replies = asked(engine, GenerationRequest(QUESTION, GREEDY, samples=8))

    assert [(s.thinking_ended, s.thinking_tokens > 200, raw.endswith("Yes")) for raw, s in replies] == [
        (ThinkingEnd.MODEL, True, True)
    ] * 8


@pytest.mark.parametrize("at_once", [1, 2, COUNT])
def test_a_stop_ends_every_sample(at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = tiny_model("mamba", tmp_path, context=512)
    options = replace(OPTIONS, context=512)
    leave_room_for(at_once, model, options, monkeypatch)

    def stop_at_last_begun(event: Event) -> None:
        if isinstance(event, RunDelta) and event.run.sample == at_once - 1:
            for number in range(COUNT):
                engine.interrupts.stop(RunId(900, sample=number))

    with RunningEngine(model, options=options) as engine:
        engine.on_event = stop_at_last_begun
        replies = asked(engine, GenerationRequest(QUESTION, GREEDY, samples=COUNT))

    assert [stats.reason for _, stats in replies] == [FinishReason.STOPPED] * COUNT
    assert [raw == "" for raw, _ in replies] == [number >= at_once for number in range(COUNT)]


def test_one_of_several_samples_can_be_stopped_alone(tmp_path: Path) -> None:
    words = [f" w{index}" for index in range(40)]
    model = scripted_model(tmp_path, ["<think>", *words, "</think>", "\n\n", "Yes", "<|im_end|>"])

    def stop_the_second(event: Event) -> None:
        if isinstance(event, RunDelta) and event.run.sample == 1:
            engine.interrupts.stop(event.run)

    with RunningEngine(model, options=OPTIONS) as engine:
        engine.on_event = stop_the_second
        (first, second, third) = asked(engine, GenerationRequest(QUESTION, GREEDY, samples=COUNT))

    assert [stats.reason for _, stats in (first, second, third)] == [
        FinishReason.STOP,
        FinishReason.STOPPED,
        FinishReason.STOP,
    ]
    assert first[0] == third[0]
    assert first[0].startswith(second[0])


def test_the_command_tells_samples_apart_and_finishes_once(
    aside: Callable[..., subprocess.CompletedProcess[str]], starter: Path
) -> None:
    arguments = ("ask", "--model", str(starter), "--samples", "2", "--seed", "3", "--temperature", "2", "Hello")

    told = [json.loads(line) for line in aside(*arguments, "--json").stdout.splitlines()]
    read = aside(*arguments)

    assert {event["sample"] for event in told[1:-1]} == {0, 1}
    finished = told[-1]
    assert finished["event"] == "finished"
    assert [event["event"] for event in told].count("finished") == 1
    assert finished["answer_tokens"] == sum(one["answer_tokens"] for one in finished["samples"])
    answers = ["".join(e["text"] for e in told if e["event"] == "answer" and e["sample"] == k) for k in (0, 1)]
    assert all(answers)
    assert read.stdout == f"Reply 1 of 2:\n{answers[0]}\n\nReply 2 of 2:\n{answers[1]}\n"
