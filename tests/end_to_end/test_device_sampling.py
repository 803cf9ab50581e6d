"""Drawing tokens inside the graph, as a GPU does it; llama.cpp can do the same on the CPU, so it is tested there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.engine import Interrupts
from app.inference.protocol import Event, GenerationRequest, LoadOptions, RunDelta, ThinkingEnd
from app.messages import Message, Sampling
from tests.fakes.tiny_models import HYBRID, scripted_model, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, Reply, RunningEngine

ON_DEVICE = LoadOptions(device_sampling=True)
ON_CPU = LoadOptions(device_sampling=False)
QUESTION = "Which of these is the odd one out: an apple, a pear, a plum, a spoon?"
WORDS = [f" w{index}" for index in range(40)]
WARM = Sampling(temperature=1.5, top_k=50, top_p=0.98, min_p=0.01, seed=7)


def thinker(folder: Path) -> Path:
    return scripted_model(folder, ["<think>", *WORDS, "</think>", "\n\n", "Yes", "<|im_end|>"])


def is_drawn_there(engine: RunningEngine) -> bool:
    loaded = engine.engine._loaded
    assert loaded is not None
    return loaded.sampling_place.is_on_device


@pytest.mark.parametrize("architecture", ["qwen3", "gemma3", "gpt-oss", *sorted(HYBRID), "mamba"])
def test_greedy_replies_are_the_same_wherever_tokens_are_drawn(architecture: str, tmp_path: Path) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    replies: list[Reply] = []
    for options in (ON_CPU, ON_DEVICE):
        with RunningEngine(model, options=options) as engine:
            replies.append(engine.answer(QUESTION, max_tokens=40))
            assert is_drawn_there(engine) is bool(options.device_sampling)

    assert replies[0].raw == replies[1].raw


@pytest.mark.parametrize(
    "sampling",
    [
        WARM,
        Sampling(temperature=1.0, top_k=0, top_p=1.0, min_p=0.0, seed=3),
        Sampling(temperature=2.0, top_k=10**6, top_p=1.0, min_p=0.2, seed=4),
        Sampling(temperature=1.2, top_k=1, top_p=0.5, min_p=0.0, seed=5),
    ],
    ids=["usual", "only temperature", "more than there are", "one"],
)
def test_a_seed_gives_the_same_reply_again_also_with_a_warm_cache(sampling: Sampling, tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path, context=2048)
    long_question = " ".join([QUESTION] * 20)
    with RunningEngine(model, options=ON_DEVICE) as engine:
        first = engine.answer(long_question, sampling=sampling)
        other = engine.answer(long_question, sampling=GREEDY)
        again = engine.answer(long_question, sampling=sampling)
        assert is_drawn_there(engine)

    assert first.stats.cached_tokens == 0
    assert again.stats.cached_tokens > 100
    assert first.raw == again.raw
    assert other.raw


def test_different_seeds_give_different_replies(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path)
    with RunningEngine(model, options=ON_DEVICE) as engine:
        replies = {
            engine.answer(QUESTION, sampling=Sampling(temperature=1.5, top_k=50, top_p=1.0, seed=seed)).raw
            for seed in range(5)
        }

    assert len(replies) == 5


def test_the_distribution_is_that_of_the_cpu(tmp_path: Path) -> None:
    """Three words are equally likely after the thought; each must come about as often as on the CPU."""
    model = scripted_model(
        tmp_path,
        ["<think>", " Hm", "</think>", "\n\n", "<|im_end|>"],
        after={"\n\n": ("Yes", "No", "Perhaps"), "Yes": "<|im_end|>", "No": "<|im_end|>", "Perhaps": "<|im_end|>"},
    )
    counts: list[Counter[str]] = []
    for options in (ON_CPU, ON_DEVICE):
        with RunningEngine(model, options=options) as engine:
            answers = Counter(
                engine.answer(QUESTION, sampling=Sampling(temperature=1.0, top_k=40, top_p=0.95, seed=seed)).answer
                for seed in range(150)
            )
        counts.append(answers)

    for answers in counts:
        assert set(answers) == {"Yes", "No", "Perhaps"}
        assert min(answers.values()) > 25  # 50 expected, standard deviation 6


def test_penalties_are_left_to_the_cpu(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path)
    sampling = Sampling(temperature=0.0, repeat_penalty=1.3)
    with RunningEngine(model, options=ON_DEVICE) as engine:
        engine.answer(QUESTION)
        there = engine.answer(QUESTION, sampling=sampling)
        assert not is_drawn_there(engine)
    with RunningEngine(model, options=ON_CPU) as engine:
        here = engine.answer(QUESTION, sampling=sampling)

    assert there.raw == here.raw


@pytest.mark.parametrize("sampling", [GREEDY, Sampling(temperature=0.7, top_k=20, top_p=0.9, seed=1)])
def test_a_budget_ends_the_thought_there_too(sampling: Sampling, tmp_path: Path) -> None:
    with RunningEngine(thinker(tmp_path), options=ON_DEVICE) as engine:
        reply = engine.answer_to(
            GenerationRequest((Message.user("Why?"),), replace(sampling, max_tokens=200), think_budget=10)
        )

    assert (reply.answer, reply.stats.thinking_tokens) == ("Yes", 10)
    assert reply.stats.thinking_ended is ThinkingEnd.BUDGET


def test_answer_now_is_obeyed_there_too(tmp_path: Path) -> None:
    interrupts = Interrupts()
    with RunningEngine(thinker(tmp_path), interrupts=interrupts, options=ON_DEVICE) as engine:

        def end_the_thought(event: Event) -> None:
            if isinstance(event, RunDelta) and event.is_thinking:
                interrupts.end_thinking(event.run)

        engine.on_event = end_the_thought
        reply = engine.answer("Why?", max_tokens=200)

    assert reply.answer == "Yes"
    assert reply.stats.forced_tokens > 0
    assert reply.stats.thinking_ended is ThinkingEnd.ANSWER_NOW


def test_a_nudge_is_obeyed_there_too(tmp_path: Path) -> None:
    interrupts = Interrupts()
    with RunningEngine(thinker(tmp_path), interrupts=interrupts, options=ON_DEVICE) as engine:
        engine.on_event = lambda event: (
            interrupts.nudge(event.run, "w30") if isinstance(event, RunDelta) and event.thinking_tokens == 1 else None
        )
        reply = engine.answer("Why?", max_tokens=200)

    assert "w30\n\n" in reply.thinking
    assert reply.stats.forced_tokens > 0
