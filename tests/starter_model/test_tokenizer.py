"""The recipe's tokenizer and llama.cpp cut every text the same way."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import pytest

byte_pairs = import_module("byte_pairs")
chat_format = import_module("chat_format")
mixture = import_module("curriculum.mixture")
batched_decoding = import_module("batched_decoding")

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "starter" / "aside-starter-q8_0.gguf"
_BITS = (
    "a",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "1",
    "٣",
    "é",
    "ß",
    "中",
    "ا",
    "'s",
    "'LL",
    ".",
    "!!",
    "😀",
    "½",
    "\u00a0",
    "Ⅷ",
    "_",
    "don't",
    "12",
    " x",
)


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return byte_pairs.Tokenizer.load()


@pytest.fixture(scope="module")
def shipped() -> Any:
    model = batched_decoding.BatchedModel(SHIPPED, sequences=1)
    yield model
    model.close()


def _texts(count: int) -> list[str]:
    rng = Random(11)
    texts = ["".join(chat_format.training_text(rng, mixture.conversation(rng))) for _ in range(count)]
    texts += ["".join(rng.choice(_BITS) for _ in range(rng.randint(0, 40))) for _ in range(count)]
    texts += [
        "".join(
            chr(rng.choice((rng.randint(1, 0x24F), rng.randint(0x370, 0xD7FF), rng.randint(0xE000, 0x1FFFF))))
            for _ in range(rng.randint(0, 30))
        )
        for _ in range(count)
    ]
    return texts


def test_decoding_gives_the_text_back(tokenizer: Any) -> None:
    assert all(tokenizer.decode(tokenizer.encode(text)) == text for text in _texts(300))


def test_digits_are_single_tokens(tokenizer: Any) -> None:
    assert [tokenizer.decode([i]) for i in tokenizer.encode("12345")] == list("12345")
    assert not any(any(c.isdigit() for c in name) and len(name) > 1 for name in tokenizer.token_names())


def test_markers_are_one_token_and_text_that_looks_like_one_is_not(tokenizer: Any) -> None:
    assert tokenizer.encode("<think>") == [tokenizer.special["<think>"]]
    assert len(tokenizer.encode_plain("<think>")) > 1


def test_llama_cpp_cuts_every_text_the_same_way(tokenizer: Any, shipped: Any) -> None:
    for text in _texts(500):
        assert shipped.tokenize(text) == tokenizer.encode(text), text


def test_the_template_in_the_file_renders_what_training_saw(shipped: Any) -> None:
    evaluate = import_module("evaluate")
    evaluation = evaluate.Evaluation(shipped)
    rng = Random(12)
    for _ in range(100):
        conversation = mixture.conversation(rng)
        assert evaluation.prompt(conversation, thinking=True) == chat_format.prompt(conversation)
        assert (
            evaluation.prompt(conversation, thinking=False) == chat_format.prompt(conversation) + chat_format.NO_THOUGHT
        )
