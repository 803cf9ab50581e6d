"""The frame around a number that can be typed or stepped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.theme.spacing import keep_spaced
from ui.widgets.level_text import LevelText

_PADDING_PX = 8


class NumberFrame(QFrame):
    """Holds a spin box and looks like any other field. The arrow keys step; without focus the wheel does not.

    The frame is a widget of its own, because a style sheet on a spin box takes its text or its padding away.
    """

    def __init__(self, box: QAbstractSpinBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numberField")
        self.setSizePolicy(box.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        box.setFrame(False)
        box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        palette = box.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        box.setPalette(palette)
        line = box.findChild(QLineEdit)
        assert line is not None, "a spin box has a line to type in"
        LevelText(line)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(_PADDING_PX, 6, _PADDING_PX, 7)  # as high as a list that unfolds
        keep_spaced(inside)
        inside.addWidget(box)
        self.setFocusProxy(box)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the field while it has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() is QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        return super().eventFilter(watched, event)
