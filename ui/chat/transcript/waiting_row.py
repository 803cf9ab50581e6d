"""The row of a question that waits for another one's reply."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.elided_label import ElidedLabel


class WaitingRow(QWidget):
    """Waiting for 'Trains' · Stop that · Cancel.

    Signals:
        stop_asked(): the running reply should make way.
        cancel_asked(): this question should not be answered after all.
    """

    stop_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel()
        self._label.setProperty("tone", "soft")
        stop = QPushButton(self.tr("Stop that"))
        stop.setToolTip(self.tr("End the reply that is being written now"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setToolTip(self.tr("Do not answer this question"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._label)
        for button in (stop, cancel):
            button.setProperty("kind", "link")
            row.addWidget(button)
        row.addStretch()
        stop.clicked.connect(self.stop_asked)
        cancel.clicked.connect(self.cancel_asked)

    def show_waiting_for(self, title: str) -> None:
        """Name what it waits for."""
        if title:
            self._label.setText(self.tr("Waiting for “{title}”").format(title=title))
        else:
            self._label.setText(self.tr("Waiting for the reply before"))
