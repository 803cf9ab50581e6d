"""A list that unfolds, with an arrow that says so; and what keeps it from turning while the page is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.theme.fonts import scaled_px
from ui.theme.icons import IconName, themed_icon

_LIST, _FIELD = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField


class WheelGuard(QObject):
    """Lets the wheel turn a control only while that has the focus; otherwise the page scrolls."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        self._control = control
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page."""
        if event.type() is QEvent.Type.Wheel and not self._control.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class UnfoldingBox(QComboBox):
    """The arrow is painted here: a style sheet would need a picture for each theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrow = themed_icon(IconName.EXPAND)
        self.setView(QListView())  # the style sheet reaches this one
        self.setItemDelegate(QStyledItemDelegate(self))  # and this one's lines
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        WheelGuard(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, cut where they do not fit (Qt would hide their end), and the arrow."""
        side = scaled_px(16)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        room, metrics = self.style().subControlRect(_LIST, option, _FIELD, self).width(), self.fontMetrics()
        if metrics.boundingRect(option.currentText).width() > room:
            option.currentText = metrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(_LIST, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._arrow.paint(painter, QRect(self.width() - side - 6, (self.height() - side) // 2 + 1, side, side))
        painter.end()
