"""What llama.cpp allocates for a model with a context: weights, memory of the layers, buffers for computing.

Compared with llama.cpp's own report by `tests/benchmarks/fit_accuracy.py`.
"""

from __future__ import annotations

from fractions import Fraction

from app.gguf import GgufHeader
from app.hardware.context_choices import CacheType
from app.hardware.layer_memory import layer_memories, window_tokens

CONTEXT_STEP = 256  # llama.cpp rounds a context up to this
BATCH = 512  # tokens computed at once (n_ubatch)
_F32_BYTES = 4
_F16_BYTES = 2
_INPUT_VALUES = 7  # token, position, output row, and 64-bit places for key and value, in f32 units per token


def weights_bytes(header: GgufHeader, files_bytes: int) -> int:
    """Return what the weights take of files of this size together: all but the first one's header.

    The other shards' headers are a few kB.
    """
    return max(0, files_bytes - header.header_bytes)


def usable_cache_type(header: GgufHeader, wanted: CacheType) -> CacheType:
    """Return `wanted`, or F16 for a model whose heads its blocks do not divide."""
    heads = header.head_count or 1
    usual = (header.embedding_length or 0) // heads
    names = ("attention.key_length", "attention.value_length", "attention.key_length_swa", "attention.value_length_swa")
    lengths = [header.get_int(header.architecture_key(name)) or usual for name in names]
    return CacheType.F16 if any(length % wanted.block_values for length in lengths) else wanted


def kv_bytes(
    header: GgufHeader, context: int, *, cache_type: CacheType = CacheType.F16, keeps_whole_window: bool = True
) -> int:
    """Return the size of the KV cache, and of the state of layers that have one instead.

    `keeps_whole_window`: layers with a sliding window keep everything (llama.cpp's default, `swa_full`), so that a
    conversation can be cut anywhere.
    """
    return sum(layer_cache_bytes(header, context, cache_type=cache_type, keeps_whole_window=keeps_whole_window))


def layer_cache_bytes(
    header: GgufHeader,
    context: int,
    *,
    replies: int = 1,
    cache_type: CacheType = CacheType.F16,
    keeps_whole_window: bool = True,
) -> tuple[int, ...]:
    """Return what `kv_bytes` is the sum of: the cache or state of each layer that is loaded.

    `replies` are written side by side in the same cells, each with the whole context.
    """
    cells = padded_context(context * replies)
    sequences = sequence_count(replies)
    window_cells = cells
    window = window_tokens(header)
    if window and not keeps_whole_window:
        window_cells = min(cells, _padded(min(cells, window * sequences + BATCH)))
    caches: list[int] = []
    for layer in layer_memories(header):
        values = (window_cells if layer.has_window else cells) * (layer.key_values + layer.value_values)
        caches.append(int(Fraction(values) * cache_type.bytes_per_value) + sequences * layer.state_values * _F32_BYTES)
    return tuple(caches)


def compute_bytes(
    header: GgufHeader,
    context: int,
    *,
    replies: int = 1,
    cache_type: CacheType = CacheType.F16,
    batch: int = BATCH,
    keeps_whole_window: bool = True,
) -> int:
    """Return the size of the buffer for one batch: its peak is at the logits, or in a layer."""
    width = header.embedding_length or 0
    logits = batch * _F32_BYTES * ((header.vocabulary_size or 0) + 2 * width + 1)
    layer = batch * _F32_BYTES * (_values_in_a_layer(header) + _INPUT_VALUES)
    masks = _mask_bytes(header, context * replies, batch=batch, keeps_whole_window=keeps_whole_window)
    return max(logits, layer + masks)


def sequence_count(replies: int) -> int:
    """Return how many sequences a context holds: the prompt in one and, beside others, each reply in its own."""
    return 1 + replies if replies > 1 else 1


def padded_context(context: int) -> int:
    """Return the tokens that llama.cpp makes room for."""
    return _padded(max(1, context))


def _padded(tokens: int) -> int:
    return -(-tokens // CONTEXT_STEP) * CONTEXT_STEP


def _mask_bytes(header: GgufHeader, context: int, *, batch: int, keeps_whole_window: bool) -> int:
    """Return the attention masks: one for layers that see everything, one for those with a window."""
    cells = padded_context(context)
    layers = [layer for layer in layer_memories(header) if layer.key_values]
    masks = cells if any(not layer.has_window for layer in layers) else 0
    if any(layer.has_window for layer in layers):
        masks += cells if keeps_whole_window else min(cells, _padded(window_tokens(header) + BATCH))
    return batch * _F16_BYTES * masks


def _values_in_a_layer(header: GgufHeader) -> int:
    """Return how many numbers per token are held at the busiest place of a layer, as measured on llama.cpp."""
    width = header.embedding_length or 0
    if header.architecture.startswith(("rwkv", "arwkv")):
        return 18 * width + 19
    inner = header.get_int(header.architecture_key("ssm.inner_size")) or 0
    if header.architecture in ("mamba", "mamba2"):
        return width + 6 * inner
    feed_forward = header.get_int(header.architecture_key("feed_forward_length")) or 0
    experts = header.get_int(header.architecture_key("expert_feed_forward_length")) or 0
    used = header.get_int(header.architecture_key("expert_used_count")) or 0
    # With experts the gate, the product and each chosen expert's output are held together.
    return max(2 * feed_forward + 4 * width, 2 * used * experts + (3 + used) * width, 5 * inner + 4 * width)
