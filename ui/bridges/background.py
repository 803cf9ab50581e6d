"""Runs what may take a while (the network, hashing, reading folders) beside the window and brings the result back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.cancellation import Cancelled, StopSignal
from app.errors import UserError

T = TypeVar("T")


class Task(Generic[T]):
    """One piece of work; cancelled, its result is dropped, however late it comes."""

    def __init__(
        self, done: Callable[[T], None], failed: Callable[[UserError], None], owner: QObject | None = None
    ) -> None:
        self.stop = StopSignal()
        self._owner = owner
        self._done = done
        self._failed = failed

    def cancel(self) -> None:
        """Ask it to end; nobody hears of it any more."""
        self.stop.set()

    def deliver(self, future: Future[T]) -> None:
        """Hand the result over, on the window's thread; a bug in the work is raised there."""
        if self.stop.is_set() or (self._owner is not None and not isValid(self._owner)):
            return
        try:
            result = future.result()
        except (Cancelled, CancelledError):
            return
        except UserError as error:
            self._failed(error)
            return
        self._done(result)


class Background(QObject):
    """A few threads of its own. `close` stops and joins them; what they bring after that is dropped.

    Signals:
        failed(UserError): work failed whose starter did not ask to hear of it.
    """

    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, *, threads: int = 4, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="background")
        self._tasks: dict[Future[object], Task[object]] = {}
        self._is_closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[StopSignal], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Task[T]:
        """Call `work` on another thread, then `done` or `failed` on this one. The work may look at its stop signal.

        When `owner` has been deleted meanwhile, nobody hears of the result.
        """
        task: Task[T] = Task(done, failed if failed is not None else self.failed.emit, owner)
        if self._is_closed:
            task.cancel()
            return task
        future: Future[T] = self._pool.submit(work, task.stop)
        self._tasks[future] = task  # type: ignore[index, assignment]  # each future's result goes to its own task only
        future.add_done_callback(self._arrived.emit)
        return task

    def post(self, action: Callable[[], None]) -> None:
        """Call `action` on this object's thread soon; any thread may call this."""
        if not self._is_closed:
            self._arrived.emit(action)

    def close(self) -> None:
        """Stop everything and join the threads."""
        self._is_closed = True
        for task in self._tasks.values():
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    def _deliver(self, arrived: object) -> None:
        if self._is_closed:
            return
        if not isinstance(arrived, Future):
            assert callable(arrived), "only futures and actions are posted"
            arrived()
            return
        task = self._tasks.pop(arrived, None)
        if task is not None:
            task.deliver(arrived)
