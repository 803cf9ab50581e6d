"""A label of one line that ends in … when there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.text import visible_line
from ui.theme.cut_text import paint_cut
from ui.widgets.tip_lines import tip_lines


class ElidedLabel(QLabel):
    """Plain text in which everything is seen; the whole of it is the tooltip while it is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(visible_line(text))

    @property
    def is_cut(self) -> bool:
        """Whether some of the text does not show."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 48), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        self.setToolTip(tip_lines(self.text()) if self.is_cut else "")
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        paint_cut(painter, self.rect(), self.text(), self.alignment())
        painter.end()
