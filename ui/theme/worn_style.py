"""A style sheet of a page's own, worn as long as the page lives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.theme.colours import Colours
from ui.theme.theme import Theme


class WornStyle(QObject):
    """Dresses a page, now and after each change of colours or of the size of text; it goes with the page."""

    def __init__(self, page: QWidget, theme: Theme, style: Callable[[Colours], str]) -> None:
        super().__init__(page)
        self._page = page
        self._style = style
        self._put_on(theme.colours)
        theme.changed.connect(self._put_on)

    def _put_on(self, colours: Colours) -> None:
        self._page.setStyleSheet(self._style(colours))
