"""Whether a model fits, in one word."""

from __future__ import annotations

import enum

from app.text import translatable


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
