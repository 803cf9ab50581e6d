"""Models with random weights, one for each kind of architecture that the engine must run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.fakes.tiny_models import attention_models, recurrent_models, templates
from tests.fakes.tiny_models.attention_models import WIDTH
from tests.fakes.tiny_models.model_parts import ModelParts
from tests.fakes.tiny_models.vocabulary_plan import USER_DEFINED_THINK, VocabularyPlan

_BUILDERS: dict[str, Callable[[ModelParts], None]] = {
    "llama": attention_models.llama,
    "qwen2": attention_models.qwen2,
    "qwen2vl": attention_models.qwen2vl,
    "qwen3": attention_models.qwen3,
    "qwen3moe": attention_models.qwen3moe,
    "deepseek2": attention_models.deepseek2,
    "llama4": attention_models.llama4,
    "gpt-oss": attention_models.gpt_oss,
    "mistral3": attention_models.mistral3,
    "gemma3": attention_models.gemma3,
    "qwen35": recurrent_models.qwen35,
    "lfm2": recurrent_models.lfm2,
    "mamba": recurrent_models.mamba,
    "rwkv7": recurrent_models.rwkv7,
}

ARCHITECTURES: tuple[str, ...] = tuple(_BUILDERS)
"""What `tiny_model` can write."""

SLIDING_WINDOW: frozenset[str] = frozenset({"gpt-oss", "gemma3"})
"""Those of them that forget what lies further back than 32 tokens, in some layers."""

HYBRID: frozenset[str] = frozenset({"qwen35", "lfm2"})
"""Those that keep a state in some layers and a cache in others."""

RECURRENT: frozenset[str] = frozenset({"mamba", "rwkv7"})
"""Those that keep nothing but a state."""


def tiny_model(
    architecture: str,
    folder: Path,
    *,
    shards: int = 1,
    context: int = 512,
    chat_template: str = templates.DEFAULT,
    vocabulary: VocabularyPlan = USER_DEFINED_THINK,
    seed: int = 0,
    name: str = "",
) -> Path:
    """Write a model of some 400 kB and return its path, the first shard's if there are several.

    It writes words of the vocabulary (never a marker, so it never ends a reply), and each depends on all that came
    before: what a broken cache changes, shows. Equal arguments give equal files.
    """
    parts = ModelParts(architecture, seed=seed)
    parts.set(context_length=context, vocab_size=len(vocabulary.texts))
    size = len(vocabulary.texts)
    parts.matrix("token_embd.weight", size, WIDTH, gain=0.3 * WIDTH**0.5)
    head = np.zeros((size, WIDTH), dtype=np.float32)
    words = [vocabulary.token(word) for word in vocabulary.words]
    head[words] = np.random.default_rng(seed + 1).standard_normal((len(words), WIDTH), dtype=np.float32)
    parts.array("output.weight", head)
    _BUILDERS[architecture](parts)
    return parts.write(
        folder, vocabulary, name=name or f"tiny-{architecture}", chat_template=chat_template, shards=shards
    )
