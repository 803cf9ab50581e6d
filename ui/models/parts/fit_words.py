"""Whether a model fits, in the words of a badge."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.hardware.memory_fit import DEFAULT_CONTEXT
from app.model_choice.best_model import RankedModel
from app.model_choice.computer import Computer
from app.model_choice.model_fit import SLOW_TOKENS_PER_S, FitVerdict, ModelFit, RoughFit
from ui.models.parts.badge import BadgeText, BadgeTone
from ui.widgets.spoken_numbers import count_text, duration_text, fixed_text, rate_text, size_text

_FAST_TOKENS_PER_S = 20.0


def badge_of_fit(fit: ModelFit | None, *, trained_context: int | None = None) -> BadgeText | None:
    """Return the badge of a quantization; `None` if nothing is known."""
    if fit is None:
        return None
    if not fit.verdict.fits:
        return BadgeText(_tr("Does not fit"), BadgeTone.BAD)
    usual = min(DEFAULT_CONTEXT, trained_context or DEFAULT_CONTEXT)
    if fit.memory.context < usual:
        return BadgeText(_tr("Tight: up to {count}k").format(count=fit.memory.context // 1024), BadgeTone.WARM)
    speed = fit.speed.tokens_per_s if fit.speed is not None else None
    if fit.verdict is FitVerdict.FITS_GPU:
        return BadgeText(_tr("Fits on GPU"), BadgeTone.GOOD)
    if speed is not None and speed < SLOW_TOKENS_PER_S:
        return BadgeText(_tr("Fits, slow"), BadgeTone.WARM)
    if fit.verdict is FitVerdict.FITS_PARTLY_GPU:
        return BadgeText(_tr("Partly on GPU"), BadgeTone.GOOD)
    if speed is not None and speed >= _FAST_TOKENS_PER_S:
        return BadgeText(_tr("Fits, fast"), BadgeTone.GOOD)
    return BadgeText(_tr("Fits"), BadgeTone.GOOD)


def badge_of_rough_fit(fit: RoughFit | None) -> BadgeText | None:
    """Return the badge of a row where something stands against the model; `None` if nothing does, or is known."""
    if fit is None:
        return None
    if not fit.verdict.fits:
        return BadgeText(_tr("Needs {size}").format(size=size_text(fit.needed_bytes)), BadgeTone.BAD)
    return BadgeText(_tr("Fits, slow"), BadgeTone.WARM) if fit.is_slow else None


def badge_of_ranked(found: RankedModel) -> BadgeText | None:
    """Return the badge of a recommended model: the best one has its own."""
    if found.is_best:
        return BadgeText(_tr("Best for this computer"), BadgeTone.GOOD)
    if found.fit.verdict.fits and not found.has_disk:
        size = size_text(found.fit.download_bytes)
        return BadgeText(_tr("Needs {size} on the disk").format(size=size), BadgeTone.BAD)
    return badge_of_rough_fit(found.fit)


def size_and_speed(fit: RoughFit | None) -> str:
    """Return what a download of the usual quantization is and how fast it answers: `5 GB · about 6 tokens/s`."""
    if fit is None:
        return ""
    size = size_text(fit.download_bytes)
    if not fit.verdict.fits or (fit.tokens_per_s is None and fit.verdict is not FitVerdict.FITS_GPU):
        return size
    rate = fit.tokens_per_s
    if rate is None:
        return f"{size} · " + _tr("fast")
    return f"{size} · " + _tr("about {rate} tokens/s").format(rate=rate_text(rate))


def rough_fit_hint(fit: RoughFit | None) -> str:
    """Return what stands behind the badge of a search result."""
    if fit is None:
        return _tr("Its size is not known; open it to see whether it fits.")
    words = _tr("About {size} with a usual quantization (Q4_K_M); open it for the exact sum.").format(
        size=size_text(fit.needed_bytes)
    )
    return words if fit.verdict.fits else f"{words}\n{elsewhere_words(fit.needed_bytes)}"


def elsewhere_words(needed_bytes: int) -> str:
    """Return what would carry a model that this computer cannot hold."""
    return _tr("A computer with {size} free, or several that share it, could run it as a server: see Servers.").format(
        size=size_text(needed_bytes)
    )


def arithmetic_rows(fit: ModelFit) -> tuple[tuple[str, str], ...]:
    """Return the sum behind a verdict: (what, how much) a line each; the last but one is the result."""
    memory = fit.memory
    context = _tr("Context of {count} tokens").format(count=count_text(memory.context))
    free = size_text(max(0, memory.free_bytes))
    return (
        (_tr("Weights"), _exact(memory.weights_bytes)),
        (context, _exact(memory.kv_bytes)),
        (_tr("Compute buffers"), _exact(memory.compute_bytes)),
        (_tr("Aside itself, and a margin"), _exact(memory.margin_bytes)),
        (_tr("Together, of {free} free").format(free=free), _exact(memory.needed_bytes)),
        (_tr("Expected here"), expected_words(fit)),
    )


def computer_words(computer: Computer) -> str:
    """Return the computer in a line: `16 GB memory, 9.8 GB free · no GPU`."""
    total, free = size_text(computer.machine.total_memory_bytes), size_text(computer.free_memory_bytes)
    memory = _tr("{total} memory, {free} free").format(total=total, free=free)
    if not computer.gpus:
        return memory + " · " + _tr("no GPU")
    gpus = ", ".join(gpu.name for gpu in computer.gpus)
    return memory + " · " + _tr("{gpu}, {free} free").format(gpu=gpus, free=size_text(computer.free_gpu_bytes))


def expected_words(fit: ModelFit) -> str:
    """Return how fast it will be, or with how long a context it would fit."""
    if not fit.verdict.fits:
        if fit.memory.max_context > 0:
            return _tr("fits with up to {count} tokens").format(count=count_text(fit.memory.max_context))
        return _tr("does not load")
    if fit.speed is None:
        return _tr("not known yet")
    rate = fit.speed.tokens_per_s
    shown = fixed_text(rate, decimals=0 if rate >= 10 else 1)
    return _tr("{rate} tokens/s, answer after {wait}").format(rate=shown, wait=_rounded(fit.speed.first_answer_s))


def _exact(size_bytes: int) -> str:
    return fixed_text(size_bytes / 1e9, decimals=2) + " GB" if size_bytes >= 1e9 else size_text(size_bytes)


def _rounded(seconds: float) -> str:
    return duration_text(seconds) if seconds < 90 else _tr("{count} min").format(count=round(seconds / 60))


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
