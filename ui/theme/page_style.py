"""A style sheet of a page's own, apart from the window's, which is read at every start."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.theme.colours import Colours
from ui.theme.style_sheet import scaled_sizes
from ui.theme.theme import Theme


class PageStyle(QObject):
    """Fills a template with the colours, now and when they or the size of text change; it goes with the page."""

    def __init__(self, page: QWidget, theme: Theme, template: Template) -> None:
        super().__init__(page)
        self._page = page
        self._template = template
        self._apply(theme.colours)
        theme.changed.connect(self._apply)

    def _apply(self, colours: Colours) -> None:
        self._page.setStyleSheet(scaled_sizes(self._template.substitute(colours.by_role())))
