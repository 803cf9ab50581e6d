"""Sets LaTeX as a vector image. Pure Python and slow (1 to 15 ms a formula): call it away from the window's thread."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from app.documents.latex_dialect import UnsupportedLatex, to_supported_latex

EM_UNITS = 100.0
"""Size of an em in the image's units."""

INK = "#010203"
"""The colour of all strokes, to be replaced by the text's."""

_LARGEST_SVG = 400_000


@dataclass(frozen=True, slots=True)
class SetFormula:
    """A formula as an SVG; lengths in em. `descent_em` is what hangs below the baseline."""

    svg: str
    width_em: float
    ascent_em: float
    descent_em: float


def set_formula(latex: str, *, is_display: bool) -> SetFormula | None:
    """Return the image of a formula; None if it cannot be set rightly, and is to be shown as source."""
    try:
        source = to_supported_latex(latex)
        return _set(source, is_display=is_display)
    except UnsupportedLatex:
        return None
    except Exception:  # the libraries raise whatever they stumble over: the source is shown
        return None


def _set(source: str, *, is_display: bool) -> SetFormula | None:
    math_class = _ziamath()
    formula = math_class.fromlatex(source, size=EM_UNITS, color=INK, inline=not is_display, margin=4.0)
    element = formula.svgxml()
    _, top, width, height = (float(part) for part in element.attrib["viewBox"].split())
    svg = str(formula.svg())
    if not (0 < width < 40_000 and 0 < height < 20_000) or len(svg) > _LARGEST_SVG:
        return None
    return SetFormula(svg, width / EM_UNITS, -top / EM_UNITS, (height + top) / EM_UNITS)


@functools.cache
def _ziamath():  # type: ignore[no-untyped-def]
    import ziamath

    # Qt draws the symbols of SVG 2 blank.
    ziamath.config.svg2 = False
    ziamath.config.precision = 1
    return ziamath.Math
