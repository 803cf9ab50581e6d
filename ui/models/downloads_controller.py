"""Connects the list and the bar with the queue of downloads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState
from app.hub.transfer.download_queue import DownloadQueue
from app.hub.transfer.queued_download import QueuedDownload
from ui.bridges.background import Background
from ui.models.download_bar import DownloadBar
from ui.models.download_card import DownloadAction
from ui.models.downloads_view import DownloadsView
from ui.models.hub_desk import HubDesk


class DownloadsController(QObject):
    """Owns the queue, and shows it where it is attached; `close` stops it and keeps what has arrived.

    Signals:
        changed(tuple[QueuedDownload, ...]): the queue, as it is now.
        became_ready(LibraryModel): a download was verified and put in place.
        use_asked(LibraryModel): this model should be loaded.
    """

    changed = Signal(object)
    became_ready = Signal(object)
    use_asked = Signal(object)

    def __init__(
        self,
        desk: HubDesk,
        background: Background,
        *,
        queue_file: Path,
        at_once: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._ready: set[int] = set()
        self._latest: tuple[QueuedDownload, ...] = ()
        self._is_on_its_way = False
        self._queue = DownloadQueue(
            desk.clients,
            desk.library,
            queue_file,
            on_change=self._hear,
            on_bug=self._hear_bug,
            at_once=at_once,
            attempt=desk.with_token,
        )

    def attach(self, view: DownloadsView, bar: DownloadBar) -> None:
        """Show here from now on what is downloaded, or was left by the last run."""
        self._view = view
        self._bar = bar
        for source in (view.action_asked, bar.action_asked):
            source.connect(self._act)
        self.tell()

    def tell(self) -> None:
        """Show the queue as it is now, and tell of it."""
        self._show(self._queue.items())

    def add(self, plan: DownloadPlan) -> None:
        """Download this."""
        self._queue.add(plan)

    def change_limits(self, *, at_once: int, bytes_per_s: int) -> None:
        """Use other limits from now on."""
        self._queue.change_limits(at_once=at_once, bytes_per_s=bytes_per_s)

    def use_library(self, library: Library) -> None:
        """Put what is downloaded from now on where this library keeps it."""
        self._queue.use_library(library)

    def forget_ready(self, path: str) -> None:
        """A model was put to use, or is about to be deleted: nobody need be told any more that it is ready."""
        for download in self._queue.items():
            is_ready = download.state is DownloadState.DONE and download.model is not None
            if is_ready and download.model is not None and str(download.model.path) == path:
                self._queue.cancel(download.id)  # it is done: only taken out of the list

    def close(self) -> None:
        """Stop all downloads and join their threads."""
        self._queue.close()

    def _hear(self, downloads: tuple[QueuedDownload, ...]) -> None:
        """Called on any thread; the window hears of the latest state only."""
        self._latest = downloads
        if not self._is_on_its_way:
            self._is_on_its_way = True
            self._background.post(self._show_latest)

    def _hear_bug(self, error: BaseException) -> None:
        def raise_it() -> None:
            raise error

        self._background.post(raise_it)

    def _show_latest(self) -> None:
        self._is_on_its_way = False  # before it is read: what comes in between is shown once more, never lost
        self._show(self._latest)

    def _show(self, downloads: tuple[QueuedDownload, ...]) -> None:
        self._view.show_downloads(downloads)
        self._bar.show_downloads(downloads)
        self.changed.emit(downloads)
        for download in downloads:
            if download.state is DownloadState.DONE and download.id not in self._ready and download.model is not None:
                self._ready.add(download.id)
                self.became_ready.emit(download.model)

    def _act(self, download_id: int, action: DownloadAction) -> None:
        acts: dict[DownloadAction, Callable[[], None]] = {
            DownloadAction.PAUSE: lambda: self._queue.pause(download_id),
            DownloadAction.RESUME: lambda: self._queue.resume(download_id),
            DownloadAction.CANCEL: lambda: self._queue.cancel(download_id),
            DownloadAction.EARLIER: lambda: self._move(download_id, -1),
            DownloadAction.LATER: lambda: self._move(download_id, 1),
            DownloadAction.USE: lambda: self._use(download_id),
        }
        acts[action]()

    def _move(self, download_id: int, by: int) -> None:
        ids = [download.id for download in self._queue.items()]
        if download_id in ids:
            self._queue.move(download_id, ids.index(download_id) + by)

    def _use(self, download_id: int) -> None:
        model = next((d.model for d in self._queue.items() if d.id == download_id), None)
        if isinstance(model, LibraryModel):
            self._queue.cancel(download_id)  # it is done: only taken out of the list
            self.use_asked.emit(model)
