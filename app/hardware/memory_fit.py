"""Whether a model with a context fits into memory, with the arithmetic shown.

Three parts, as llama.cpp allocates them (`memory_needs`): the weights, the KV cache, and the buffer for computing one
batch; and beside them what the engine's process itself needs. Where devices have memory of their own, `offload_plan`
says what goes there: the engine loads by the same plan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.gguf import GgufHeader
from app.hardware.context_choices import CacheType
from app.hardware.machine import Gpu, free_memory_bytes
from app.hardware.memory_needs import BATCH, CONTEXT_STEP, compute_bytes, kv_bytes
from app.hardware.model_needs import ModelNeeds
from app.hardware.offload_plan import OffloadPlan, gpu_margin_bytes, plan_offload
from app.text import format_bytes

__all__ = ["DEFAULT_CONTEXT", "LEAST_CONTEXT", "FitWishes", "MemoryFit", "compute_bytes", "kv_bytes"]

DEFAULT_CONTEXT = 16_384
LEAST_CONTEXT = 2_048
"""Tokens below which a conversation with a thought is no use."""
_LONGEST_CONTEXT = 16_777_216


@dataclass(frozen=True, slots=True)
class FitWishes:
    """What a person may choose of how a model is loaded; `None` leaves it to the plan."""

    cache_type: CacheType = CacheType.F16
    batch: int = BATCH
    keeps_whole_window: bool = True
    layers: int | None = None
    experts_in_memory: int | None = None


@dataclass(frozen=True, slots=True)
class MemoryFit:
    """What a model needs with this context, and whether that is free. Sizes in bytes, contexts in tokens."""

    model_name: str
    context: int
    needs: ModelNeeds
    plan: OffloadPlan
    free_memory_bytes: int
    """Free of the computer's own memory."""
    gpus: tuple[Gpu, ...]
    max_context: int
    """The longest context that fits, at most the one the model was trained for; 0 if none does."""
    replies: int = 1
    """How many are written side by side, each with the whole context."""

    @classmethod
    def estimate(
        cls,
        header: GgufHeader | Sequence[GgufHeader],
        *,
        model_name: str,
        weights_bytes: int,
        context: int,
        free_bytes: int,
        gpus: tuple[Gpu, ...] = (),
        wishes: FitWishes = FitWishes(),
    ) -> MemoryFit:
        """Return the fit for a wanted context.

        `weights_bytes` are those of all the model's files together, `header` theirs or the first one's; `free_bytes`
        is the computer's own free memory, that of `gpus` apart.
        """

        def fit(tokens: int, max_context: int) -> MemoryFit:
            needs = ModelNeeds.of(
                header,
                weights_bytes=weights_bytes,
                context=tokens,
                cache_type=wishes.cache_type,
                batch=wishes.batch,
                keeps_whole_window=wishes.keeps_whole_window,
            )
            plan = plan_offload(needs, gpus, layers=wishes.layers, experts_in_memory=wishes.experts_in_memory)
            return cls(model_name, tokens, needs, plan, free_bytes, gpus, max_context)

        first = header if isinstance(header, GgufHeader) else header[0]
        trained = first.context_length or _LONGEST_CONTEXT
        return fit(context, _largest(trained, lambda tokens: fit(tokens, 0).fits))

    @classmethod
    def with_default_context(
        cls,
        header: GgufHeader | Sequence[GgufHeader],
        *,
        model_name: str,
        weights_bytes: int,
        free_bytes: int,
        gpus: tuple[Gpu, ...] = (),
        wishes: FitWishes = FitWishes(),
    ) -> MemoryFit:
        """Return the fit for the context to use when nobody asked for one.

        That is 16,384 tokens, less if the model was trained for less or if they would not fit. If not even a short
        context fits, the result is for that one, and `fits` is false.
        """
        first = header if isinstance(header, GgufHeader) else header[0]

        def fit(tokens: int) -> MemoryFit:
            return cls.estimate(
                header,
                model_name=model_name,
                weights_bytes=weights_bytes,
                context=tokens,
                free_bytes=free_bytes,
                gpus=gpus,
                wishes=wishes,
            )

        wanted = min(DEFAULT_CONTEXT, first.context_length or DEFAULT_CONTEXT)
        whole = fit(wanted)
        if whole.fits:
            return whole
        return fit(max(min(LEAST_CONTEXT, wanted), min(wanted, whole.max_context)))

    def confirmed(self, *, kv_bytes: int, compute_bytes: int, gpus: tuple[Gpu, ...]) -> MemoryFit:
        """Return the fit with llama.cpp's own figures in place of the arithmetic."""
        needs = self.needs.confirmed(cache_bytes=kv_bytes, compute_bytes=compute_bytes)
        return replace(self, needs=needs, plan=plan_offload(needs, gpus), gpus=gpus)

    @property
    def weights_bytes(self) -> int:
        """The weights of all files."""
        return self.needs.weights_bytes

    @property
    def kv_bytes(self) -> int:
        """The KV cache, or the states in place of one."""
        return self.needs.cache_bytes

    @property
    def compute_bytes(self) -> int:
        """The buffer for one batch."""
        return self.needs.compute_bytes

    @property
    def free_bytes(self) -> int:
        """Free in memory and on devices together."""
        return free_memory_bytes(self.free_memory_bytes, self.gpus)

    @property
    def total_bytes(self) -> int:
        """What the model itself takes."""
        return self.weights_bytes + self.kv_bytes + self.compute_bytes

    @property
    def margin_bytes(self) -> int:
        """What should stay free beside it, in memory and on devices together."""
        own = sum(gpu_margin_bytes(gpu) for gpu in self.gpus if not gpu.shares_memory)
        return self.plan.memory_margin_bytes + own

    @property
    def needed_bytes(self) -> int:
        """What must be free to load it."""
        return self.total_bytes + self.margin_bytes

    @property
    def fits(self) -> bool:
        """Whether it can be loaded."""
        return self.plan.fits_memory(self.free_memory_bytes)

    def arithmetic(self) -> str:
        """Return the sum, for the curious."""
        rows = (
            ("weights", self.weights_bytes),
            (f"KV cache for {self.context} tokens", self.kv_bytes),
            ("computation", self.compute_bytes),
            ("margin", self.margin_bytes),
            ("needed", self.needed_bytes),
            ("free", self.free_bytes),
            *((f"on {gpu.name}", taken) for gpu, taken in zip(self.gpus, self.plan.gpu_bytes, strict=True) if taken),
        )
        lines = [f"{label}: {format_bytes(size_bytes)}" for label, size_bytes in rows]
        if self.plan.gpu_layers:
            lines.append(f"layers on devices: {self.plan.gpu_layers} of {self.plan.total_layers}")
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
