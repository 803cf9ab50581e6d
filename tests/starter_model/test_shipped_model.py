"""The GGUF in the box: its size, what it says of itself, and that it thinks and is right."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

batched_decoding = import_module("batched_decoding")
evaluate = import_module("evaluate")
held_out = import_module("held_out")


@pytest.fixture(scope="module")
def evaluation() -> Iterator[Any]:
    model = batched_decoding.BatchedModel(evaluate.MODEL, sequences=16)
    yield evaluate.Evaluation(model)
    model.close()


def test_it_is_small_enough_for_the_repository() -> None:
    assert evaluate.MODEL.stat().st_size <= 16_000_000


def test_it_says_what_it_is() -> None:
    gguf = import_module("gguf")
    fields = gguf.GGUFReader(evaluate.MODEL).fields
    said = {
        name: fields[name].contents()
        for name in fields
        if name.startswith(("general.", "qwen3.context", "tokenizer.ggml.eos", "tokenizer.ggml.add"))
    }
    assert said["general.name"] == "Aside Starter"
    assert said["general.license"] == "mit"
    assert said["general.author"]
    assert said["qwen3.context_length"] == 2048
    assert {
        "general.sampling.temp",
        "general.sampling.top_k",
        "general.sampling.top_p",
        "general.sampling.min_p",
    } <= said.keys()
    assert said["tokenizer.ggml.add_bos_token"] is False


def test_it_thinks_and_is_right_on_sums_it_never_saw(evaluation: Any) -> None:
    asked = [c for c in held_out.problems(5, each=3) if c.problem.kind in evaluate.FOUR_KINDS]
    replies = evaluation.replies([evaluation.prompt(c, thinking=True) for c in asked])
    right = 0
    for conversation, reply in zip(asked, replies, strict=True):
        formed, answer = evaluate.split(reply)
        assert formed, reply
        right += import_module("curriculum.problem").is_right(
            answer, conversation.problem.check, conversation.problem.expected
        )
    assert right >= 0.95 * len(asked)


def test_with_thinking_off_it_answers_at_once(evaluation: Any) -> None:
    asked = held_out.problems(6, each=1)[:20]
    for reply in evaluation.replies([evaluation.prompt(c, thinking=False) for c in asked]):
        assert "<think>" not in reply
        assert reply.endswith("<|im_end|>")
        assert len(reply) > len("<|im_end|>")


def test_it_says_honestly_what_it_cannot_do(evaluation: Any) -> None:
    hand_written = import_module("hand_written")
    asked = [
        c
        for c in hand_written.conversations()
        if c.problem.question.startswith(("What is the capital", "write me a python", "Wie spät"))
    ]
    for reply in evaluation.replies([evaluation.prompt(c, thinking=True) for c in asked]):
        assert "small" in evaluate.split(reply)[1]
        assert "Models" in evaluate.split(reply)[1]
