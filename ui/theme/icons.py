"""Icons of one set (Remix Icon, which comes with qtawesome), painted in the palette's colours at any scale.

The glyphs are drawn when they are shown, so they follow the theme and stay crisp at 200 %. The font
is read after the first paint: until then icons keep their place and show nothing.
"""

from __future__ import annotations

import enum
import functools
import logging
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.file_facts import read_file
from ui.theme.fonts import scaled_px
from ui.theme.theme import Theme

_log = logging.getLogger(__name__)
_FAMILY = "iconFamily"
"""The application's property with the font's name, once it is loaded."""
_SIDE = "iconSide"
"""A button's property: how wide its icon is before the person's scale, in pixels."""
_DISABLED_OPACITY = 0.4


class IconName(enum.StrEnum):
    """The icons in use, by what they mean here; the values are the set's names."""

    ADD = "add-line"
    EXPAND = "arrow-down-s-line"
    HIDE_PANE = "arrow-right-s-line"
    SHOW_PANE = "arrow-left-s-line"
    SIDEBAR = "layout-left-line"
    CLOSE = "close-line"
    UP = "arrow-up-line"
    DOWN = "arrow-down-line"
    SUBTRACT = "subtract-line"
    MORE = "more-fill"
    OUTLINE = "list-unordered"
    ADJUST = "equalizer-line"
    TOOLS = "tools-line"


class Icons:
    """Makes all icons visible once the window has been painted, and keeps their size in the person's scale."""

    def __init__(self, theme: Theme) -> None:
        theme.changed.connect(_fit_icons)

    def give(self, button: QAbstractButton, name: IconName) -> None:
        """Give a button its icon."""
        give_icon(button, name)

    def start(self) -> None:
        """Load the font; called after the first paint."""
        application = QGuiApplication.instance()
        if application is None or application.property(_FAMILY):
            return
        application.setProperty(_FAMILY, _load_font())
        for widget in QApplication.allWidgets():
            widget.update()


def give_icon(button: QAbstractButton, name: IconName, *, side_px: int = 16) -> None:
    """Give a button its icon, `side_px` wide before the person's scale; its accessible name is the caller's to give."""
    button.setIcon(themed_icon(name))
    button.setProperty(_SIDE, side_px)
    _fit_icon(button)


def themed_icon(name: IconName) -> QIcon:
    """Return an icon in the quiet colour of the palette, whatever the palette is when it is painted."""
    return QIcon(_GlyphEngine(name))


class _GlyphEngine(QIconEngine):
    """Draws one glyph of the font, as large as it is asked for."""

    def __init__(self, name: IconName) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        application = QGuiApplication.instance()
        family = application.property(_FAMILY) if application is not None else None
        if not family:
            return
        font = QFont(family)
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Mid))
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(_DISABLED_OPACITY)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _glyphs()[self._name.value])
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name)


def _fit_icons(_colours: object = None) -> None:
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton) and widget.property(_SIDE):
            _fit_icon(widget)


def _fit_icon(button: QAbstractButton) -> None:
    side = scaled_px(int(button.property(_SIDE)))
    button.setIconSize(QSize(side, side))


def _load_font() -> str:
    """Make the font known to Qt and return its family; empty if it is not there."""
    file = next(_folder().glob("remixicon-*.ttf"), None)
    number = QFontDatabase.addApplicationFont(str(file)) if file is not None and _glyphs() else -1
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        _log.error("no icons: qtawesome's Remix Icon font is not in %s", _folder())
        return ""
    return families[0]


@functools.cache
def _glyphs() -> dict[str, str]:
    """Return the letter of each icon in use by its name in the set; empty if the set is not there."""
    import json  # not before the first paint, when the icons are seen

    try:
        file = next(_folder().glob("remixicon-charmap-*.json"))
        codes = json.loads(read_file(file).decode())
        return {name.value: chr(int(codes[name.value], 16)) for name in IconName}
    except (StopIteration, OSError, ValueError, KeyError):
        _log.exception("no icons: qtawesome's table of Remix Icon cannot be read")
        return {}


def _folder() -> Path:
    spec = find_spec("qtawesome")
    places = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(places or ()), "")) / "fonts"
