"""What is left of the thinking pane when it is folded away: a rail with a pulse and the seconds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.chat.thinking.thought_card import ThoughtProgress
from ui.theme.icons import IconName, Icons
from ui.theme.theme import Theme
from ui.widgets.key_tip import KeyTip
from ui.widgets.pulse import Pulse
from ui.widgets.pulse_dot import PulseDot

RAIL_PX = 44


class ThinkingRail(QFrame):
    """Signals:
    expand_asked(): the pane should come back.
    """

    expand_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(RAIL_PX)
        expand = QToolButton()
        KeyTip(expand, self.tr("Show the thinking pane"), action="thinking_pane")
        expand.setAccessibleName(self.tr("Show the thinking pane"))
        expand.clicked.connect(self.expand_asked)
        icons.give(expand, IconName.SHOW_PANE)
        self._dot = PulseDot(theme, pulse)
        self._seconds = QLabel()
        self._seconds.setProperty("tone", "faint")
        self._seconds.setProperty("scale", "tiny")
        self._seconds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._seconds.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 12)
        column.setSpacing(10)
        for widget in (expand, self._dot):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._seconds)
        column.addStretch()
        self.show_progress(ThoughtProgress())

    def show_progress(self, progress: ThoughtProgress) -> None:
        """Show whether and how long the model has been thinking."""
        self._dot.setVisible(progress.is_live)
        seconds = progress.seconds
        self._seconds.setText("" if seconds is None else self.tr("{seconds} s").format(seconds=int(seconds)))
