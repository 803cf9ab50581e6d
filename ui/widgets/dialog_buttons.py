"""The row of buttons at the foot of a dialog: what is done, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from ui.widgets.styled import button


class DialogButtons(QHBoxLayout):
    """`confirm` is the default button; its `clicked` is for the dialog to connect. Cancel rejects the dialog."""

    def __init__(self, dialog: QDialog, text: str) -> None:
        super().__init__()
        self.confirm = QPushButton(text)
        self.confirm.setProperty("kind", "primary")
        self.confirm.setDefault(True)
        cancel = button(
            QCoreApplication.translate("DialogButtons", "Cancel"),
            QCoreApplication.translate("DialogButtons", "Close without a change (Esc)"),
            kind="raised",
        )
        cancel.clicked.connect(dialog.reject)
        self.setSpacing(8)
        self.addStretch()
        self.addWidget(cancel)
        self.addWidget(self.confirm)
