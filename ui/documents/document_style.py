"""Fonts, sizes and colours of a document, in the person's scale and the theme's colours."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from PySide6.QtGui import QFont, QPalette

from app.settings.choices import ReadingFont
from ui.theme.colours import DARK, LIGHT, Colours
from ui.theme.fonts import TEXT_SIZE_PX, code_font, scaled_px, text_font
from ui.theme.reading import families_of, reading_font
from ui.theme.spacing import SHARE, is_compact

_USUAL_LINES, _COMPACT_LINES = 1.5, 1.36
_HEADING_PX = {1: 21, 2: 18, 3: 16, 4: 15, 5: 14, 6: 14}


@dataclass(frozen=True, slots=True)
class DocumentStyle:
    """How a document looks. Equal styles look the same, so boxes laid out in one need not be laid out again."""

    colours: Colours
    size_px: int
    """Of plain text, in the person's scale."""
    line_height_factor: float = _USUAL_LINES
    """Distance of baselines by size of text."""
    font: ReadingFont = ReadingFont.INTER
    """Of all but code."""
    is_verbatim: bool = False
    """Whether lines stand as they were written, without room between them but for empty lines."""

    @classmethod
    def from_palette(cls, palette: QPalette, *, size_px: int = TEXT_SIZE_PX) -> DocumentStyle:
        """Return the style for the present theme, size of text and density."""
        is_dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
        colours, size_px = DARK if is_dark else LIGHT, scaled_px(size_px)
        factor = _COMPACT_LINES if is_compact() else _USUAL_LINES
        return cls(colours, size_px, factor, reading_font())

    def px(self, length: float) -> float:
        """Return a length that goes with text of the usual size, in this size."""
        return length * self.size_px / TEXT_SIZE_PX

    def gap(self, length: float) -> float:
        """Return the room between two blocks: like `px`, and less where things stand close to each other."""
        return self.px(length * (SHARE if self.line_height_factor == _COMPACT_LINES else 1))

    def text_font(self, *, heading: int = 0) -> QFont:
        """Return the font of a paragraph, or of a heading of level 1 to 6."""
        return QFont(_font_of(self.text_px(heading=heading), self.font, is_heading=bool(heading)))

    def text_px(self, *, heading: int = 0) -> int:
        """Return the size of a paragraph's text, or of a heading's."""
        return round(self.px(_HEADING_PX[heading])) if heading else self.size_px

    def code_font(self, *, size_px: float = 13) -> QFont:
        """Return the font of code; each character as it is, for joined signs take long to lay out."""
        font = code_font()
        font.setFeature(QFont.Tag("calt"), 0)
        font.setPixelSize(max(1, round(self.px(size_px))))
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font


@functools.lru_cache(maxsize=64)
def _font_of(size_px: int, chosen: ReadingFont, *, is_heading: bool) -> QFont:
    font = text_font(weight=QFont.Weight.DemiBold if is_heading else QFont.Weight.Normal)
    font.setFamilies(families_of(chosen))
    font.setPixelSize(size_px)
    return font
