"""Whether and how well a model runs on this computer: the verdict, the sum behind it, and the speed to expect."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from app.gguf import GgufHeader
from app.hardware.machine import Gpu
from app.hardware.memory_fit import FitWishes, MemoryFit
from app.model_choice.computer import Computer
from app.model_choice.speed import SpeedEstimate, SpeedEstimator
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

_IDEAL_BITS = 4.85
"""Q4_K_M: below it quality falls off fast, above it slowly."""
_IDEAL_BITS_OF_SMALL = 8.5
"""Small models lose more by quantization, and cost little anyway."""
_SMALL_PARAMETERS = 3e9
_BESIDE_THE_WEIGHTS = 1.12
_LEAST_BESIDE_BYTES = 600_000_000
_SLOW_BYTES_IN_MEMORY = 7_000_000_000
"""Weights of more than this make a processor answer slower than people read, where nothing else is known of it."""
SLOW_TOKENS_PER_S = 4.0


@dataclass(frozen=True, slots=True)
class RoughFit:
    """What the usual quantization with a usual context takes, where it would run, and how fast, if that is known."""

    download_bytes: int
    needed_bytes: int
    verdict: FitVerdict
    tokens_per_s: float | None = None
    is_slow: bool = False

    @classmethod
    def of(
        cls,
        parameters: int | None,
        computer: Computer,
        *,
        active_parameters: int | None = None,
        speeds: SpeedEstimator | None = None,
    ) -> RoughFit | None:
        """Return the rough fit; `None` for an unknown size. `active_parameters`: of a mixture of experts."""
        if not parameters:
            return None
        bits = ideal_bits(parameters)
        weights = int(parameters * bits / 8)
        read_bytes = (active_parameters or parameters) * bits / 8
        needed = int(weights * _BESIDE_THE_WEIGHTS) + _LEAST_BESIDE_BYTES
        if computer.gpus and needed <= computer.free_gpu_bytes:
            rate = speeds.rough(read_bytes, backend=computer.gpus[0].backend) if speeds is not None else None
            return cls(weights, needed, FitVerdict.FITS_GPU, rate)
        if needed > computer.free_bytes:
            return cls(weights, needed, FitVerdict.DOES_NOT_FIT)
        rate = speeds.rough(read_bytes) if speeds is not None else None
        is_slow = rate < SLOW_TOKENS_PER_S if rate is not None else read_bytes > _SLOW_BYTES_IN_MEMORY
        is_partly = computer.gpus and not all(gpu.shares_memory for gpu in computer.gpus)
        verdict = FitVerdict.FITS_PARTLY_GPU if is_partly else FitVerdict.FITS_MEMORY
        return cls(weights, needed, verdict, rate, is_slow)


def ideal_bits(parameters: int | None) -> float:
    """Return the bits per weight to look for, by the size of a model."""
    return _IDEAL_BITS_OF_SMALL if parameters is not None and parameters < _SMALL_PARAMETERS else _IDEAL_BITS
