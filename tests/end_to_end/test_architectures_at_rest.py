"""What the engine reads while nobody waits, on every kind of architecture: right, and given up at once when wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.protocol import GenerationRequest
from app.messages import Message
from tests.fakes.tiny_models import ARCHITECTURES, templates, tiny_model
from tests.fakes.tiny_models.greedy_choice import assert_same_choice
from tests.fakes.tiny_models.running_engine import GREEDY, Reply, RunningEngine

TOKENS = 24
QUESTION = "Which of these is the odd one out: an apple, a pear, a plum, a spoon?"
NEXT = "And why?"
END_OF_PROMPT = ("<|im_end|>", "\n", "<|im_start|>", *"assistant", "\n", "<think>", "\n")
every_architecture = pytest.mark.parametrize("architecture", ARCHITECTURES)


@pytest.fixture
def model(architecture: str, tmp_path: Path) -> Path:
    """It begins with a thought, which the template leaves out of the next prompt."""
    return tiny_model(architecture, tmp_path, context=1024, chat_template=templates.OPENED)


def first_turn(engine: RunningEngine) -> Reply:
    """Eight words of thought, then an answer."""
    question = (Message.user(QUESTION),)
    reply = engine.answer_to(GenerationRequest(question, replace(GREEDY, max_tokens=TOKENS), think_budget=8))
    assert len(reply.thinking.split()) == 8
    assert len(reply.answer.split()) == TOKENS - 8
    return reply


class Wanted:
    """Says that a command waits once it has been asked so many times."""

    def __init__(self, patience: int = 1 << 60) -> None:
        self.asked = 0
        self._patience = patience

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > self._patience


@every_architecture
def test_after_a_rest_only_the_question_is_read(architecture: str, model: Path) -> None:
    with RunningEngine(model) as engine:
        first = first_turn(engine)
        engine.engine.rest(lambda: False)
        reply = engine.answer(QUESTION, first.answer, NEXT, max_tokens=TOKENS)
        engine.load(model)
        fresh = engine.answer(QUESTION, first.answer, NEXT, max_tokens=TOKENS)

    assert reply.stats.prompt_tokens - reply.stats.cached_tokens <= len(NEXT) + len(END_OF_PROMPT)
    assert_same_choice(model, [QUESTION, first.answer, NEXT], reply.raw, fresh.raw)


@pytest.mark.parametrize(
    "architecture",
    ARCHITECTURES,
)
def test_a_rest_broken_off_anywhere_leaves_the_next_answer_right(architecture: str, model: Path) -> None:
    whole = Wanted()
    with RunningEngine(model) as engine:
        first = first_turn(engine)
        engine.engine.rest(whole)
    with RunningEngine(model) as engine:
        fresh = engine.answer(QUESTION, first.answer, NEXT, max_tokens=TOKENS)

    assert whole.asked > 10
    for part in (0.0, 0.2, 0.4, 0.6, 0.8, 0.95):
        with RunningEngine(model) as engine:
            first_turn(engine)
            engine.engine.rest(Wanted(int(part * whole.asked)))
            reply = engine.answer(QUESTION, first.answer, NEXT, max_tokens=TOKENS)
        assert_same_choice(model, [QUESTION, first.answer, NEXT], reply.raw, fresh.raw)
