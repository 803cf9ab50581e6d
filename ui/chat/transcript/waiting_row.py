"""The row of a question that waits for another one's reply."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.chat.transcript.card_requests import CardRequests
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import row
from ui.widgets.styled import button, styled


class WaitingRow(QWidget):
    """Waiting for 'Trains' · Stop that · Cancel."""

    def __init__(self, asks: CardRequests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reply_id = 0
        self._label = styled(ElidedLabel(), tone="soft")
        stop = button(
            self.tr("Stop that"),
            self.tr("End the reply that is being written now"),
            kind="link",
            clicked=asks.stop_asked.emit,
        )
        cancel = button(
            self.tr("Cancel"),
            self.tr("Do not answer this question"),
            kind="link",
            clicked=lambda: asks.cancel_asked.emit(self._reply_id),
        )
        row(self._label, stop, cancel, 1, of=self, spacing=12)

    def show_waiting(self, reply_id: int, title: str) -> None:
        """Say which reply waits, and name what for."""
        self._reply_id = reply_id
        if title:
            self._label.setText(self.tr("Waiting for “{title}”").format(title=title))
        else:
            self._label.setText(self.tr("Waiting for the reply before"))
