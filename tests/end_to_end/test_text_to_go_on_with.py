"""A base model, which has no chat template, says so, and goes on with a text as it stands; others do when asked to."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.protocol import CountTokens, GenerationRequest, ModelInfo
from app.messages import Message, Text
from tests.fakes.tiny_models import VocabularyPlan
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine
from tests.fakes.tiny_models.scripted_model import scripted_model

_BASE = VocabularyPlan(control=("<|endoftext|>",), user_defined=(), end="<|endoftext|>")


def _base_model(folder: Path, *, name: str = "scripted") -> Path:
    reply = [" there", " was", " <think>", " a", " king", "<|endoftext|>"]
    return scripted_model(folder, reply, vocabulary=_BASE, chat_template="", name=name)


def _notes(info: ModelInfo) -> str:
    return " ".join(note.text() for note in info.notes)


def _counted(engine: RunningEngine, *messages: Message) -> int:
    return engine.engine.count(CountTokens(1, GenerationRequest(messages, replace(GREEDY)), ())).prompt_tokens


def test_a_model_without_a_template_says_what_it_is(tmp_path: Path) -> None:
    with RunningEngine() as engine:
        info = engine.load(_base_model(tmp_path))

    assert info.goes_on_with_text
    assert "base model" in _notes(info)


@pytest.mark.parametrize("name", ["Gemma 3 1b It", "Llama-2-7b-chat", "Qwen2.5-Coder-0.5B-Instruct", "zephyr", "x-DPO"])
def test_a_model_that_was_taught_to_chat_is_asked_in_turns_all_the_same(tmp_path: Path, name: str) -> None:
    with RunningEngine() as engine:
        info = engine.load(_base_model(tmp_path, name=name))

    assert not info.goes_on_with_text
    assert "lacks its model's chat template" in _notes(info)


def test_a_base_model_goes_on_with_a_text_as_it_stands(tmp_path: Path) -> None:
    text = "Once upon a time"
    with RunningEngine(_base_model(tmp_path)) as engine:
        reply = engine.answer_to(GenerationRequest((Message.user(text),), replace(GREEDY)))
        counted = _counted(engine, Message.user(text))

    assert (reply.thinking, reply.answer) == ("", " there was <think> a king")
    assert reply.stats.prompt_tokens == counted <= len(text)


def test_what_was_written_and_what_comes_next_are_one_text(tmp_path: Path) -> None:
    talk = (
        Message.system("A tale."),
        Message.user("Once"),
        Message("assistant", (Text(" upon"),)),
        Message.user("Then"),
    )
    whole = (Message.user("A tale.\n\nOnce upon\n\nThen"),)
    with RunningEngine(_base_model(tmp_path)) as engine:
        counts = [_counted(engine, *messages) for messages in (talk, whole)]
        reply = engine.answer_to(GenerationRequest(talk, replace(GREEDY)))

    assert counts[0] == counts[1] == reply.stats.prompt_tokens
    assert reply.answer == " there was <think> a king"


def test_any_model_goes_on_with_a_text_when_asked_to(tmp_path: Path) -> None:
    with RunningEngine(_base_model(tmp_path, name="x-chat")) as engine:
        reply = engine.answer_to(GenerationRequest((Message.user("Once"),), replace(GREEDY), as_text=True))

    assert (reply.thinking, reply.answer) == ("", " there was <think> a king")
