"""A line about work that takes a while: what, how far, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.widgets.elided_label import ElidedLabel

_STEPS = 1000


class WorkRow(QWidget):
    """Hidden while there is nothing to tell.

    Signals:
        stop_asked(): it should end.
    """

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ElidedLabel()
        self._text.setProperty("tone", "soft")
        self._text.setProperty("scale", "body")
        self._bar = thin_bar()
        stop = QPushButton(self.tr("Stop"))
        stop.setProperty("kind", "small")
        stop.setToolTip(self.tr("End this; nothing is changed"))
        stop.clicked.connect(self.stop_asked)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self._text)
        left.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(stop)
        self.setVisible(False)

    def show_work(self, text: str, fraction: float) -> None:
        """Say what is done and how far it is (0…1)."""
        self._text.setText(text)
        self._bar.setValue(round(fraction * _STEPS))
        self._bar.setAccessibleName(text)
        self.setVisible(True)

    def finish(self) -> None:
        """Hide it."""
        self.setVisible(False)


def thin_bar() -> QProgressBar:
    """Return a thin progress bar of a thousand steps."""
    bar = QProgressBar()
    bar.setRange(0, _STEPS)
    bar.setTextVisible(False)
    bar.setFixedHeight(6)
    return bar
