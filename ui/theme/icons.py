"""Icons of one set (Remix Icon, through qtawesome), loaded when the first one is asked for.

`import qtawesome` alone is cheap; its default instance reads every font it ships, which costs start-up time and
memory, so only the one font is loaded here.
"""

from __future__ import annotations

import enum
import importlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QIcon

from ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

_log = logging.getLogger(__name__)


class IconName(enum.StrEnum):
    """The icons in use, by what they mean here; the values are the set's names."""

    ADD = "add-line"
    OPEN_FILE = "folder-open-line"
    EXPAND = "arrow-down-s-line"
    HIDE_PANE = "arrow-right-s-line"
    SHOW_PANE = "arrow-left-s-line"
    SIDEBAR = "layout-left-line"
    CLOSE = "close-line"
    TO_END = "arrow-down-line"


class Icons:
    """Gives buttons their icons in the colours of the theme, now and after each change of theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font: Any = None
        self._is_ready = False
        self._waiting: list[tuple[QAbstractButton, IconName]] = []
        theme.changed.connect(self._paint_all)

    def give(self, button: QAbstractButton, name: IconName) -> None:
        """Give a button its icon, as soon as `start` has been called."""
        self._waiting.append((button, name))
        button.destroyed.connect(lambda: self._forget(name, button))
        if self._is_ready:
            self._paint(button, name)

    def start(self) -> None:
        """Load the font; called after the first paint."""
        if not self._is_ready:
            self._font = self._load()
            self._is_ready = True
            self._paint_all()

    def _paint_all(self) -> None:
        if self._is_ready:
            for button, name in self._waiting:
                self._paint(button, name)

    def _paint(self, button: QAbstractButton, name: IconName) -> None:
        if self._font is None:
            return
        colours = self._theme.colours
        icon: QIcon = self._font.icon(
            f"ri.{name.value}", color=QColor(colours.soft_text), color_disabled=QColor(colours.line)
        )
        button.setIcon(icon)

    def _forget(self, name: IconName, button: QAbstractButton) -> None:
        self._waiting = [(other, kind) for other, kind in self._waiting if other is not button]

    def _load(self) -> Any:
        try:
            package = importlib.import_module("qtawesome.iconic_font")
            folder = Path(str(package.__file__)).parent / "fonts"
            font = next(folder.glob("remixicon-*.ttf"))
            charmap = next(folder.glob("remixicon-charmap-*.json"))
            return package.IconicFont(("ri", font.name, charmap.name, str(folder)))
        except (ImportError, StopIteration, OSError):
            _log.exception("no icons: qtawesome's Remix Icon font is not there; buttons keep their names only")
            return None
