"""Flowing text that is as tall as what it holds; the view around it scrolls."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.flowing_text import FlowingText


class TallText(FlowingText):
    """Takes the width it is given and the height its text needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, size_px=15, line_height_percent=124.0)  # as an answer beside it: 1.5 times the size
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(self.document().size())

    def _fit(self, size: QSizeF) -> None:
        height = math.ceil(size.height())
        if height != self.maximumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """As tall as the text."""
        return QSize(super().sizeHint().width(), math.ceil(self.document().size().height()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, math.ceil(self.document().size().height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the view around it scroll."""
        event.ignore()
