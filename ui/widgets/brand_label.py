"""The app's mark and name."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme.theme import Theme
from ui.widgets.mark_view import MarkView


class BrandLabel(QWidget):
    """Mark and name side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(MarkView(theme, 20))
        name = QLabel("Aside")
        name.setObjectName("brand")
        row.addWidget(name)
        row.addStretch()
