"""Sets LaTeX as a vector image. Pure Python and slow (1 to 15 ms a formula): call it away from the window's thread."""

from __future__ import annotations

import contextlib
import functools
import html
import re
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from app.documents.latex_dialect import UnsupportedLatex, to_supported_latex
from app.documents.mathml_mending import mended
from app.documents.word_text import install_words, join_words, may_be_word

EM_UNITS = 16.0
"""Size of an em in the image's units; absolute lengths (`1cm`) are right in relation to it."""

INK = "#010203"
"""The colour of all strokes, to be replaced by the text's."""

_LARGEST_SVG = 300_000
_UNKNOWN = re.compile(r"\\[A-Za-z]+")
_MARGIN = 0.5
_ESCAPING = "xml.sax.saxutils"


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
        return _set(to_supported_latex(latex), is_display=is_display)
    except UnsupportedLatex:
        return None
    except Exception:
        # The libraries raise whatever they stumble over, RecursionError too: the source is shown.
        return None


def _set(source: str, *, is_display: bool) -> SetFormula | None:
    ziamath = _ziamath()
    mathml = str(ziamath.tex.tex2mml(source, inline=not is_display))
    if _UNKNOWN.search(mathml):
        return None
    if _has_unknown_signs(mathml):
        return None
    root = mended(mathml, ink=INK, is_display=is_display)
    join_words(root, _has_glyph)
    formula = ziamath.Math(root, size=EM_UNITS, margin=_MARGIN)
    element = formula.svgxml()
    _, top, width, height = (float(part) for part in element.attrib["viewBox"].split())
    svg = str(formula.svg())
    if not (0 < width < 400 * EM_UNITS and 0 < height < 200 * EM_UNITS) or len(svg) > _LARGEST_SVG:
        return None
    return SetFormula(svg, width / EM_UNITS, -top / EM_UNITS, (height + top) / EM_UNITS)


def _has_unknown_signs(mathml: str) -> bool:
    """Return whether there are signs, other than letters of words, that would be set as empty boxes."""
    shown = re.sub(r"<[^>]*>", "", html.unescape(mathml))
    return any(
        ord(character) > 0x7F and not character.isspace() and not _has_glyph(character) and not may_be_word(character)
        for character in set(shown)
    )


@functools.lru_cache(maxsize=2048)
def _has_glyph(character: str) -> bool:
    return bool(_font().glyphindex(character))


@functools.cache
def _font() -> Any:
    return _ziamath().Math("<math><mi>x</mi></math>", size=EM_UNITS).font


@functools.cache
def _ziamath() -> ModuleType:
    with warnings.catch_warnings(), _without_network():
        # They read their fonts in a way that is going out of use.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath
        import ziamath.tex

    from app.documents.ruled_table import install_ruled_tables

    module: ModuleType = ziamath
    # Qt draws the symbols of SVG 2 blank.
    module.config.svg2 = False
    module.config.precision = 3
    install_ruled_tables(INK)
    install_words(INK, _has_glyph)
    return module


@contextlib.contextmanager
def _without_network() -> Iterator[None]:
    """Give latex2mathml the one function that it takes from a module which brings OpenSSL with it, 6 MB in all."""
    if _ESCAPING in sys.modules:
        yield
        return
    alone = ModuleType(_ESCAPING)
    alone.__dict__["unescape"] = lambda text: text.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
    sys.modules[_ESCAPING] = alone
    try:
        yield
    finally:
        del sys.modules[_ESCAPING]
