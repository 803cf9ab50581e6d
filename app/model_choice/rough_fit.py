"""Whether a model may fit, before anything of it was looked at: from its number of parameters alone.

For lists, where reading a header per row would be a request per row. The model's own page does the real sum.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.model_choice.computer import Computer
from app.model_choice.fit_verdict import FitVerdict
from app.model_choice.recommendation import ideal_bits
from app.model_choice.speed import SpeedEstimator

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
