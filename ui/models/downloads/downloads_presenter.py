"""The queue of downloads, and what shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.hub.library.library import Library
from app.hub.library.library_model import LibraryModel
from app.hub.transfer.download_progress import DownloadState, QueuedDownload
from app.hub.transfer.download_queue import DownloadQueue
from ui.bridges.hub import Hub
from ui.models.downloads.download_bar import DownloadBar
from ui.models.downloads.download_card import DownloadAction
from ui.models.downloads.downloads_view import DownloadsView


class DownloadsPresenter(QObject):
    """Owns the queue, and shows it where it is attached; `close` stops it and keeps what has arrived.

    `use` loads a model that has become ready.

    Signals:
        changed(tuple[QueuedDownload, ...]): the queue, as it is now.
        became_ready(LibraryModel): a download was verified and put in place.
    """

    changed = Signal(object)
    became_ready = Signal(object)

    def __init__(self, hub: Hub, *, queue_file: Path, at_once: int, use: Callable[[LibraryModel], None]) -> None:
        super().__init__()
        self._background = hub.background
        self._use = use
        self._ready: set[int] = set()
        self._latest: tuple[QueuedDownload, ...] = ()
        self._is_on_its_way = False
        self._queue = DownloadQueue(
            hub.service.clients,
            hub.service.library,
            queue_file,
            on_change=self._note_change,
            on_bug=self._note_bug,
            at_once=at_once,
            attempt=hub.service.with_token,
        )
        self.add = self._queue.add
        self.pause = self._queue.pause
        self.change_limits = self._queue.change_limits
        self.use_library: Callable[[Library], None] = self._queue.use_library
        self.close = self._queue.close

    @property
    def unfinished(self) -> int:
        """How many are not done."""
        return sum(download.state is not DownloadState.DONE for download in self._queue.items())

    @property
    def is_writing(self) -> bool:
        """Whether something is being written into the folder of models."""
        resting = (DownloadState.DONE, DownloadState.PAUSED, DownloadState.FAILED)
        return any(download.state not in resting for download in self._queue.items())

    def attach(self, view: DownloadsView, bar: DownloadBar) -> None:
        """Show here from now on what is downloaded, or was left by the last run."""
        self._view = view
        self._bars = [bar]
        for source in (view.action_asked, bar.action_asked):
            source.connect(self._act)
        self.tell()

    def show_also_in(self, bar: DownloadBar) -> None:
        """Show the one that is under way here, too."""
        self._bars.append(bar)
        bar.action_asked.connect(self._act)
        bar.show_downloads(self._queue.items())

    def tell(self) -> None:
        """Show the queue as it is now, and tell of it."""
        self._show(self._queue.items())

    def forget_ready(self, path: str) -> None:
        """A model was put to use, or is about to be deleted: nobody need be told any more that it is ready."""
        for download in self._queue.items():
            is_ready = download.state is DownloadState.DONE and download.model is not None
            if is_ready and download.model is not None and str(download.model.path) == path:
                self._queue.cancel(download.id)  # it is done: only taken out of the list

    # --- private ----------------------------------------------------------------------------------------------

    def _note_change(self, downloads: tuple[QueuedDownload, ...]) -> None:
        """Called on any thread; the window is told of the latest state only."""
        self._latest = downloads
        if not self._is_on_its_way:
            self._is_on_its_way = True
            self._background.post(self._show_latest)

    def _note_bug(self, error: BaseException) -> None:
        def raise_it() -> None:
            raise error

        self._background.post(raise_it)

    def _show_latest(self) -> None:
        self._is_on_its_way = False  # before it is read: what comes in between is shown once more, never lost
        self._show(self._latest)

    def _show(self, downloads: tuple[QueuedDownload, ...]) -> None:
        self._view.show_downloads(downloads)
        for bar in self._bars:
            bar.show_downloads(downloads)
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
            DownloadAction.USE: lambda: self._use_ready(download_id),
        }
        acts[action]()

    def _move(self, download_id: int, by: int) -> None:
        ids = [download.id for download in self._queue.items()]
        if download_id in ids:
            self._queue.move(download_id, ids.index(download_id) + by)

    def _use_ready(self, download_id: int) -> None:
        model = next((d.model for d in self._queue.items() if d.id == download_id), None)
        if model is not None:
            self._queue.cancel(download_id)  # it is done: only taken out of the list
            self._use(model)
