"""The tab Downloads: the queue, in its order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.hub.transfer.download_progress import QueuedDownload
from ui.models.downloads.download_card import DownloadCard
from ui.widgets.layouts import column, scrolled, take_out
from ui.widgets.styled import label

_WIDEST_PX = 860


class DownloadsView(QWidget):
    """Cards live as long as their downloads, so that focus and open questions survive each change.

    Signals:
        action_asked(int, DownloadAction): do this with the download of this id.
    """

    action_asked = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[int, DownloadCard] = {}
        words = self.tr("Nothing is being downloaded. What you download under Discover appears here.")
        self._empty = label(words, tone="soft", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QWidget()
        self._column = column(1, of=body, margins=(24, 18, 24, 12), spacing=8)
        body.setMaximumWidth(_WIDEST_PX)
        self._scroll = scrolled(body, name=self.tr("Downloads"))
        self._scroll.setVisible(False)
        column((self._scroll, 1), (self._empty, 1), of=self)

    def show_downloads(self, downloads: tuple[QueuedDownload, ...]) -> None:
        """Show the queue."""
        wanted = {download.id for download in downloads}
        for gone in [known for known in self._cards if known not in wanted]:
            take_out(self._cards.pop(gone))
        for position, download in enumerate(downloads):
            card = self._cards.get(download.id) or self._add(download.id)
            card.show_download(download, is_first=position == 0, is_last=position == len(downloads) - 1)
            if self._column.indexOf(card) != position:
                self._column.removeWidget(card)
                self._column.insertWidget(position, card)
        self._scroll.setVisible(bool(downloads))
        self._empty.setVisible(not downloads)

    def card(self, download_id: int) -> DownloadCard:
        """Return the card of a download."""
        return self._cards[download_id]

    def _add(self, download_id: int) -> DownloadCard:
        card = DownloadCard()
        card.action_asked.connect(lambda action: self.action_asked.emit(download_id, action))
        self._cards[download_id] = card
        return card
