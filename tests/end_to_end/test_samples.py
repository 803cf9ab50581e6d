"""Several replies to one question: each as if it were the only one, from one reading of the prompt."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.inference.errors import PromptTooLong
from app.inference.protocol import (
    ChatMessage,
    Event,
    FinishReason,
    GenerationRequest,
    LoadOptions,
    PromptProgress,
    Sampling,
    SpeculationKind,
    StartTurn,
    ThinkingEnd,
    TurnDelta,
    TurnFinished,
    TurnStats,
)
from tests.fakes.tiny_models import ARCHITECTURES, PLAIN_THINK, scripted_model, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine

COUNT = 3
DRAWN = Sampling(temperature=1.5, top_k=0, top_p=1.0, seed=7)
QUESTION = (ChatMessage("user", "Which of these is the odd one out: an apple, a pear, a plum, a spoon?"),)
TOGETHER = LoadOptions(samples=COUNT, speculation=SpeculationKind.OFF)
ALONE = replace(TOGETHER, samples=1)


def asked(engine: RunningEngine, request: GenerationRequest, *, turn: int = 900) -> list[tuple[str, TurnStats]]:
    """Return what each sample wrote, and its figures."""
    before = len(engine.events)
    engine.engine.generate(StartTurn(turn, request))
    events: list[Event] = engine.events[before:]
    ended = {event.sample: event.stats for event in events if isinstance(event, TurnFinished)}
    raw = [
        "".join(event.raw for event in events if isinstance(event, TurnDelta) and event.sample == number)
        for number in range(request.samples)
    ]
    return [(raw[number], ended[number]) for number in range(request.samples)]


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_each_sample_is_what_its_seed_writes_alone(architecture: str, tmp_path: Path) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    request = GenerationRequest(QUESTION, DRAWN, max_tokens=12)
    with RunningEngine(model, options=ALONE) as engine:
        alone = [
            asked(engine, replace(request, sampling=replace(DRAWN, seed=7 + number)))[0][0] for number in range(COUNT)
        ]
    with RunningEngine(model, options=TOGETHER) as engine:
        together = asked(engine, replace(request, samples=COUNT))
        read = [event for event in engine.events if isinstance(event, PromptProgress)]
        after = engine.answer_to(replace(request, sampling=replace(DRAWN, seed=8)))

    # Rounding differs between batches, so that a draw between two equals may fall otherwise near the end.
    assert [raw[:20] for raw, _ in together] == [raw[:20] for raw in alone]
    assert len(set(alone)) == COUNT
    assert all(stats.answer_tokens == 12 for _, stats in together)
    assert {event.cached_tokens for event in read} == {0}
    assert [event.read_tokens for event in read] == sorted({event.read_tokens for event in read})
    assert after.raw[:20] == alone[1][:20]


def test_samples_that_the_context_was_not_made_for_are_written_one_after_another(tmp_path: Path) -> None:
    model = tiny_model("llama", tmp_path, context=1024)
    request = GenerationRequest(QUESTION, DRAWN, max_tokens=12, samples=COUNT)
    with RunningEngine(model, options=TOGETHER) as engine:
        together = asked(engine, request)
    with RunningEngine(model, options=ALONE) as engine:
        in_turn = asked(engine, request)

    assert [raw[:20] for raw, _ in in_turn] == [raw[:20] for raw, _ in together]
    assert [stats.cached_tokens > 0 for _, stats in in_turn] == [False, True, True]


def test_each_sample_has_limits_and_a_budget_of_its_own(tmp_path: Path) -> None:
    words = [f" w{index}" for index in range(40)]
    model = scripted_model(tmp_path, ["<think>", *words, "</think>", "\n\n", "Yes", "<|im_end|>"])
    with RunningEngine(model, options=TOGETHER) as engine:
        budget = asked(engine, GenerationRequest(QUESTION, GREEDY, think_budget=5, samples=COUNT))
        short = asked(engine, GenerationRequest(QUESTION, GREEDY, max_tokens=4, samples=COUNT))

    assert [(s.thinking_tokens, s.thinking_ended) for _, s in budget] == [(5, ThinkingEnd.BUDGET)] * COUNT
    assert all(raw.endswith("Yes") for raw, _ in budget)
    assert [(s.reason, s.thinking_tokens) for _, s in short] == [(FinishReason.LENGTH, 4)] * COUNT


def test_the_context_is_shared_and_what_is_full_ends_as_cut(tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path, ["so", " on"], after={" on": "so"}, vocabulary=PLAIN_THINK, context=128, name="endless"
    )
    with RunningEngine(model, options=TOGETHER) as engine:
        replies = asked(engine, GenerationRequest(QUESTION, GREEDY, samples=COUNT))
        stats = [figures for _, figures in replies]
        with pytest.raises(PromptTooLong):
            asked(engine, GenerationRequest((ChatMessage("user", "w " * 200),), GREEDY, samples=COUNT))

    assert {s.reason for s in stats} == {FinishReason.LENGTH}
    room = 128 - stats[0].prompt_tokens
    assert room - 2 * COUNT <= sum(s.answer_tokens for s in stats) <= room + COUNT


def test_a_stop_ends_every_sample(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, ["so", " on"], after={" on": "so"}, vocabulary=PLAIN_THINK)
    with RunningEngine(model, options=TOGETHER) as engine:
        engine.on_event = lambda event: engine.orders.stop_turn(900) if isinstance(event, TurnDelta) else None
        replies = asked(engine, GenerationRequest(QUESTION, GREEDY, samples=COUNT))

    assert [stats.reason for _, stats in replies] == [FinishReason.STOPPED] * COUNT


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
