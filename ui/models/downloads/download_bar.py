"""The download that is under way, in a bar under the chat and on the models page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from ui.models.downloads.download_card import DownloadAction
from ui.models.downloads.download_words import fraction_of, problem_of, status_of, title_of
from ui.theme.fonts import scaled_px
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import row
from ui.widgets.styled import button, styled
from ui.widgets.work_row import thin_bar

_ENDED = (DownloadState.DONE, DownloadState.PAUSED, DownloadState.FAILED)
_HEIGHT_PX = 54
_BAR_FROM_PX = 560


class DownloadBar(QFrame):
    """Hidden while nothing is under way, or where all is listed anyway; one that ended or was paused meanwhile stays
    until something is done with it or it is dismissed.

    Signals:
        action_asked(int, DownloadAction): do this with the download of this id.
        opened(): the list of downloads is wanted.
    """

    action_asked = Signal(int, object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("downloadBar")
        self.setFixedHeight(scaled_px(_HEIGHT_PX))
        self._shown: QueuedDownload | None = None
        self._is_wanted = True
        self._does = DownloadAction.PAUSE
        self._seen_active: set[int] = set()
        self._name = ElidedLabel()
        self._name.setMinimumWidth(90)
        self._bar = thin_bar()
        self._bar.setMinimumWidth(80)
        self._status = styled(ElidedLabel(), tone="soft", scale="body")
        self._status.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)  # the name gets the rest
        self._button = button("", clicked=self._act)
        self._dismiss = button(self.tr("Dismiss"), kind="quiet", clicked=self._put_away)
        parts = (self._name, (self._bar, 1), self._status, self._button, self._dismiss)
        self._row = row(*parts, of=self, margins=(24, 0, 24, 0), spacing=14)
        self.setVisible(False)

    def show_downloads(self, downloads: tuple[QueuedDownload, ...]) -> None:
        """Show the first that is under way, else one that ended or was paused while this bar watched it."""
        self._seen_active |= {download.id for download in downloads if download.is_active}
        active = [download for download in downloads if download.is_active or download.state is DownloadState.QUEUED]
        ended = [d for d in downloads if d.state in _ENDED and d.id in self._seen_active]
        shown = active[0] if active else (ended[-1] if ended else None)
        self._shown = shown
        self.setVisible(shown is not None and self._is_wanted)
        if shown is not None:
            self._show(shown, others=len(active) - 1)

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Hide while the list of downloads is shown, which says the same."""
        self._is_wanted = is_wanted
        self.setVisible(self._shown is not None and is_wanted)

    def _show(self, download: QueuedDownload, *, others: int) -> None:
        is_done = download.state is DownloadState.DONE
        self._name.setText(title_of(download))
        problem = problem_of(download)[0]
        status = problem or status_of(download)
        if others > 0:
            status = self.tr("{status} · {count} more").format(status=status, count=others)
        self._status.setMinimumWidth(0)  # its hint is no less than that, and may come from an earlier, longer text
        self._status.setText(status)
        self._bar.setValue(round(fraction_of(download) * self._bar.maximum()))
        words, tip, self._does = {
            DownloadState.DONE: (
                self.tr("Use now"),
                self.tr("Load this model and go to the chat"),
                DownloadAction.USE,
            ),
            DownloadState.PAUSED: (self.tr("Resume"), self.tr("Go on where it stopped"), DownloadAction.RESUME),
            DownloadState.FAILED: (self.tr("Try again"), self.tr("Go on where it stopped"), DownloadAction.RESUME),
        }.get(
            download.state,
            (self.tr("Pause"), self.tr("Stop for now; what arrived is kept"), DownloadAction.PAUSE),
        )
        self._button.setText(words)
        self._button.setToolTip(tip)
        self._dismiss.setVisible(download.state in _ENDED)
        self._dismiss.setToolTip(
            self.tr("Take it out of the list of downloads") if is_done else self.tr("It stays in the list of downloads")
        )
        self._fit()
        self.setAccessibleName(f"{title_of(download)}: {status}")
        self.setToolTip(self.tr("Show the downloads"))

    def _act(self) -> None:
        if self._shown is not None:
            self.action_asked.emit(self._shown.id, self._does)

    def _put_away(self) -> None:
        if self._shown is not None and self._shown.state is DownloadState.DONE:
            self.action_asked.emit(self._shown.id, DownloadAction.CANCEL)
        elif self._shown is not None:
            self._seen_active.discard(self._shown.id)
            self._shown = None
            self.setVisible(False)

    def _fit(self) -> None:
        """Show figures whole as far as there is room, and the bar where some is left and more is to come."""
        if self._shown is None:
            return
        is_over = self._shown.state in (DownloadState.DONE, DownloadState.FAILED)
        self._bar.setVisible(not is_over and self.width() >= scaled_px(_BAR_FROM_PX))
        margins, beside = self._row.contentsMargins(), (self._name, self._bar, self._button, self._dismiss)
        room = self.width() - margins.left() - margins.right()
        for part in beside:
            if not part.isHidden():
                room -= max(part.minimumWidth(), part.minimumSizeHint().width()) + self._row.spacing()
        text = self._status.text()
        wanted = 0 if problem_of(self._shown)[0] else self._status.fontMetrics().horizontalAdvance(text) + 1
        self._status.setMinimumWidth(max(0, min(wanted, room)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list."""
        super().mousePressEvent(event)
        self.opened.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the thin bar out where there is no room."""
        super().resizeEvent(event)
        self._fit()
