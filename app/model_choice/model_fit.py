"""Whether and how well a model runs on this computer: the verdict, the sum behind it, and the speed to expect."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from app.gguf import GgufHeader
from app.hardware.machine import Gpu
from app.hardware.memory_fit import FitWishes, MemoryFit
from app.model_choice.computer import Computer
from app.model_choice.speed import SpeedEstimate
from app.text import format_duration, translatable

_NO_WISHES = FitWishes()


@dataclass(frozen=True, slots=True)
class ModelFit:
    """The join of header, memory and speed for one model and one context."""

    verdict: FitVerdict
    memory: MemoryFit
    free_gpu_bytes: int = 0
    speed: SpeedEstimate | None = None
    is_confirmed: bool = False
    """Whether llama.cpp itself said so (the dry run), not the arithmetic alone."""

    @classmethod
    def judge(
        cls,
        header: GgufHeader,
        *,
        name: str,
        weights_bytes: int,
        computer: Computer,
        context: int | None = None,
        wishes: FitWishes = _NO_WISHES,
    ) -> ModelFit:
        """Return the fit for a context in tokens; without one, for the context that would be used by default."""
        free_bytes, gpus = computer.free_memory_bytes, computer.free_gpus
        if context is None:
            memory = MemoryFit.with_default_context(
                header, model_name=name, weights_bytes=weights_bytes, free_bytes=free_bytes, gpus=gpus, wishes=wishes
            )
        else:
            memory = MemoryFit.estimate(
                header,
                model_name=name,
                weights_bytes=weights_bytes,
                context=min(context, header.context_length or context),
                free_bytes=free_bytes,
                gpus=gpus,
                wishes=wishes,
            )
        return cls(_verdict(memory), memory, computer.free_gpu_bytes)

    def confirmed(self, *, kv_bytes: int, compute_bytes: int, gpus: tuple[Gpu, ...]) -> ModelFit:
        """Return the fit with llama.cpp's own figures in place of the arithmetic."""
        memory = self.memory.confirmed(kv_bytes=kv_bytes, compute_bytes=compute_bytes, gpus=gpus)
        return replace(self, verdict=_verdict(memory), memory=memory, is_confirmed=True)

    def with_speed(self, speed: SpeedEstimate | None) -> ModelFit:
        """Return the fit with the speed to expect."""
        return replace(self, speed=speed)

    def arithmetic(self) -> str:
        """Return the sum and the speed, a line each, for the curious."""
        lines = [self.memory.arithmetic()]
        if self.speed is not None:
            lines.append(f"expected speed: {self.speed.tokens_per_s:.1f} tokens per second")
            lines.append(f"first word of the answer after: {format_duration(self.speed.first_answer_s)}")
        return "\n".join(lines)


def _verdict(memory: MemoryFit) -> FitVerdict:
    if not memory.fits:
        return FitVerdict.DOES_NOT_FIT
    if memory.plan.is_whole:
        return FitVerdict.FITS_GPU
    if memory.plan.gpu_layers and not all(gpu.shares_memory for gpu in memory.gpus):
        return FitVerdict.FITS_PARTLY_GPU
    return FitVerdict.FITS_MEMORY


# Whether a model fits, in one word.


class FitVerdict(enum.StrEnum):
    """Where a model with a context would run."""

    FITS_GPU = "fits_gpu"
    """All of it on the graphics device."""
    FITS_PARTLY_GPU = "fits_partly_gpu"
    """Some layers on the device, the others in memory."""
    FITS_MEMORY = "fits_memory"
    """In memory, computed by the processor."""
    DOES_NOT_FIT = "does_not_fit"

    @property
    def fits(self) -> bool:
        """Whether it can be loaded at all."""
        return self is not FitVerdict.DOES_NOT_FIT

    @property
    def label(self) -> str:
        """Untranslated words for a badge."""
        return _LABELS[self]


_LABELS = {
    FitVerdict.FITS_GPU: translatable("fits on GPU"),
    FitVerdict.FITS_PARTLY_GPU: translatable("fits, partly on GPU"),
    FitVerdict.FITS_MEMORY: translatable("fits in memory, slow"),
    FitVerdict.DOES_NOT_FIT: translatable("does not fit"),
}


# Whether a model may fit, before anything of it was looked at: from its number of parameters alone.
#
# For lists, where reading a header per row would be a request per row. The model's own page does the real sum.

_USUAL_BITS = 4.85
_BESIDE_THE_WEIGHTS = 1.12
_LEAST_BESIDE_BYTES = 600_000_000
_SLOW_BYTES_IN_MEMORY = 7_000_000_000
"""Weights of more than this make a processor answer slower than people read."""


@dataclass(frozen=True, slots=True)
class RoughFit:
    """What a usual quantization (Q4_K_M) with a usual context takes, and where it would run."""

    needed_bytes: int
    verdict: FitVerdict
    is_slow: bool = False

    @classmethod
    def of(cls, parameters: int | None, computer: Computer) -> RoughFit | None:
        """Return the rough fit; `None` for an unknown size."""
        if not parameters:
            return None
        weights = parameters * _USUAL_BITS / 8
        needed = int(weights * _BESIDE_THE_WEIGHTS) + _LEAST_BESIDE_BYTES
        if computer.gpus and needed <= computer.free_gpu_bytes:
            return cls(needed, FitVerdict.FITS_GPU)
        if needed > computer.free_bytes:
            return cls(needed, FitVerdict.DOES_NOT_FIT)
        is_slow = weights > _SLOW_BYTES_IN_MEMORY
        if computer.gpus and not all(gpu.shares_memory for gpu in computer.gpus):
            return cls(needed, FitVerdict.FITS_PARTLY_GPU, is_slow)
        return cls(needed, FitVerdict.FITS_MEMORY, is_slow)


def best_first(parameters: int, computer: Computer) -> tuple[int, int]:
    """Return a key to sort by: the largest that fits and answers quickly first, then slow ones, then the others.

    Where not even the smallest fits, the smallest comes first.
    """
    fit = RoughFit.of(parameters, computer)
    if fit is None or not fit.verdict.fits:
        return 2, parameters
    return int(fit.is_slow), parameters if fit.is_slow else -parameters
