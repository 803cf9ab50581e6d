"""A model that this computer cannot hold says what would carry it."""

from __future__ import annotations

from app.model_choice.model_fit import FitVerdict, RoughFit
from ui.models.parts.fit_words import rough_fit_hint


def test_what_does_not_fit_says_what_would_carry_it() -> None:
    words = rough_fit_hint(RoughFit(36_000_000_000, 40_000_000_000, FitVerdict.DOES_NOT_FIT))
    assert "A computer with 40.0 GB free" in words
    assert "see Servers" in words
    assert "Servers" not in rough_fit_hint(RoughFit(3_000_000_000, 4_000_000_000, FitVerdict.FITS_GPU))
