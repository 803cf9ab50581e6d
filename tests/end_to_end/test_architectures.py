"""Every kind of architecture on the real llama.cpp: loads, writes, reads nothing twice, and stays right doing so."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.inference.engine import Interrupts
from app.inference.protocol import FinishReason, LoadFailed, PromptProgress
from app.messages import RunId
from tests.fakes.tiny_models import ARCHITECTURES, HYBRID, RECURRENT, tiny_model
from tests.fakes.tiny_models.greedy_choice import assert_same_choice
from tests.fakes.tiny_models.running_engine import Reply, RunningEngine, placement_of

TOKENS = 24
QUESTION = "Which of these is the odd one out: an apple, a pear, a plum, a spoon?"
LONG_QUESTION = " ".join(f"Item {number}: a word." for number in range(75))
keeps_a_cache = [name for name in ARCHITECTURES if name not in HYBRID | RECURRENT]
every_architecture = pytest.mark.parametrize("architecture", ARCHITECTURES)


@pytest.fixture
def model(architecture: str, tmp_path: Path) -> Path:
    return tiny_model(architecture, tmp_path, context=4096)


def freshly(path: Path, *conversation: str) -> Reply:
    """The reply of an engine that has seen nothing before."""
    with RunningEngine(path) as engine:
        reply = engine.answer(*conversation, max_tokens=TOKENS)
    assert reply.stats.cached_tokens == 0
    return reply


@every_architecture
def test_it_loads_and_writes(architecture: str, model: Path) -> None:
    with RunningEngine() as engine:
        info = engine.load(model)
        reply = engine.answer(QUESTION, max_tokens=TOKENS)

    assert (placement_of(info).architecture, info.context, info.context_limit) == (architecture, 4096, 4096)
    assert reply.stats.reason is FinishReason.LENGTH
    assert reply.stats.answer_tokens == TOKENS
    assert len(reply.answer.split()) == TOKENS
    assert "\ufffd" not in reply.raw


@every_architecture
def test_it_survives_being_unloaded_and_loaded_again(architecture: str, model: Path) -> None:
    with RunningEngine(model) as engine:
        first = engine.answer(QUESTION, max_tokens=TOKENS)
        engine.engine.unload()
        engine.load(model)
        again = engine.answer(QUESTION, max_tokens=TOKENS)

    assert again.stats.cached_tokens == 0
    assert again.raw == first.raw


@every_architecture
def test_the_next_turn_reads_only_what_is_new_and_answers_as_if_it_had_read_all(architecture: str, model: Path) -> None:
    with RunningEngine(model) as engine:
        first = engine.answer(QUESTION, max_tokens=TOKENS)
        conversation = [QUESTION, first.raw, "And why?"]
        second = engine.answer(*conversation, max_tokens=TOKENS)
        conversation += [second.raw, "Are you sure?"]
        third = engine.answer(*conversation, max_tokens=TOKENS)

    assert second.stats.cached_tokens >= first.stats.prompt_tokens + TOKENS - 1
    assert third.stats.cached_tokens >= second.stats.prompt_tokens + TOKENS - 1
    assert third.stats.cached_tokens < third.stats.prompt_tokens
    assert_same_choice(model, conversation[:3], second.raw, freshly(model, *conversation[:3]).raw)
    assert_same_choice(model, conversation, third.raw, freshly(model, *conversation).raw)


@every_architecture
def test_an_edited_question_is_answered_as_if_it_were_the_first(architecture: str, model: Path) -> None:
    edited = QUESTION.replace("a plum", "a nail")
    with RunningEngine(model) as engine:
        engine.answer(QUESTION, max_tokens=TOKENS)
        reply = engine.answer(edited, max_tokens=TOKENS)
        back = engine.answer(QUESTION, max_tokens=TOKENS)

    assert_same_choice(model, [edited], reply.raw, freshly(model, edited).raw)
    assert_same_choice(model, [QUESTION], back.raw, freshly(model, QUESTION).raw)


@pytest.mark.parametrize("architecture", keeps_a_cache)
def test_a_cache_keeps_all_that_comes_before_an_edit(architecture: str, model: Path) -> None:
    edited = QUESTION.replace("a plum", "a nail")
    end_of_prompt = ("<|im_end|>", "\n", "<|im_start|>", *"assistant", "\n")  # all else is a token a letter
    with RunningEngine(model) as engine:
        first = engine.answer(QUESTION, max_tokens=TOKENS)
        reply = engine.answer(edited, max_tokens=TOKENS)

    assert first.stats.prompt_tokens - reply.stats.cached_tokens == len("plum, a spoon?") + len(end_of_prompt)


@every_architecture
def test_a_prompt_of_many_batches_is_remembered_whole(architecture: str, model: Path) -> None:
    with RunningEngine(model) as engine:
        first = engine.answer(LONG_QUESTION, max_tokens=TOKENS)
        reply = engine.answer(LONG_QUESTION, first.raw, "And?", max_tokens=TOKENS)

    assert first.stats.prompt_tokens > 1024
    assert reply.stats.cached_tokens >= first.stats.prompt_tokens + TOKENS - 1
    expected = freshly(model, LONG_QUESTION, first.raw, "And?")
    if architecture != "llama4":  # one expert of four a token: over a thousand tokens rounding picks another one
        assert_same_choice(model, [LONG_QUESTION, first.raw, "And?"], reply.raw, expected.raw)


@every_architecture
def test_a_model_in_shards_is_the_same_model(architecture: str, model: Path, tmp_path: Path) -> None:
    shard = tiny_model(architecture, tmp_path / "shards", context=4096, shards=3)

    assert len(list(shard.parent.iterdir())) == 3
    assert freshly(shard, QUESTION).raw == freshly(model, QUESTION).raw


class StoppedAfter(Interrupts):
    """Stops whatever runs once it has been asked so many times; the engine asks all the time, also within a batch."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.patience = 1 << 60

    def is_stopped(self, run: RunId) -> bool:
        self.asked += 1
        return self.asked > self.patience


