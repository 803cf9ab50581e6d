"""Reads and copies what may take longer than a frame, on a thread with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.errors import UserError
from app.history.store import HistoryStore
from app.hub.stop_signal import StopSignal
from ui.bridges.background import Background, Job

T = TypeVar("T")


class HistoryReader:
    """Runs work on a second store of the same file, one piece after the other; opened when first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._background: Background | None = None
        self._store: HistoryStore | None = None

    def run(
        self,
        work: Callable[[HistoryStore, StopSignal], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None],
    ) -> Job[T]:
        """Call `work` on the thread, then `done` or `failed` on this one."""
        if self._background is None:
            self._background = Background(threads=1)
        return self._background.run(lambda stop: work(self._opened(), stop), done, failed)

    def close(self) -> None:
        """Stop what runs, join the thread, give the file back."""
        if self._background is not None:
            self._background.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> HistoryStore:
        if self._store is None:
            self._store = HistoryStore.open(self._path)
        return self._store
