"""A dialog of a few sentences, which is as tall as they need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QScrollArea, QWidget

from ui.theme.fonts import scaled_px
from ui.widgets.layouts import column, scrolled

_SPARED_PX = 60
"""What the screen's own bars and the frame take."""
_FRAME_PX = 1
"""The frame that style gives to a dialog."""


class FittedDialog(QDialog):
    """Where the screen has no room for all its words they are scrolled; its buttons are always seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words_layout: QLayout | None = None

    def set_parts(self, inside: QWidget, buttons: QLayout, *, width_px: int) -> None:
        """Consist of a widget with a layout and of buttons below it, so wide before the person's scale."""
        self._words_layout, self._foot, self._width_px = inside.layout(), buttons, width_px
        has_controls = any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in inside.findChildren(QWidget))
        area = scrolled(inside, name="" if has_controls else self.windowTitle())  # words alone are scrolled by keys
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        column((area, 1), buttons, of=self, margins=(_FRAME_PX,) * 4, spacing=0)
        inside.installEventFilter(self)
        self._fit()

    def _fit(self) -> None:
        if self._words_layout is None:
            return
        self._words_layout.activate()
        width = max(scaled_px(self._width_px), self._foot.totalMinimumSize().width() + 2 * _FRAME_PX)
        width = max(width, self._words_layout.totalMinimumSize().width() + 2 * _FRAME_PX)
        height = self._words_layout.totalHeightForWidth(width - 2 * _FRAME_PX) + self._foot.totalSizeHint().height()
        room = self.screen().availableGeometry().size()
        self.setFixedSize(min(width, room.width()), min(height + 2 * _FRAME_PX, room.height() - _SPARED_PX))

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the words have their font."""
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit other words."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)
