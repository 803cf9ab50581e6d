"""Runs jobs on the conversations beside each other, each on a thread and a connection of its own."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.cancellation import Cancelled, StopSignal
from app.errors import UserError
from app.history.errors import DatabaseWasInterrupted
from app.history.store import HistoryStore
from app.text import translatable
from ui.bridges.background import Background
from ui.bridges.job import Job

_AT_ONCE = 16
_BUSY_TIMEOUT_S = 10.0
"""Nobody's frame waits for a job: it may wait longer for another that writes."""
_LOOK_S = 0.02
_REPORTS = 200
T = TypeVar("T")


class JobIsInTheWay(UserError):
    """Another job writes what this one would write."""

    def __init__(self, other: Job) -> None:
        super().__init__(
            translatable("This has to wait for something else that is still running: {job}"),
            translatable("Try again when that has ended, or stop it."),
            job=other.doing(),
        )
        self.other = other


class HistoryJobs(QObject):
    """Knows the jobs that run; two that would write the same are not begun beside each other.

    Signals:
        begun(Job): a job that people should see has begun.
    """

    begun = Signal(object)

    def __init__(self, store: HistoryStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._background: Background | None = None
        self._running: list[Job] = []

    def begin(self, job: Job) -> None:
        """Take a job in whose work others do. Raises `JobIsInTheWay`; it is not begun then."""
        for other in self._running:
            if job.collides_with(other):
                raise JobIsInTheWay(other)
        job.setParent(self)
        self._running.append(job)
        job.ended.connect(self._forget_ended)
        if not job.is_quiet:
            self.begun.emit(job)

    def run(
        self,
        job: Job,
        work: Callable[[HistoryStore, JobControl], T],
        done: Callable[[T], str | None],
        failed: Callable[[UserError], None],
    ) -> None:
        """Begin a job whose `work` is done on a thread of its own, with a connection of its own.

        `done` takes the result in here, and returns what is said of it; `None`: the job goes on here, and ends later.
        Raises `JobIsInTheWay`.
        """
        self.begin(job)
        background = self._threads()

        def outcome(stop: StopSignal) -> Callable[[], None]:
            """Do the work; return what is to be done about it in the window's thread."""
            control = JobControl(job, stop, background.post)
            try:
                with contextlib.closing(self._store.beside(busy_timeout_s=_BUSY_TIMEOUT_S)) as store:
                    result = work(store, control)
            except (Cancelled, DatabaseWasInterrupted):
                return job.note_stopped
            except UserError as error:
                return lambda error=error: _fail(job, failed, error)  # type: ignore[misc]
            except BaseException as error:
                return lambda error=error: _raise(job, error)  # type: ignore[misc]
            return lambda: _finish(job, done(result))

        background.run(outcome, lambda follow: follow())

    def running(self) -> tuple[Job, ...]:
        """Return the jobs that have not ended."""
        return tuple(self._running)

    def close(self) -> None:
        """Stop what runs, and wait until it has ended: each leaves nothing, or is done."""
        for job in self.running():
            job.stop()
        self._threads().close()  # what is asked for from now on is not begun

    def _threads(self) -> Background:
        if self._background is None:
            self._background = Background(threads=_AT_ONCE, parent=self)
        return self._background

    def _forget_ended(self) -> None:
        for job in self.running():
            if job.has_ended:
                self._running.remove(job)
                job.deleteLater()


class JobControl:
    """What a job's work knows of the window, on its own thread."""

    def __init__(self, job: Job, stop: StopSignal, post: Callable[[Callable[[], None]], None]) -> None:
        self._job = job
        self._stop = stop
        self._post = post
        self._reported = -1

    def is_stopped(self) -> bool:
        """Whether the work should end: it was stopped, or the window closes."""
        return self._job.is_stopping or self._stop.is_set()

    def report(self, fraction: float) -> None:
        """Say how far the work is, from 0 to 1; as often as one likes."""
        reported = int(fraction * _REPORTS)
        if reported != self._reported:
            self._reported = reported
            self._post(lambda: self._job.report(fraction))

    def wait_for(self, event: threading.Event) -> None:
        """Wait for something that the window sets. Raises `Cancelled`."""
        while not event.wait(_LOOK_S):
            if self.is_stopped():
                raise Cancelled

    def post(self, action: Callable[[], None]) -> None:
        """Call `action` in the window's thread, soon."""
        self._post(action)

    @contextlib.contextmanager
    def window_standing(self, *, before: Callable[[], None], after: Callable[[], None]) -> Iterator[None]:
        """Let the window's thread stand still inside, so that it sees nothing half done; keep it short.

        `before` is called there at the last moment before, `after` at the first after, unless this was left with an
        error. Raises `Cancelled`: who stops the job before the window stands still has stopped it.
        """
        stands, is_over = threading.Event(), threading.Event()
        is_done = False

        def stand() -> None:
            if self.is_stopped() or is_over.is_set():
                return
            try:
                before()
            except BaseException:
                self._job.stop()
                raise
            stands.set()
            is_over.wait()
            if is_done:
                after()

        self._post(stand)
        try:
            self.wait_for(stands)
            yield
            is_done = True
        finally:
            is_over.set()


def _finish(job: Job, told: str | None) -> None:
    if told is not None:
        job.finish(told)


def _fail(job: Job, failed: Callable[[UserError], None], error: UserError) -> None:
    job.note_failed()
    failed(error)


def _raise(job: Job, error: BaseException) -> None:
    job.note_failed()
    raise error
