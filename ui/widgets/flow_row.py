"""Puts small widgets beside each other, and into a next line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP_PX = 8


class FlowRow(QWidget):
    """As tall as its lines. What is `at_end` comes last, and stands at the right."""

    def __init__(self, *widgets: QWidget, at_end: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._at_end = at_end
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (*widgets, *([at_end] if at_end is not None else [])):
            self._take_in(widget)
        self._arrange()

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        self._take_in(widget)
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
        """Room for the widest; one with a least width of its own may be narrower than its words."""
        widest = max((one.minimumWidth() or one.sizeHint().width() for one in self._widgets), default=0)
        return QSize(widest, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Break the lines anew when a widget has other words."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.StyleChange):
            self._arrange()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Break the lines anew when a widget comes or goes: Qt tells only layouts of that."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return super().eventFilter(watched, event)

    def _take_in(self, widget: QWidget) -> None:
        widget.setParent(self)
        widget.installEventFilter(self)
        self._widgets.append(widget)

    def _arrange(self) -> None:
        lines: list[list[tuple[QWidget, QSize]]] = [[]]
        left = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if left and left + size.width() > self.width():
                lines.append([])
                left = 0
            lines[-1].append((widget, size))
            left += size.width() + _GAP_PX
        bottom = 0
        for line in lines:
            bottom = self._place(line, bottom + _GAP_PX if bottom else 0)
        if self.height() != bottom:
            self.setFixedHeight(bottom)

    def _place(self, line: Sequence[tuple[QWidget, QSize]], top: int) -> int:
        """Put widgets beside each other, their middles as high; return where the line ends."""
        height = max((size.height() for _, size in line), default=0)
        left = 0
        for widget, size in line:
            middle = top + (height - size.height()) // 2
            left = max(left, self.width() - size.width()) if widget is self._at_end else left
            widget.setGeometry(left, middle, min(size.width(), max(1, self.width())), size.height())
            left += size.width() + _GAP_PX
        return top + height
