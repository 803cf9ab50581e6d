"""A length of a widget that goes with the text, also when the person chooses another size of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.theme.fonts import scaled_px


class ScaledLength(QObject):
    """Calls `put` with so many pixels in the person's scale, and again whenever the widget gets another style."""

    def __init__(self, widget: QWidget, put: Callable[[int], object], px: float) -> None:
        super().__init__(widget)
        self._put, self._px = put, px
        put(scaled_px(px))
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of text."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange):
            self._put(scaled_px(self._px))
        return False
