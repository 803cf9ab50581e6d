"""The row of a question that waits for another one's reply."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from ui.chat.transcript.card_requests import CardRequests
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import row


class WaitingRow(QWidget):
    """Waiting for 'Trains' · Stop that · Cancel."""

    def __init__(self, asks: CardRequests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reply_id = 0
        self._label = ElidedLabel()
        self._label.setProperty("tone", "soft")
        stop = QPushButton(self.tr("Stop that"))
        stop.setToolTip(self.tr("End the reply that is being written now"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setToolTip(self.tr("Do not answer this question"))
        beside = row(self._label, of=self, spacing=12)
        for button in (stop, cancel):
            button.setProperty("kind", "link")
            beside.addWidget(button)
        beside.addStretch()
        stop.clicked.connect(lambda: asks.stop_asked.emit())
        cancel.clicked.connect(lambda: asks.cancel_asked.emit(self._reply_id))

    def show_waiting(self, reply_id: int, title: str) -> None:
        """Say which reply waits, and name what for."""
        self._reply_id = reply_id
        if title:
            self._label.setText(self.tr("Waiting for “{title}”").format(title=title))
        else:
            self._label.setText(self.tr("Waiting for the reply before"))