@pytest.mark.parametrize(
    "architecture",
    ARCHITECTURES,
)
def test_after_a_stop_anywhere_in_the_reading_the_next_answer_is_right(architecture: str, model: Path) -> None:
    whole = StoppedAfter()
    with RunningEngine(model, interrupts=whole) as engine:
        engine.answer(LONG_QUESTION, max_tokens=1)
    expected = freshly(model, LONG_QUESTION)

    for part in (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.9):
        interrupts = StoppedAfter()
        interrupts.patience = int(part * whole.asked)
        with RunningEngine(model, interrupts=interrupts) as engine:
            stopped = engine.answer(LONG_QUESTION, max_tokens=TOKENS)
            interrupts.patience = 1 << 60
            reply = engine.answer(LONG_QUESTION, max_tokens=TOKENS)
        assert stopped.stats.reason is FinishReason.STOPPED
        if architecture != "llama4":
            assert_same_choice(model, [LONG_QUESTION], reply.raw, expected.raw)


def test_a_stop_between_two_batches_keeps_what_was_read(tmp_path: Path) -> None:
    path = tiny_model("llama", tmp_path, context=4096)
    with RunningEngine(path) as engine:

        def stop(event: object) -> None:
            if isinstance(event, PromptProgress) and event.read_tokens > 0:
                engine.interrupts.stop(event.run)

        engine.on_event = stop
        stopped = engine.answer(LONG_QUESTION)
        engine.on_event = lambda _event: None
        reply = engine.answer(LONG_QUESTION, max_tokens=TOKENS)

    assert stopped.stats.reason is FinishReason.STOPPED
    assert stopped.raw == ""
    assert 0 < reply.stats.cached_tokens < reply.stats.prompt_tokens
    assert_same_choice(path, [LONG_QUESTION], reply.raw, freshly(path, LONG_QUESTION).raw)


def test_another_model_can_follow_each_kind(tmp_path: Path) -> None:
    paths = [tiny_model(name, tmp_path, context=512) for name in ("llama", "mamba", "qwen35", "gemma3", "llama")]
    replies = []
    with RunningEngine() as engine:
        for path in paths:
            engine.load(path)
            replies.append(engine.answer(QUESTION, max_tokens=TOKENS))
        assert not any(isinstance(event, LoadFailed) for event in engine.events)

    assert replies[0].raw == replies[-1].raw
    assert len({reply.raw for reply in replies}) == 4
