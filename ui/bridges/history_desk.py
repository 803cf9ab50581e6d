"""A thread for what history needs longer for than a frame (search, export, import), with its own connection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from app.errors import UserError
from app.history.errors import DatabaseWasInterrupted
from app.history.store import HistoryStore
from app.hub.stop_signal import DownloadStopped, StopSignal
from ui.bridges.background import Background, Job

T = TypeVar("T")


class HistoryDesk(QObject):
    """Does one piece of work after the other; a job that was cancelled before its turn is never begun.

    The thread and its connection are made when they are first needed.
    """

    def __init__(self, path: Path, parent: QObject | None = None, *, is_writing: bool = False) -> None:
        """`is_writing`: closing waits for what runs instead of interrupting it."""
        super().__init__(parent)
        self._is_writing = is_writing
        self._path = path
        self._store: HistoryStore | None = None
        self._background: Background | None = None

    def run(
        self,
        work: Callable[[HistoryStore, StopSignal], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None],
    ) -> Job[T]:
        """Call `work` with the thread's store, then `done` or `failed` here."""

        def with_store(stop: StopSignal) -> T:
            if stop.is_set():
                raise DownloadStopped
            if self._store is None:
                self._store = HistoryStore.open(self._path)
            try:
                return work(self._store, stop)
            except DatabaseWasInterrupted as error:
                raise DownloadStopped from error

        if self._background is None:
            self._background = Background(threads=1, parent=self)
        return self._background.run(with_store, done, failed)

    def post(self, action: Callable[[], None]) -> None:
        """Call `action` on this object's thread soon; for work that tells how far it is."""
        if self._background is not None:
            self._background.post(action)

    def interrupt(self) -> None:
        """End what is being read now: nobody waits for it any more. Cancel its job first."""
        if self._store is not None:
            self._store.interrupt()

    def close(self) -> None:
        """End the work, join the thread, give the file back."""
        if not self._is_writing:
            self.interrupt()
        if self._background is not None:
            self._background.close()
        if self._store is not None:
            self._store.close()
            self._store = None
