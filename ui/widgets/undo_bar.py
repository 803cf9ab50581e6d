"""A bar that offers to take back what was just done, for a few seconds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.text import visible_line
from ui.widgets.layouts import row
from ui.widgets.styled import button, label
from ui.widgets.timers import after

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
        self._text = label(wraps=True)
        undo = button(self.tr("Undo"), self.tr("Bring it back"), kind="link", clicked=self._undo)
        row((self._text, 1), undo, of=self, margins=(12, 6, 6, 6))
        self._timer = after(self, _SHOWN_MS, self._expire)
        self.setVisible(False)

    def offer(self, text: str) -> None:
        """Say what was done and offer to undo it."""
        self._text.setText(visible_line(text))
        self.setAccessibleName(self._text.text())
        self.setVisible(True)
        self._timer.start()

    def withdraw(self) -> None:
        """Hide it now."""
        self._timer.stop()
        self.setVisible(False)

    def _undo(self) -> None:
        self.withdraw()
        self.undone.emit()

    def _expire(self) -> None:
        if self.underMouse() or (self.isAncestorOf(self.focusWidget() or self) and self.hasFocus()):
            self._timer.start()
        else:
            self.setVisible(False)
