"""A slim strip under the chat: the download that is under way, and the way to all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.hub.transfer.download_progress import DownloadState
from app.hub.transfer.queued_download import QueuedDownload
from ui.models.download_words import fraction_of, problem_of, title_of
from ui.models.work_row import thin_bar
from ui.theme.fonts import scaled_px
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.spoken_numbers import duration_text

_HEIGHT_PX = 34
_BAR_PX = 120
_BAR_FITS_PX = 480


class DownloadStrip(QPushButton):
    """There while something is being downloaded; a click asks for the list of downloads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setToolTip(self.tr("Show the downloads"))
        self.setFixedHeight(scaled_px(_HEIGHT_PX))
        self._name = ElidedLabel()
        self._bar = thin_bar()
        self._bar.setFixedWidth(_BAR_PX)
        self._status = QLabel()
        self._status.setProperty("tone", "soft")
        self._status.setProperty("scale", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(self._name, 1)
        row.addWidget(self._bar)
        row.addWidget(self._status)
        self.setVisible(False)

    def show_downloads(self, downloads: tuple[QueuedDownload, ...]) -> None:
        """Show the first that is under way; hide when none is."""
        active = [download for download in downloads if download.is_active]
        self.setVisible(bool(active))
        if not active:
            return
        first = active[0]
        fraction = fraction_of(first)
        self._name.setText(title_of(first))
        self._bar.setValue(round(fraction * self._bar.maximum()))
        self._bar.setVisible(self.width() >= _BAR_FITS_PX)
        words = self._words(first, fraction)
        if len(active) > 1:
            words = self.tr("{status} · {count} more").format(status=words, count=len(active) - 1)
        self._status.setText(words)
        self.setAccessibleName(f"{title_of(first)}: {words}")

    def _words(self, download: QueuedDownload, fraction: float) -> str:
        problem = problem_of(download)[0]
        if problem and download.state is DownloadState.WAITING:
            return problem
        percent = self.tr("{percent} %").format(percent=int(fraction * 100))
        if download.state is DownloadState.DOWNLOADING and download.seconds_left is not None:
            left = duration_text(max(1.0, download.seconds_left))
            return self.tr("{percent} · {time} left").format(percent=percent, time=left)
        return percent
