"""What llama.cpp allocates for a model with a context: weights, memory of the layers, buffers for computing.

Compared with llama.cpp's own report by `tests/benchmarks/fit_accuracy.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.gguf import GgufHeader
from app.hardware.context_choices import CacheType

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
        caches.append(cache_type.bytes_of(values) + sequences * layer.state_values * _F32_BYTES)
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


# What each layer of a model remembers: keys and values, all of them or a window's, or a state.
#
# After llama.cpp's `llama-hparams.cpp`, `llama-kv-cache*.cpp`, `llama-memory-recurrent.cpp` and `create_memory` in
# `llama-model.cpp`.

_RECURRENT = frozenset({"mamba", "mamba2", "rwkv6", "rwkv6qwen2", "rwkv7", "arwkv7"})
"""Architectures of which every layer keeps a state and none a cache."""
_BOTH = frozenset({"falcon-h1"})
"""Architectures of which every layer keeps both."""
_NEITHER_WITH_FEED_FORWARD = frozenset({"nemotron_h", "nemotron_h_moe"})
"""Here a layer is attention, state or feed-forward."""
_WINDOW_EVERY = {
    "gemma2": 2,
    "gemma3": 6,
    "gemma3n": 5,
    "gpt-oss": 2,
    "llama4": 4,
    "cohere2": 4,
    "exaone4": 4,
    "olmo2": 4,
    "plamo3": 8,
    "smallthinker": 4,
    "afmoe": 4,
}
"""Of so many layers the last sees everything, the others a window; where the file does not say."""
_DENSE_FIRST = frozenset({"smallthinker"})
_CHUNKED_WINDOW = {"llama4": 8192}
_SHARING_FROM = {"gemma3n": 20}
"""From this layer on the cache of an earlier one is used."""


@dataclass(frozen=True, slots=True)
class LayerMemory:
    """One layer: values kept per token for keys and for values, whether only a window is kept, and the state."""

    key_values: int = 0
    value_values: int = 0
    has_window: bool = False
    state_values: int = 0
    """Numbers in f32, whatever the context."""


def layer_memories(header: GgufHeader) -> tuple[LayerMemory, ...]:
    """Return what each layer remembers, in order; layers that only predict ahead are not loaded and left out."""
    count = max(0, min(header.block_count or 0, 4096) - _number(header, "nextn_predict_layers"))
    heads = _heads(header, count)
    keys, values = _lengths(header, window=False)
    window_keys, window_values = _lengths(header, window=True)
    windows = _windows(header, count)
    recurrent = _recurrent(header, heads)
    state = _state_values(header)
    shared_from = _shared_from(header, count)
    memories: list[LayerMemory] = []
    for index in range(count):
        attends = heads[index] if (not recurrent[index] or header.architecture in _BOTH) else 0
        if index >= shared_from or _is_feed_forward_only(header, index, heads):
            attends = 0
        key, value = (window_keys, window_values) if windows[index] else (keys, values)
        memories.append(
            LayerMemory(
                key_values=attends * key,
                value_values=attends * value,
                has_window=windows[index],
                state_values=state if recurrent[index] else 0,
            )
        )
    return tuple(memories)


def window_tokens(header: GgufHeader) -> int:
    """Return the length of the sliding window; 0 if no layer has one."""
    if not any(_windows(header, header.block_count or 0)):
        return 0
    return _number(header, "attention.sliding_window") or _CHUNKED_WINDOW.get(header.architecture, 0)


def _heads(header: GgufHeader, count: int) -> tuple[int, ...]:
    key = header.architecture_key("attention.head_count_kv")
    heads = header.ints_per_layer(key) or (header.head_count_kv or 0,) * count
    return (*heads, *(0,) * count)[:count]


def _lengths(header: GgufHeader, *, window: bool) -> tuple[int, int]:
    usual = (header.embedding_length or 0) // (header.head_count or 1)
    key = _number(header, "attention.key_length") or usual
    value = _number(header, "attention.value_length") or usual
    if window:
        key = _number(header, "attention.key_length_swa") or key
        value = _number(header, "attention.value_length_swa") or value
    if _number(header, "attention.key_length_mla"):
        # Multi-head latent attention: the values are computed from the cached keys.
        value = 0
    return key, value


def _windows(header: GgufHeader, count: int) -> tuple[bool, ...]:
    """Return for each layer whether it sees a window only."""
    has_window = _number(header, "attention.sliding_window") or header.architecture in _CHUNKED_WINDOW
    pattern = header.get_array(header.architecture_key("attention.sliding_window_pattern"))
    if not has_window:
        return (False,) * count
    if pattern is not None and pattern.values:
        return tuple(bool(value) for value in (*pattern.values, *(False,) * count)[:count])
    every = _number(header, "attention.sliding_window_pattern") or _WINDOW_EVERY.get(header.architecture, 0)
    if every < 2:
        return (False,) * count
    if header.architecture in _DENSE_FIRST:
        return tuple(index % every != 0 for index in range(count))
    return tuple(index % every < every - 1 for index in range(count))


def _recurrent(header: GgufHeader, heads: tuple[int, ...]) -> tuple[bool, ...]:
    if header.architecture in _RECURRENT | _BOTH:
        return (True,) * len(heads)
    named = header.get_array(header.architecture_key("attention.recurrent_layers"))
    if named is not None and named.values:
        return tuple(bool(value) for value in (*named.values, *(False,) * len(heads))[: len(heads)])
    interval = _number(header, "full_attention_interval")
    if interval > 1:
        return tuple((index + 1) % interval != 0 for index in range(len(heads)))
    if not _state_values(header):
        return (False,) * len(heads)
    return tuple(head == 0 and not _is_feed_forward_only(header, index, heads) for index, head in enumerate(heads))


def _is_feed_forward_only(header: GgufHeader, index: int, heads: tuple[int, ...]) -> bool:
    if header.architecture not in _NEITHER_WITH_FEED_FORWARD or heads[index]:
        return False
    sizes = header.ints_per_layer(header.architecture_key("feed_forward_length"))
    return index < len(sizes) and sizes[index] > 0


def _shared_from(header: GgufHeader, count: int) -> int:
    shared = _number(header, "attention.shared_kv_layers")
    return count - shared if shared else _SHARING_FROM.get(header.architecture, count)


def _state_values(header: GgufHeader) -> int:
    """Return the numbers that one layer with a state keeps."""
    width = header.embedding_length or 0
    wkv = _number(header, "wkv.head_size")
    if wkv:
        return (_number(header, "token_shift_count") or 2) * width + width * wkv
    short = _number(header, "shortconv.l_cache")
    if short:
        return width * (short - 1)
    kernel = _number(header, "ssm.conv_kernel")
    delta = _number(header, "kda.head_dim")
    if delta:
        heads = header.head_count or 0
        return 3 * (kernel - 1 if kernel else 3) * heads * delta + delta * delta * heads
    inner, state = _number(header, "ssm.inner_size"), _number(header, "ssm.state_size")
    groups = _number(header, "ssm.group_count")
    return max(0, kernel - 1) * (inner + 2 * groups * state) + inner * state


def _number(header: GgufHeader, name: str) -> int:
    return header.get_int(header.architecture_key(name)) or 0
