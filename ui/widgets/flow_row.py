"""Puts small widgets beside each other, and into a next line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP_PX = 8


class FlowRow(QWidget):
    """As tall as its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        widget.setParent(self)
        self._widgets.append(widget)
        self._arrange()

    def take_out(self, widget: QWidget) -> None:
        """Let go of a widget; it is deleted soon."""
        self._widgets.remove(widget)
        widget.setVisible(False)
        widget.deleteLater()
        self._arrange()

    def sizeHint(self) -> QSize:
        """As wide as the widest, as tall as the lines are now."""
        widest = max((widget.sizeHint().width() for widget in self._widgets), default=0)
        return QSize(widest, max(1, self.height()))

    def minimumSizeHint(self) -> QSize:
        """Room for the widest."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Break the lines anew when a widget has other words."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.StyleChange):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        left = top = line = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if left and left + size.width() > self.width():
                left, top, line = 0, top + line + _GAP_PX, 0
            widget.setGeometry(left, top, min(size.width(), max(1, self.width())), size.height())
            left += size.width() + _GAP_PX
            line = max(line, size.height())
        if self.height() != top + line:
            self.setFixedHeight(top + line)
