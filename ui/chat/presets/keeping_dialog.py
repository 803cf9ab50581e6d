"""A dialog that keeps at once what is changed in it: there is nothing to confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog


class KeepingDialog(QDialog):
    """Enter presses the button that has the keyboard, and no other: in a field it enters what was typed there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from the first button that Qt finds, which might take everything back."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
