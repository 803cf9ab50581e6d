"""A bar that offers to take back what was just done, for a few seconds."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.text import visible_line

_SHOWN_MS = 8000


class UndoBar(QFrame):
    """Shown for eight seconds; hovering or focusing it keeps it.

    Signals:
        undone(): the person wants it back.
    """

    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undoBar")
        self._text = QLabel()
        self._text.setWordWrap(True)
        undo = QPushButton(self.tr("Undo"))
        undo.setProperty("kind", "link")
        undo.setToolTip(self.tr("Bring it back"))
        undo.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._text, 1)
        row.addWidget(undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        self.setVisible(False)

    def offer(self, text: str) -> None:
        """Say what was done and offer to undo it."""
        self._text.setText(visible_line(text))
        self.setAccessibleName(self._text.text())
        self.setVisible(True)
        self._timer.start(_SHOWN_MS)

    def withdraw(self) -> None:
        """Hide it now."""
        self._timer.stop()
        self.setVisible(False)

    def _undo(self) -> None:
        self.withdraw()
        self.undone.emit()

    def _expire(self) -> None:
        if self.underMouse() or (self.isAncestorOf(self.focusWidget() or self) and self.hasFocus()):
            self._timer.start(_SHOWN_MS)
        else:
            self.setVisible(False)
