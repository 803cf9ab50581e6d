"""Keeps what stands above or below the main thing of a page from taking its room: it is scrolled then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.layouts import scrolls_down

_SEES = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.ShowToParent, QEvent.Type.HideToParent})


class YieldingArea(QScrollArea):
    """As tall as what is `inside`, and at most as tall as `most_px` says; hidden while that is empty.

    `around` are widgets whose sizes change what it says.
    """

    def __init__(self, inside: QWidget, *around: QWidget, most_px: Callable[[], int]) -> None:
        super().__init__()
        self._inside = inside
        self._most_px = most_px
        scrolls_down(self)
        # The ground is that of what is around; and to know Qt's own viewport PySide would make every class of widgets.
        self.setViewport(QWidget())
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        for watched in (inside, *around):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height when what is inside, or what is around, has one."""
        if event.type() in _SEES:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out in another width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what was given two sizes while it was hidden: Qt tells it of the first one alone."""
        super().showEvent(event)
        layout = self._inside.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    def _fit(self) -> None:
        inside = self._inside
        wanted = inside.heightForWidth(self.viewport().width()) if inside.hasHeightForWidth() else -1
        wanted = max(wanted, inside.minimumSizeHint().height())
        self.setFixedHeight(min(wanted, max(0, self._most_px())) if wanted > 0 else 0)
