"""Tells a broken cache from rounding: how close the choice was at the first word in which two replies differ.

Reading token by token and in batches rounds differently (the cache is F16), so two words that are almost equally
likely may change places. What a broken cache does is another order of magnitude.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from app.inference.chat_template import ChatTemplate
from app.inference.llama.native.binding import LlamaLog, lib
from app.inference.llama.native.llama_model import LlamaModel
from app.messages import Message, Text

NEARLY_TIED = 0.6
"""A difference of logits that rounding can make; the best word leads by 2 to 3 on average."""


def assert_same_choice(path: Path, conversation: Sequence[str] | str, got: str, expected: str) -> None:
    """Fail unless both greedy replies to `conversation` agree up to a near-tie.

    It is told as questions and answers in turn, or as the one prompt that it makes.
    """
    if got == expected:
        return
    mine, other = got.split(" "), expected.split(" ")
    count = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(mine, other, strict=False)))
    assert min(len(mine), len(other)) > count, f"one reply ends early: {got!r}, {expected!r}"
    lead = _lead(path, conversation, " ".join(mine[:count]), f" {mine[count]}", f" {other[count]}")
    assert abs(lead) < NEARLY_TIED, f"{got!r} differs from {expected!r} at word {count}, by {lead:.2f}"


def _lead(path: Path, conversation: Sequence[str] | str, written: str, word: str, other: str) -> float:
    """Return by how much the logit of `word` exceeds that of `other` after what is written, all read in one go."""
    model = LlamaModel(path, gpu_layers=0, log=LlamaLog(), on_progress=lambda _: None, is_cancelled=lambda: False)
    try:
        if not isinstance(conversation, str):
            messages = [Message("assistant" if i % 2 else "user", (Text(text),)) for i, text in enumerate(conversation)]
            conversation = ChatTemplate(model.chat_template).render(messages)
        tokens = model.vocabulary.tokenize_prompt(conversation + written)
        parameters = lib.llama_context_default_params()
        parameters.n_ctx, parameters.n_batch, parameters.n_threads = 4096, 4096, 1
        context = lib.llama_init_from_model(model.pointer, parameters)
        batch = (lib.llama_token * len(tokens))(*tokens)
        assert lib.llama_decode(context, lib.llama_batch_get_one(batch, len(tokens))) == 0
        logits = np.array(np.ctypeslib.as_array(lib.llama_get_logits_ith(context, -1), (model.vocabulary.size,)))
        lib.llama_free(context)
        first, second = (model.vocabulary.single_token(text) for text in (word, other))
        assert first is not None
        assert second is not None
        return float(logits[first] - logits[second])
    finally:
        model.close()
