"""The frame of a side panel: a title, buttons beside it, a way back where the panel fills the page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import scaled_px
from ui.widgets.elided_label import ElidedLabel

HEADER_PX = 52


class PanelFrame(QFrame):
    """Title and body are set by subclasses.

    Signals:
        back_asked(): the list should be seen again.
    """

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelPanel")
        self._title = ElidedLabel()
        self._title.setObjectName("panelTitle")
        self._back = QPushButton("‹ " + self.tr("Back"))
        self._back.setProperty("kind", "small")
        self._back.setToolTip(self.tr("Back to the list (Esc)"))
        self._back.clicked.connect(self.back_asked)
        header = QFrame()
        header.setObjectName("panelHeader")
        header.setFixedHeight(max(HEADER_PX, scaled_px(HEADER_PX - 8)))
        self._row = QHBoxLayout(header)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._back)
        self._row.addWidget(self._title, 1)
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.addWidget(header)
        self.set_beside(is_beside=True)

    def add_to_header(self, widget: QWidget) -> None:
        """Put a button at the right of the title."""
        self._row.addWidget(widget)

    def add_body(self, widget: QWidget) -> None:
        """Put the body below the header."""
        self._frame.addWidget(widget, 1)

    def set_title(self, title: str) -> None:
        """Say what it is about."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def set_beside(self, *, is_beside: bool) -> None:
        """Stand beside the list, or in its place with a way back."""
        self._back.setVisible(not is_beside)
