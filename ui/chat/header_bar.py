"""The row above the transcript: sidebar switch, model picker, context gauge."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from ui.chat.context_gauge import ContextGauge
from ui.theme.icons import IconName, Icons
from ui.theme.theme import Theme

HEADER_PX = 52


class HeaderBar(QFrame):
    """Holds the model picker it is given.

    Signals:
        sidebar_asked(): the list of conversations should appear or go.
    """

    sidebar_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, picker: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEADER_PX)
        self.gauge = ContextGauge(theme)
        self._switch = QToolButton()
        self._switch.setToolTip(self.tr("Show or hide the conversations (Ctrl+B)"))
        self._switch.setAccessibleName(self.tr("Show or hide the conversations"))
        self._switch.clicked.connect(self.sidebar_asked)
        icons.give(self._switch, IconName.SIDEBAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self._switch)
        row.addWidget(picker)
        row.addStretch()
        row.addWidget(self.gauge)

    def set_switch_visible(self, *, visible: bool) -> None:
        """Offer the sidebar switch only where the sidebar is not always there."""
        self._switch.setVisible(visible)
