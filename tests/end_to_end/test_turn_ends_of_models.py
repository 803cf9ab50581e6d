"""Models that end their turn otherwise than with their vocabulary's end token: the reply ends there all the same."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from app.inference.protocol import FinishReason, GenerationRequest
from app.messages import Message
from tests.fakes.tiny_models import VocabularyPlan, templates
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine
from tests.fakes.tiny_models.scripted_model import scripted_model

_END = "<|endoftext|>"
_ROLES = "{% for m in messages %}<|{{ m.role }}|>\n{{ m.content }}"
_GLM = _ROLES + "{% endfor %}<|assistant|>\n"
_PHI = _ROLES + "<|end|>\n{% endfor %}<|assistant|>\n"
_ZEPHYR = _ROLES + "</s>\n{% endfor %}<|assistant|>\n"
_HUMAN = (
    "{% for m in messages %}{% if m.role == 'user' %}### Human: {{ m.content }}\n"
    "{% else %}### Assistant: {{ m.content }}\n{% endif %}{% endfor %}### Assistant:"
)


class Case(NamedTuple):
    """A model, and the answer that is to be seen of what it writes."""

    template: str
    reply: tuple[str, ...]
    answer: str
    control: tuple[str, ...] = ()
    visible: tuple[str, ...] = ()


CASES = {
    "a control token that is not the end": Case(
        _GLM, ("Good", " day", "!", "<|user|>", "More"), "Good day!", control=("<|user|>", "<|assistant|>")
    ),
    "a token whose text is shown": Case(_PHI, ("Good", "!", "<|end|>", "\nMore"), "Good!", visible=("<|end|>",)),
    "the header of a question": Case(_HUMAN, (" Hello", " you", ".", "\n", "##", "# Hu", "man: what?"), "Hello you."),
    "text": Case(_ZEPHYR, ("Hi", " you", "</", "s>\n", "<|us", "er|>\nmore"), "Hi you"),
    "the beginning of a turn": Case(
        templates.PLAIN, ("Hi", "<|im_start|>", "user\nmore"), "Hi", control=("<|im_start|>", "<|im_end|>")
    ),
    "not what is quoted": Case(
        templates.PLAIN,
        ("Use:\n```\n", "<|im_", "end|>", "\n```\n", "That", " is it"),
        "Use:\n```\n<|im_end|>\n```\nThat is it",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_reply_ends_where_its_turn_ends(tmp_path: Path, case: Case) -> None:
    vocabulary = VocabularyPlan(control=(_END, *case.control), user_defined=case.visible, end=_END)
    model = scripted_model(tmp_path, [*case.reply, _END], vocabulary=vocabulary, chat_template=case.template)
    with RunningEngine(model) as engine:
        reply = engine.answer_to(GenerationRequest((Message.user("Why?"),), replace(GREEDY, max_tokens=60)))

    assert reply.answer == case.answer
    assert reply.stats.reason is FinishReason.STOP
