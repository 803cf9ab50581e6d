"""A real model that writes what a test tells it to: its next token depends on the last one alone.

A llama of one layer whose attention and feed-forward add nothing, so that what reaches the head is the last token's
embedding: a vector of signs, nearly orthogonal to every other. The head's row of a token is the sum of the embeddings
of those it follows. One part of every embedding is constant; the row of the reply's first token answers to that, which
makes it follow every token that the script does not mention, such as the end of any prompt.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tests.fakes.tiny_models import templates
from tests.fakes.tiny_models.model_parts import ModelParts
from tests.fakes.tiny_models.vocabulary_plan import USER_DEFINED_THINK, VocabularyPlan

Piece = str | bytes

_WIDTH = 512
_CONSTANT = 64
_HEAD = 16
_SCRIPTED_LOGIT = 160.0
_FIRST_LOGIT = 90.0


def scripted_model(
    folder: Path,
    reply: Sequence[Piece],
    *,
    after: Mapping[Piece, Piece | tuple[Piece, ...]] | None = None,
    vocabulary: VocabularyPlan = USER_DEFINED_THINK,
    chat_template: str = templates.DEFAULT,
    context: int = 512,
    shards: int = 1,
    name: str = "scripted",
) -> Path:
    """Write a model that answers any prompt with the pieces of `reply`, each one token, and return its path.

    Pieces are markers of the vocabulary or any text or bytes (a token is made for each); all must differ, since each
    names the one that follows it. None may be what prompts end with: with these templates a lone line break. End with
    the vocabulary's end token, or the reply begins anew for ever.

    `after` adds what follows other tokens, such as those that the engine forces into the stream:
    `after={"\\n\\n": "Yes"}` goes on with "Yes" after a closed thought. Several successors are equally likely.

    >>> scripted_model(folder, ["<think>", "Hm", " so", "</think>", "\\n\\n", "Yes", "<|im_end|>"])
    """
    if len(set(reply)) != len(reply):
        raise ValueError("a piece of the reply appears twice, but the next token depends on the last one alone")
    successors: dict[Piece, tuple[Piece, ...]] = {piece: (following,) for piece, following in itertools.pairwise(reply)}
    for piece, following in (after or {}).items():
        successors[piece] = following if isinstance(following, tuple) else (following,)
    mentioned = {*reply, *successors, *(piece for group in successors.values() for piece in group)}
    vocabulary = vocabulary.with_words(*sorted(mentioned, key=str))
    parts = _silent_llama(len(vocabulary.texts), context=context)
    size = len(vocabulary.texts)
    signs = np.random.default_rng(1).choice(np.array([-1.0, 1.0], dtype=np.float32), size=(size, _WIDTH))
    signs[:, :_CONSTANT] = 1.0
    head = np.zeros((size, _WIDTH), dtype=np.float32)
    head[vocabulary.token(reply[0]), :_CONSTANT] = _FIRST_LOGIT / _CONSTANT
    for piece, group in successors.items():
        for following in group:
            head[vocabulary.token(following), _CONSTANT:] += signs[vocabulary.token(piece), _CONSTANT:] * (
                _SCRIPTED_LOGIT / (_WIDTH - _CONSTANT)
            )
    parts.array("token_embd.weight", signs)
    head[-1, -1] = 1e-30  # a file that ends in nothing but zeros is taken for one that was never written to its end
    parts.array("output.weight", head)
    return parts.write(folder, vocabulary, name=name, chat_template=chat_template, shards=shards)


def _silent_llama(vocabulary_size: int, *, context: int) -> ModelParts:
    """Return all but embedding and head: one layer that keeps a cache and changes nothing."""
    parts = ModelParts("llama")
    parts.set(
        block_count=1,
        context_length=context,
        embedding_length=_WIDTH,
        feed_forward_length=32,
        vocab_size=vocabulary_size,
        rope__dimension_count=_HEAD,
        attention__head_count=2,
        attention__head_count_kv=1,
        attention__key_length=_HEAD,
        attention__value_length=_HEAD,
        attention__layer_norm_rms_epsilon=1e-6,
    )
    parts.array("output_norm.weight", np.ones(_WIDTH, dtype=np.float32))
    parts.vector("blk.0.attn_norm.weight", _WIDTH, around=1.0)
    parts.matrix("blk.0.attn_q.weight", 2 * _HEAD, _WIDTH)
    parts.matrix("blk.0.attn_k.weight", _HEAD, _WIDTH)
    parts.matrix("blk.0.attn_v.weight", _HEAD, _WIDTH)
    parts.array("blk.0.attn_output.weight", np.zeros((_WIDTH, 2 * _HEAD), dtype=np.float32))
    parts.vector("blk.0.ffn_norm.weight", _WIDTH, around=1.0)
    parts.matrix("blk.0.ffn_gate.weight", 32, _WIDTH)
    parts.matrix("blk.0.ffn_up.weight", 32, _WIDTH)
    parts.array("blk.0.ffn_down.weight", np.zeros((_WIDTH, 32), dtype=np.float32))
    return parts
