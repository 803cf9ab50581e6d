"""The engine counts a prompt, and texts in it, exactly as it will read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.engines.token_counting import TokenCounting
from app.errors import UserError
from app.inference.protocol import CountTokens, GenerationRequest, TokensCounted
from app.messages import Message
from tests.fakes.heard_engine import HeardEngine
from tests.fakes.tiny_models import tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine


@pytest.mark.parametrize("architecture", ["qwen3", "gemma3"])
def test_the_count_is_the_length_of_the_prompt_that_is_read(tmp_path: Path, architecture: str) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    request = GenerationRequest((Message.user("Why </think> is it so? " * 20),), replace(GREEDY, max_tokens=2))
    with RunningEngine(model) as engine:
        counted = engine.engine.count(CountTokens(5, request, ("one two", "one two " * 50)))
        reply = engine.answer_to(request)

    assert counted.count_id == 5
    assert counted.prompt_tokens == reply.stats.prompt_tokens
    short, long = counted.text_tokens
    assert 0 < short < long


def test_without_a_model_nothing_is_counted() -> None:
    with RunningEngine() as engine, pytest.raises(UserError):
        engine.engine.count(CountTokens(1, None, ("words",)))


def test_only_the_newest_question_about_a_subject_is_answered() -> None:
    counting, heard = TokenCounting(HeardEngine), list[tuple[str, int]]()
    counting.ask("draft", lambda counted: heard.append(("old", counted.count_id)))
    counting.ask("draft", lambda counted: heard.append(("new", counted.count_id)))
    counting.ask("file", lambda counted: heard.append(("file", counted.count_id)))
    for count_id in (1, 2, 3, 3):
        counting.take(TokensCounted(count_id))

    assert heard == [("new", 2), ("file", 3)]
