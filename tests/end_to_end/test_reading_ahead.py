"""What is typed is read in before it is sent: it costs nothing then, shows nowhere and is saved nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.protocol import GenerationRequest, LoadOptions, ReadAhead
from app.messages import Message
from tests.fakes.tiny_models import tiny_model
from tests.fakes.tiny_models.greedy_choice import assert_same_choice
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine

KINDS = ["qwen3", "gemma3", "qwen35", "mamba"]
TYPED = "Tell me of the " + "long road and the river " * 12
FIRST = (Message.user("Why?"),)


def ask(*messages: Message, conversation: str = "") -> GenerationRequest:
    return GenerationRequest(messages, replace(GREEDY, max_tokens=8), conversation=conversation)


def typed(text: str, *before: Message, conversation: str = "") -> ReadAhead:
    return ReadAhead(ask(*before, Message.user(text), conversation=conversation))


def left_to_read(engine: RunningEngine, request: GenerationRequest) -> tuple[int, str]:
    reply = engine.answer_to(request)
    return reply.stats.prompt_tokens - reply.stats.cached_tokens, reply.raw


@pytest.mark.parametrize("architecture", KINDS)
def test_only_what_is_typed_last_is_left_to_read_when_it_is_sent(tmp_path: Path, architecture: str) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    question = Message.user(TYPED + "and of the sea.")
    with RunningEngine(model) as fresh:
        without, expected = left_to_read(fresh, ask(question))
    with RunningEngine(model) as engine:
        engine.engine.read_ahead(typed(TYPED[:60]), lambda: False)
        engine.engine.read_ahead(typed(TYPED + "and of th"), lambda: False)
        before = len(engine.events)
        left, raw = left_to_read(engine, ask(question))

    assert not [event for event in engine.events[1:before] if type(event).__name__ == "RunDelta"]
    assert left < 40 < without
    assert_same_choice(model, [question.text], raw, expected)


@pytest.mark.parametrize("architecture", KINDS)
def test_a_draft_that_is_changed_spoils_nothing(tmp_path: Path, architecture: str) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    with RunningEngine(model) as engine:
        first = engine.answer_to(GenerationRequest(FIRST, replace(GREEDY, max_tokens=120)))
        engine.engine.rest(lambda: False)
        so_far = (*FIRST, Message.assistant(first.answer or "Yes", first.thinking.strip()))
        engine.engine.read_ahead(typed(TYPED, *so_far), lambda: False)
        request = ask(*so_far, Message.user("And then?"))
        left, raw = left_to_read(engine, request)
    with RunningEngine(model) as fresh:
        _, expected = left_to_read(fresh, request)

    assert_same_choice(model, [message.text for message in request.messages], raw, expected)
    if first.answer:
        assert left < 40


def test_a_command_that_waits_is_served_at_once(tmp_path: Path) -> None:
    with RunningEngine(tiny_model("qwen3", tmp_path, context=1024)) as engine:
        engine.engine.read_ahead(typed(TYPED), lambda: True)
        left, _ = left_to_read(engine, ask(Message.user(TYPED)))

    assert left > 40


def test_a_first_word_or_a_draft_beyond_the_context_is_not_read(tmp_path: Path) -> None:
    with RunningEngine(tiny_model("qwen3", tmp_path, context=256)) as engine:
        for text in ("", "   ", "Why", "word " * 2000):
            engine.engine.read_ahead(typed(text), lambda: False)
        reply = engine.answer_to(ask(Message.user("Why?")))

    assert reply.stats.cached_tokens == 0


def test_without_a_model_nothing_happens() -> None:
    with RunningEngine() as engine:
        engine.engine.read_ahead(typed(TYPED), lambda: False)

    assert engine.events == []


@pytest.mark.parametrize("architecture", KINDS)
def test_a_draft_is_not_saved_with_the_conversation(tmp_path: Path, architecture: str) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    options = LoadOptions(cache_folder=str(tmp_path / "caches"))
    said = Message.user("Tell me this: " + "one stone and one tree " * 12)
    with RunningEngine(model, options=options) as engine:
        reply = engine.answer_to(ask(said, conversation="1"))
        so_far = (said, Message.assistant(reply.answer or "Yes", reply.thinking.strip()))
        engine.engine.rest(lambda: False)
        engine.engine.read_ahead(typed(TYPED, *so_far, conversation="1"), lambda: False)
    with RunningEngine(model, options=options) as again:
        left, raw = left_to_read(again, ask(*so_far, Message.user(TYPED), conversation="1"))
    with RunningEngine(model) as fresh:
        whole, expected = left_to_read(fresh, ask(*so_far, Message.user(TYPED)))

    assert_same_choice(model, [*(message.text for message in so_far), TYPED], raw, expected)
    assert 50 < left < whole
