"""The frame of a side panel: a title, buttons beside it, a way back where the panel fills the page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme.fonts import scaled_px
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import column, row
from ui.widgets.styled import button

HEADER_PX = 52


class PanelFrame(QFrame):
    """Title and body are set by subclasses; without a title nothing is chosen. What `back` leads to is the page's.

    Signals:
        titled(): it is about something else, or about nothing.
    """

    titled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("modelPanel")
        self._title = ElidedLabel()
        self._title.setObjectName("panelTitle")
        self.back = button("‹ " + self.tr("Back"), self.tr("Back to the list (Esc)"))
        header = QFrame()
        header.setObjectName("panelHeader")
        header.setFixedHeight(max(HEADER_PX, scaled_px(HEADER_PX - 8)))
        self._header = row(self.back, (self._title, 1), of=header, margins=(16, 0, 16, 0), spacing=10)
        self._frame = column(header, of=self, spacing=0)
        self.set_beside(is_beside=True)

    def add_to_header(self, widget: QWidget) -> None:
        """Put a button at the right of the title."""
        self._header.addWidget(widget)

    def add_body(self, widget: QWidget) -> None:
        """Put the body below the header."""
        self._frame.addWidget(widget, 1)

    def set_title(self, title: str) -> None:
        """Say what it is about."""
        if title != self._title.text():
            self._title.setText(title)
            self.setAccessibleName(title)
            self.titled.emit()

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def set_beside(self, *, is_beside: bool) -> None:
        """Stand beside the list, or in its place with a way back."""
        self.back.setVisible(not is_beside)
