"""The bundled typefaces: Inter for text, JetBrains Mono for code. Other scripts fall back to the system's fonts."""

from __future__ import annotations

import functools
import logging

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from app.paths import resources_directory

TEXT_FAMILY = "Inter"
CODE_FAMILY = "JetBrains Mono"
TEXT_SIZE_PX = 14

_TEXT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
_CODE_FILES = ("JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf")
_log = logging.getLogger(__name__)


@functools.cache
def load_text_fonts() -> None:
    """Make Inter known to Qt; a missing file is logged and the system's font stands in."""
    _load(_TEXT_FILES)


@functools.cache
def load_code_fonts() -> None:
    """Make JetBrains Mono known to Qt; called when the first code is shown."""
    _load(_CODE_FILES)


def scaled_px(px: float) -> int:
    """Return a length that goes with text, in the size of text that the person has chosen (the application's font)."""
    return round(px * max(1, QGuiApplication.font().pixelSize()) / TEXT_SIZE_PX) if _is_scaled() else round(px)


def text_font(*, size_px: int = TEXT_SIZE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return Inter in a size (before the person's scale) and weight."""
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(scaled_px(size_px))
    font.setWeight(weight)
    return font


def code_font(*, size_px: int = 13) -> QFont:
    """Return JetBrains Mono in a size (before the person's scale)."""
    load_code_fonts()
    font = QFont(CODE_FAMILY)
    font.setPixelSize(scaled_px(size_px))
    return font


def _is_scaled() -> bool:
    """Whether the application's font is ours: without a theme (in tests of one widget) there is no scale."""
    return QGuiApplication.font().family() == TEXT_FAMILY


def _load(names: tuple[str, ...]) -> None:
    folder = resources_directory() / "fonts"
    for name in names:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            _log.error("cannot load the font %s", folder / name)
