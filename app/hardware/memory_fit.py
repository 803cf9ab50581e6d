"""Whether a model with a context fits into memory, with the arithmetic shown.

Three parts, as llama.cpp allocates them (`memory_needs`): the weights, the KV cache, and the buffer for computing one
batch; and beside them what the engine's process itself needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.gguf import GgufHeader
from app.hardware.cache_type import CacheType
from app.hardware.memory_needs import CONTEXT_STEP, compute_bytes, kv_bytes
from app.text import format_bytes

__all__ = ["DEFAULT_CONTEXT", "LEAST_CONTEXT", "MemoryFit", "compute_bytes", "kv_bytes"]

DEFAULT_CONTEXT = 16_384
LEAST_CONTEXT = 2_048
"""Tokens below which a conversation with a thought is no use."""
_LONGEST_CONTEXT = 16_777_216
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
        cls,
        header: GgufHeader,
        *,
        model_name: str,
        weights_bytes: int,
        context: int,
        free_bytes: int,
        cache_type: CacheType = CacheType.F16,
    ) -> MemoryFit:
        """Return the fit for a wanted context; `weights_bytes` are those of all the model's files together."""

        def fit(tokens: int, max_context: int) -> MemoryFit:
            return cls(
                model_name=model_name,
                context=tokens,
                weights_bytes=weights_bytes,
                kv_bytes=kv_bytes(header, tokens, cache_type=cache_type),
                compute_bytes=compute_bytes(header, tokens, cache_type=cache_type),
                free_bytes=free_bytes,
                max_context=max_context,
            )

        trained = header.context_length or _LONGEST_CONTEXT
        return fit(context, _largest(trained, lambda tokens: fit(tokens, 0).fits))

    @classmethod
    def with_default_context(
        cls,
        header: GgufHeader,
        *,
        model_name: str,
        weights_bytes: int,
        free_bytes: int,
        cache_type: CacheType = CacheType.F16,
    ) -> MemoryFit:
        """Return the fit for the context to use when nobody asked for one.

        That is 16,384 tokens, less if the model was trained for less or if they would not fit. If not even a short
        context fits, the result is for that one, and `fits` is false.
        """
        wanted = min(DEFAULT_CONTEXT, header.context_length or DEFAULT_CONTEXT)
        whole = cls.estimate(
            header,
            model_name=model_name,
            weights_bytes=weights_bytes,
            context=wanted,
            free_bytes=free_bytes,
            cache_type=cache_type,
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
            cache_type=cache_type,
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


def _largest(at_most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest context in llama.cpp's steps that fits, or `at_most` itself; 0 if none does."""
    if fits(at_most):
        return at_most
    low, high = 0, -(-at_most // CONTEXT_STEP)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle * CONTEXT_STEP) else (low, middle)
    return low * CONTEXT_STEP
