"""A line in the sidebar for work that takes a while: what it is, how far, a way to stop it; then what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import scaled_px

_RESULT_MS = 8000
_STEPS = 1000


class WorkStrip(QFrame):
    """Hidden while there is nothing to tell.

    Signals:
        stop_asked(): the person wants the work to end.
    """

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undoBar")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("workBar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setFixedHeight(scaled_px(4))
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setProperty("kind", "link")
        self._stop.setToolTip(self.tr("Stop; nothing is changed then"))
        self._stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._bar)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setVisible(False)

    def show_work(self, text: str) -> None:
        """Say what is being done."""
        self._timer.stop()
        self._text.setText(text)
        self.setAccessibleName(text)
        self._bar.setValue(0)
        self._bar.setAccessibleName(text)
        self._bar.setVisible(True)
        self._stop.setVisible(True)
        self.setVisible(True)

    def show_fraction(self, fraction: float) -> None:
        """Say how far it is, from 0 to 1."""
        self._bar.setValue(round(max(0.0, min(1.0, fraction)) * _STEPS))

    def show_result(self, text: str) -> None:
        """Say what came of it, for some seconds."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._bar.setVisible(False)
        self._stop.setVisible(False)
        self.setVisible(True)
        self._timer.start(_RESULT_MS)

    def withdraw(self) -> None:
        """Hide it now."""
        self._timer.stop()
        self.setVisible(False)
