"""A thread for what history needs longer for than a frame (search, long branches, drafts), with its own connection."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from app.cancellation import Cancelled, StopSignal
from app.errors import UserError
from app.history.errors import DatabaseWasInterrupted
from app.history.store import HistoryStore
from ui.bridges.background import Background, Task

T = TypeVar("T")


class HistoryThread(QObject):
    """Does one piece of work after the other; a task that was cancelled before its turn is never begun.

    A task knows messages by their ids. When a backup has taken the place of everything, these stand for others: what
    was begun before is given up, and nobody hears of it.

    The thread and its connection are made when they are first needed.
    """

    def __init__(self, store: HistoryStore, parent: QObject | None = None, *, is_writing: bool = False) -> None:
        """`is_writing`: closing waits for what runs instead of interrupting it, and a replacement does, too."""
        super().__init__(parent)
        self._is_writing = is_writing
        self._beside = store
        self._replacement = store.replacement
        self._store: HistoryStore | None = None
        self._background: Background | None = None

    def run(
        self,
        work: Callable[[HistoryStore, StopSignal], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None],
    ) -> Task[T]:
        """Call `work` with the thread's store, then `done` or `failed` here."""
        begun = self._replacement.replacements

        def is_stale() -> bool:
            return self._replacement.replacements != begun

        def with_store(stop: StopSignal) -> T:
            if self._store is None:
                self._store = self._beside.beside()
            with self._replacement.shared(self._store.path) if self._is_writing else contextlib.nullcontext():
                if stop.is_set() or is_stale():
                    raise Cancelled
                try:
                    return work(self._store, stop)
                except (DatabaseWasInterrupted, Cancelled) as error:
                    raise Cancelled from error
                except LookupError as error:
                    if is_stale():
                        raise Cancelled from error
                    raise

        if self._background is None:
            self._background = Background(threads=1, parent=self)
        return self._background.run(
            with_store,
            lambda result: None if is_stale() else done(result),
            lambda error: None if is_stale() else failed(error),
        )

    def interrupt(self) -> None:
        """End what is being read now: nobody waits for it any more. Cancel its task first."""
        if self._store is not None:
            self._store.interrupt()

    def close(self) -> None:
        """End the work, join the thread, give the file back."""
        if not self._is_writing:
            self.interrupt()
        if self._background is None:  # whatever is asked for from now on is not begun
            self._background = Background(threads=1, parent=self)
        self._background.close()
        if self._store is not None:
            self._store.close()
            self._store = None
