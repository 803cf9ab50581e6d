"""How wide the column is that one reads in, and the letters of answers, as the person has chosen.

Like the size of text, which is the application's font, both belong to the application.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.settings.choices import ReadingFont, ReadingWidth
from ui.theme.fonts import CODE_FAMILY, TEXT_FAMILY, load_code_fonts, scaled_px

_WIDTH, _FONT = "readingWidth", "readingFont"
_SIDE_MARGIN_PX = 24
_COLUMN_PX = {ReadingWidth.USUAL: 544, ReadingWidth.WIDE: 760}
"""About 72 and 100 average characters of Inter at 15 pixels."""
_SERIFS = ("Charter", "Georgia", "Cambria", "Noto Serif", "Source Serif 4", "DejaVu Serif", "Times New Roman")


def set_reading(application: QApplication, *, width: ReadingWidth, font: ReadingFont) -> None:
    """Choose both; the style sheet is its owner's business."""
    application.setProperty(_WIDTH, width.value)
    application.setProperty(_FONT, font.value)


def column_px(room_px: int) -> int:
    """Return how wide the column is where there is so much room for it and its margins."""
    free = room_px - 2 * _SIDE_MARGIN_PX
    widest = _COLUMN_PX.get(ReadingWidth(_chosen(_WIDTH) or ReadingWidth.USUAL))
    return max(120, free if widest is None else min(scaled_px(widest), free))


def reading_font() -> ReadingFont:
    """Return the letters of answers."""
    return ReadingFont(_chosen(_FONT) or ReadingFont.INTER)


def families_of(font: ReadingFont) -> list[str]:
    """Return the typefaces that are tried for answers, the first that is there is used."""
    match font:
        case ReadingFont.SERIF:
            return [*_SERIFS, TEXT_FAMILY]
        case ReadingFont.SYSTEM:
            return [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(), TEXT_FAMILY]
        case ReadingFont.MONOSPACE:
            load_code_fonts()
            return [CODE_FAMILY]
    return [TEXT_FAMILY]


def _chosen(name: str) -> str:
    application = QCoreApplication.instance()
    return str(application.property(name) or "") if application is not None else ""
