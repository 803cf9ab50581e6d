"""Which quantization of a model to take on this computer."""

from __future__ import annotations

from collections.abc import Sequence

from app.hub.quantization_row import QuantizationRow
from app.model_choice.fit_verdict import FitVerdict
from app.model_choice.model_fit import ModelFit

_IDEAL_BITS = 4.85
"""Q4_K_M: below it quality falls off fast, above it slowly."""
_IDEAL_BITS_OF_SMALL = 8.5
"""Small models lose more by quantization, and cost little anyway."""
_SMALL_PARAMETERS = 3e9
_LEAST_BITS = 3.3
_UNQUANTIZED = ("F16", "BF16", "F32")
_OLD = ("Q4_0", "Q4_1", "Q5_0", "Q5_1")
_TIERS = (
    (frozenset({FitVerdict.FITS_GPU}), _LEAST_BITS),
    (frozenset({FitVerdict.FITS_GPU, FitVerdict.FITS_PARTLY_GPU, FitVerdict.FITS_MEMORY}), _LEAST_BITS),
    (frozenset({FitVerdict.FITS_GPU, FitVerdict.FITS_PARTLY_GPU, FitVerdict.FITS_MEMORY}), 0.0),
)


def recommended_row(
    rows: Sequence[tuple[QuantizationRow, ModelFit | None]], *, parameters: int | None
) -> QuantizationRow | None:
    """Return the row to take: the best quality for its size that fits well; `None` if none fits.

    A row whose fit is unknown counts as fitting only where nothing is known of any.
    """
    if all(fit is None for _, fit in rows):
        candidates = [row for row, _ in rows]
        return min(candidates, key=lambda row: _distance(row, parameters)) if candidates else None
    for verdicts, least_bits in _TIERS:
        candidates = [
            row
            for row, fit in rows
            if fit is not None and fit.verdict in verdicts and (row.bits_per_weight or _IDEAL_BITS) >= least_bits
        ]
        if candidates:
            return min(candidates, key=lambda row: _distance(row, parameters))
    return None


def _distance(row: QuantizationRow, parameters: int | None) -> tuple[float, int]:
    """Return how far a row is from the ideal; less than ideal counts double."""
    ideal = _IDEAL_BITS_OF_SMALL if parameters is not None and parameters < _SMALL_PARAMETERS else _IDEAL_BITS
    name = row.quantization.upper().removeprefix("UD-")
    bits = row.bits_per_weight if row.bits_per_weight is not None else _bits_of(name)
    distance = (ideal - bits) * 2 if bits < ideal else bits - ideal
    distance += 20 if name in _UNQUANTIZED else 0.3 if name in _OLD else 0
    return round(distance, 2), row.size_bytes


def _bits_of(name: str) -> float:
    """Return the usual bits per weight of a quantization's name."""
    digits = [int(character) for character in name if character.isdigit()]
    return digits[0] + 0.8 if digits and "F" not in name[:2] else 16.0
