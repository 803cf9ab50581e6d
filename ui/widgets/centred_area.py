"""A page of few words in the middle of the window, scrolled where there is less room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.layouts import column, scrolls_down


class CentredArea(QScrollArea):
    """Shows one widget somewhat above the middle, on the transcript's ground."""

    def set_inside(self, inside: QWidget) -> None:
        """Show this widget."""
        ground = QWidget()
        ground.setObjectName("transcriptColumn")
        self.setWidget(ground)
        scrolls_down(self)
        column(2, (inside, Qt.AlignmentFlag.AlignHCenter), 3, of=ground, margins=(9, 9, 9, 9))
