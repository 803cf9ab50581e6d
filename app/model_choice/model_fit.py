"""Whether and how well a model runs on this computer: the verdict, the sum behind it, and the speed to expect."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.gguf import GgufHeader
from app.hardware.gpu import Gpu
from app.hardware.memory_fit import FitWishes, MemoryFit
from app.model_choice.computer import Computer
from app.model_choice.fit_verdict import FitVerdict
from app.model_choice.speed import SpeedEstimate
from app.text import format_duration

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
