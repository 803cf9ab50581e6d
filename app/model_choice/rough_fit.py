"""Whether a model may fit, before anything of it was looked at: from its number of parameters alone.

For lists, where reading a header per row would be a request per row. The model's own page does the real sum.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.model_choice.computer import Computer
from app.model_choice.fit_verdict import FitVerdict

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
