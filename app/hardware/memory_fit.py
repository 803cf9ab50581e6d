"""Whether a model with a context fits into memory, with the arithmetic shown.

Three parts, as llama.cpp allocates them: the weights, the KV cache in f16, and the buffer for computing one batch.
Checked against llama.cpp's own report: KV cache exact; computation within 5 % (SmolLM2, 512 to 32,768 tokens).

Known to be too careful: layers with a sliding window are counted in full.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.gguf import GgufHeader
from app.text import format_bytes

DEFAULT_CONTEXT = 16_384
LEAST_CONTEXT = 2_048
"""Tokens below which a conversation with a thought is no use."""
_CONTEXT_STEP = 256  # llama.cpp rounds a context up to this
_LONGEST_CONTEXT = 16_777_216
_BATCH = 512  # tokens computed at once (n_ubatch)
_F16_BYTES = 2
_F32_BYTES = 4
_MARGIN_BYTES = 256 * 1024**2
_MARGIN_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class MemoryFit:
    """What a model needs with this context, and whether that is free. Sizes in bytes, contexts in tokens."""

    model_name: str
    context: int
    weights_bytes: int
    kv_bytes: int
    compute_bytes: int
    free_bytes: int
    max_context: int
    """The longest context that fits, at most the one the model was trained for; 0 if none does."""

    @classmethod
    def estimate(
        cls, header: GgufHeader, *, model_name: str, weights_bytes: int, context: int, free_bytes: int
    ) -> MemoryFit:
        """Return the fit for a wanted context. `weights_bytes` are the sizes of all the model's files together."""

        def fit(tokens: int, max_context: int) -> MemoryFit:
            return cls(
                model_name=model_name,
                context=tokens,
                weights_bytes=weights_bytes,
                kv_bytes=kv_bytes(header, tokens),
                compute_bytes=compute_bytes(header, tokens),
                free_bytes=free_bytes,
                max_context=max_context,
            )

        trained = header.context_length or _LONGEST_CONTEXT
        return fit(context, _largest(trained, lambda tokens: fit(tokens, 0).fits))

    @classmethod
    def with_default_context(
        cls, header: GgufHeader, *, model_name: str, weights_bytes: int, free_bytes: int
    ) -> MemoryFit:
        """Return the fit for the context to use when nobody asked for one.

        That is 16,384 tokens, less if the model was trained for less or if they would not fit. If not even a short
        context fits, the result is for that one, and `fits` is false.
        """
        wanted = min(DEFAULT_CONTEXT, header.context_length or DEFAULT_CONTEXT)
        whole = cls.estimate(
            header, model_name=model_name, weights_bytes=weights_bytes, context=wanted, free_bytes=free_bytes
        )
        if whole.fits:
            return whole
        least = min(LEAST_CONTEXT, wanted)
        return cls.estimate(
            header,
            model_name=model_name,
            weights_bytes=weights_bytes,
            context=max(least, min(wanted, whole.max_context)),
            free_bytes=free_bytes,
        )

    @property
    def total_bytes(self) -> int:
        """What the model itself takes."""
        return self.weights_bytes + self.kv_bytes + self.compute_bytes

    @property
    def margin_bytes(self) -> int:
        """What should stay free beside it, for the engine's process and for what was not foreseen."""
        return _MARGIN_BYTES + int(self.total_bytes * _MARGIN_SHARE)

    @property
    def needed_bytes(self) -> int:
        """What must be free to load it."""
        return self.total_bytes + self.margin_bytes

    @property
    def fits(self) -> bool:
        """Whether it can be loaded."""
        return self.needed_bytes <= self.free_bytes

    def arithmetic(self) -> str:
        """Return the sum, for the curious."""
        rows = (
            ("weights", self.weights_bytes),
            (f"KV cache for {self.context} tokens", self.kv_bytes),
            ("computation", self.compute_bytes),
            ("margin", self.margin_bytes),
            ("needed", self.needed_bytes),
            ("free", self.free_bytes),
        )
        lines = [f"{label}: {format_bytes(size_bytes)}" for label, size_bytes in rows]
        return "\n".join((*lines, f"longest context that fits: {self.max_context} tokens"))


def kv_bytes(header: GgufHeader, context: int) -> int:
    """Return the size of the KV cache, and of the state of layers that have one instead, in f16."""
    tokens = -(-context // _CONTEXT_STEP) * _CONTEXT_STEP
    return tokens * _F16_BYTES * _kv_values_per_token(header) + _recurrent_bytes(header)


def compute_bytes(header: GgufHeader, context: int) -> int:
    """Return the size of the buffer for one batch: its peak is at the logits, or in a feed-forward layer."""
    embedding = header.embedding_length or 0
    feed_forward = _number(header, "feed_forward_length")
    logits = _BATCH * _F32_BYTES * ((header.vocabulary_size or 0) + 2 * embedding)
    mask = _BATCH * _F16_BYTES * context
    layer = _BATCH * _F32_BYTES * (2 * feed_forward + 4 * embedding) + mask
    return max(logits, layer)


def _kv_values_per_token(header: GgufHeader) -> int:
    heads = _attention_heads_per_layer(header)
    usual_length = (header.embedding_length or 0) // (header.head_count or 1)
    key_length = _number(header, "attention.key_length") or usual_length
    value_length = _number(header, "attention.value_length") or usual_length
    if _number(header, "attention.key_length_mla"):
        # Multi-head latent attention: the values are computed from the cached keys.
        value_length = 0
    return sum(heads) * (key_length + value_length)


def _attention_heads_per_layer(header: GgufHeader) -> tuple[int, ...]:
    heads = header.ints_per_layer(header.architecture_key("attention.head_count_kv")) or (
        (header.head_count_kv or 0,) * (header.block_count or 0)
    )
    interval = _number(header, "full_attention_interval")
    if interval > 1:
        return tuple(count for index, count in enumerate(heads, start=1) if index % interval == 0)
    return heads


def _recurrent_bytes(header: GgufHeader) -> int:
    """Return the state of Mamba-like layers: those without attention. It does not grow with the context."""
    inner, state = _number(header, "ssm.inner_size"), _number(header, "ssm.state_size")
    convolution = max(0, _number(header, "ssm.conv_kernel") - 1)
    groups = _number(header, "ssm.group_count")
    layers = (header.block_count or 0) - sum(count > 0 for count in _attention_heads_per_layer(header))
    return max(0, layers) * _F32_BYTES * (inner * state + convolution * (inner + 2 * groups * state))


def _number(header: GgufHeader, name: str) -> int:
    return header.get_int(header.architecture_key(name)) or 0


def _largest(at_most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest context in llama.cpp's steps that fits, or `at_most` itself; 0 if none does."""
    if fits(at_most):
        return at_most
    low, high = 0, -(-at_most // _CONTEXT_STEP)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle * _CONTEXT_STEP) else (low, middle)
    return low * _CONTEXT_STEP
