"""A base model, which has no chat template, says so, and goes on with a text as it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.inference.protocol import GenerationRequest
from app.messages import Message
from tests.fakes.tiny_models import VocabularyPlan
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine
from tests.fakes.tiny_models.scripted_model import scripted_model

_BASE = VocabularyPlan(control=("<|endoftext|>",), user_defined=(), end="<|endoftext|>")


def _base_model(folder: Path) -> Path:
    reply = [" there", " was", " <think>", " a", " king", "<|endoftext|>"]
    return scripted_model(folder, reply, vocabulary=_BASE, chat_template="")


def test_a_model_without_a_template_says_what_it_is(tmp_path: Path) -> None:
    with RunningEngine() as engine:
        info = engine.load(_base_model(tmp_path))

    assert not info.has_template
    assert any("base model" in note.text() for note in info.notes)


def test_a_text_is_gone_on_with_as_it_stands(tmp_path: Path) -> None:
    text = "Once upon a time"
    with RunningEngine(_base_model(tmp_path)) as engine:
        reply = engine.answer_to(GenerationRequest((Message.user(text),), replace(GREEDY), as_text=True))

    assert (reply.thinking, reply.answer) == ("", " there was <think> a king")
    assert reply.stats.prompt_tokens <= len(text)
