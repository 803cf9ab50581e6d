"""Teaches ziamath words of scripts that its font for formulas does not have: they are set in the font of texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from app.documents.scripts import is_wide_punctuation

_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
_TEXT = f"{_NAMESPACE}mtext"
_LETTERS = (f"{_NAMESPACE}mi", f"{_NAMESPACE}mo", f"{_NAMESPACE}mn", _TEXT)
_ROWS = tuple(f"{_NAMESPACE}{name}" for name in ("mrow", "math", "mstyle", "mtd", "msqrt", "menclose", "mphantom"))
_ASCENT_EM, _DESCENT_EM = 0.88, 0.22
_SPACE_EM, _LETTER_EM = 0.3, 0.58
"""No font is known here: a letter of most scripts is about so wide, one of Chinese, Japanese and Korean an em."""


def may_be_word(character: str) -> bool:
    """Whether a character that the font for formulas lacks belongs to words, and is no sign of mathematics."""
    return unicodedata.category(character)[0] in "LMN" or is_wide_punctuation(character)


def join_words(root: ET.Element, has_glyph: Callable[[str], bool]) -> None:
    """Make one text of the letters of each word that are not in the font for formulas."""
    for element in list(root.iter()):
        if element.tag in _LETTERS and _lacks(element, has_glyph):
            element.tag = _TEXT
            element.attrib.pop("mathvariant", None)
    for row in root.iter():
        if row.tag not in _ROWS:
            continue
        for part in list(row):
            place = list(row).index(part)
            before = row[place - 1] if place else None
            if before is not None and _lacks(part, has_glyph) and _lacks(before, has_glyph):
                before.text = (before.text or "") + (part.text or "")
                row.remove(part)


def install_words(ink: str, has_glyph: Callable[[str], bool]) -> None:
    """Let texts of ziamath whose letters its font lacks be text of the picture from now on, in the colour `ink`."""
    from ziamath.nodes.mnumber import Mtext

    class WordText(Mtext, tag="mtext"):  # type: ignore[misc, call-arg]  # ziamath has no types
        """A text. Defining the class is what makes ziamath use it."""

        def _setup(self, **kwargs: Any) -> None:
            self._is_word = any(not _is_plain(letter, has_glyph) for letter in self.string)
            if not self._is_word:
                super()._setup(**kwargs)
                return
            width = sum(map(_width_em, self.string)) * self.glyphsize
            self.bbox = _box_of(self)(0, width, -_DESCENT_EM * self.glyphsize, _ASCENT_EM * self.glyphsize)

        def draw(self, x: float, y: float, svg: ET.Element) -> Any:
            """Draw the glyphs, or place the word in the middle of its room."""
            if not self._is_word:
                return super().draw(x, y, svg)
            width = self.bbox.xmax
            place = {"x": f"{x + width / 2:.3f}", "y": f"{y:.3f}", "font-size": f"{self.glyphsize:.3f}"}
            style = {"fill": ink, "text-anchor": "middle", "font-family": "sans-serif"}
            ET.SubElement(svg, "text", {**place, **style}).text = self.string
            return x + width, y


def _box_of(node: Any) -> Any:
    """Return ziafont's class of boxes, which ziamath's nodes begin with."""
    return type(node.bbox)


def _lacks(element: ET.Element, has_glyph: Callable[[str], bool]) -> bool:
    text = element.text or ""
    return element.tag in _LETTERS and any(not _is_plain(letter, has_glyph) for letter in text)


def _is_plain(letter: str, has_glyph: Callable[[str], bool]) -> bool:
    return letter.isspace() or ord(letter) <= 0x7F or has_glyph(letter)


def _width_em(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if letter.isspace():
        return _SPACE_EM
    return 1.0 if unicodedata.east_asian_width(letter) in ("W", "F") else _LETTER_EM
