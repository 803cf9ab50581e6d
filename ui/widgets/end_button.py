"""The round button that brings the reader back to the end of a conversation, or of a thought."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.fonts import scaled_px

_SIZE_PX = 36
_ABOVE_EDGE_PX = 10


class EndButton(QPushButton):
    """An arrow down; marked while text has come that the reader has not seen."""

    def __init__(self, parent: QWidget | None = None, *, is_of_thought: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("endButton")
        self._is_of_thought = is_of_thought
        self._is_marked = False
        self.set_marked(marked=False)
        self.fit()
        self.hide()

    @property
    def is_marked(self) -> bool:
        """Whether there is new text at the end."""
        return self._is_marked

    def set_marked(self, *, marked: bool) -> None:
        """Show, or forget, that there is new text at the end."""
        self._is_marked = marked
        if self._is_of_thought:
            text = self.tr("The thought goes on below: go to its end (End)")
            text = text if marked else self.tr("Go to the end of the thought (End)")
        else:
            text = self.tr("New text below: go to the end (End)") if marked else self.tr("Go to the end (End)")
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def fit(self) -> None:
        """Take the size that goes with the text."""
        self.setFixedSize(scaled_px(_SIZE_PX), scaled_px(_SIZE_PX))

    def stand(self, room: QSize, *, is_wanted: bool) -> None:
        """Show it at the lower edge of a view of this size, above everything, or hide it."""
        self.setVisible(is_wanted)
        if is_wanted:
            self.move((room.width() - self.width()) // 2, room.height() - self.height() - _ABOVE_EDGE_PX)
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a disc, an arrow and the mark."""
        palette = QGuiApplication.palette()  # the style sheet has made this button's own colours transparent
        accent = palette.color(QPalette.ColorRole.Highlight)
        size = float(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = accent if self.hasFocus() or self.underMouse() else palette.color(QPalette.ColorRole.Mid)
        painter.setPen(QPen(edge, 1.2))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(QPointF(size / 2, size / 2), size / 2 - 2, size / 2 - 2)
        painter.setPen(QPen(QColor(palette.color(QPalette.ColorRole.Text)), size / 20, c=Qt.PenCapStyle.RoundCap))
        middle, tip = size / 2, size * 0.66
        painter.drawLine(QPointF(middle, size * 0.32), QPointF(middle, tip))
        painter.drawLine(QPointF(middle - size * 0.15, tip - size * 0.15), QPointF(middle, tip))
        painter.drawLine(QPointF(middle + size * 0.15, tip - size * 0.15), QPointF(middle, tip))
        if self._is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(QPointF(size * 0.82, size * 0.18), size * 0.13, size * 0.13)
        painter.end()
