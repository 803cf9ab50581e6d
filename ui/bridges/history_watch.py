"""Sees that the file with the conversations is what it was: compared with the newest copy, looked at, read through."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.history.check_marks import CheckMarks
from app.history.errors import (
    DatabaseHoldsLess,
    DatabaseIsDamaged,
    DatabaseIsLocked,
    DatabaseIsMissing,
    DatabaseIsNotWritable,
    DatabaseWasReplaced,
    DiskIsFull,
)
from app.history.held_copies import check_against_copies
from app.history.last_place import KeptRoom
from app.history.store import HistoryStore
from ui.bridges.history_jobs import HistoryJobs, JobControl, JobIsInTheWay
from ui.bridges.job import Job
from ui.widgets.timers import after

_LOST = (DatabaseHoldsLess, DatabaseIsDamaged, DatabaseIsMissing, DatabaseWasReplaced)
_REFUSED = (DatabaseIsLocked, DatabaseIsNotWritable, DiskIsFull)
_LOOK_MS = 1000
_TRY_MS = 5000
_CHECK_MS = 3000
_NEXT_CHECK_MS = 24 * 3600 * 1000


class HistoryWatch(QObject):
    """Compares it with the newest copy at each start, looks at it each second, and reads it through beside the window
    after a run that did not come to its end, else once a day. While it cannot be written that is tried again.

    Signals:
        lost(UserError): the file is damaged or shorter, or another than was opened; nothing more should be written.
        refused(UserError): it has just been opened, and cannot be written.
        recovered(): it can be written again.
    """

    lost = Signal(object)
    refused = Signal(object)
    recovered = Signal()

    def __init__(self, store: HistoryStore, jobs: HistoryJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._marks = CheckMarks(store.path)
        self._is_lost = False
        self._looks = QTimer(self)
        self._looks.timeout.connect(self._look)
        self._checks = after(self, 0, self._check)
        self._tries = after(self, _TRY_MS, self._try)

    def begin(self) -> None:
        """The file has just been opened."""
        self._looks.start(_LOOK_MS)
        self._checks.start(_CHECK_MS if self._marks.begin() else _NEXT_CHECK_MS)
        self._compare()

    def note(self, error: UserError) -> None:
        """Somebody could not read or write; if that is the file's fault, all of it is lost."""
        if isinstance(error, _REFUSED):
            self._tries.start()
        elif isinstance(error, _LOST) and not self._is_lost:
            self._is_lost = True
            self._looks.stop()
            self._checks.stop()
            self._tries.stop()
            try:  # who opens it anew finds it missing or short: that what was opened is another says more
                self._store.look_at_file()
            except UserError as reason:
                error = reason
            self.lost.emit(error)

    def close(self) -> None:
        """Look no more."""
        self._looks.stop()
        self._checks.stop()
        self._tries.stop()
        if not self._is_lost:
            self._marks.end()

    def _look(self) -> None:
        try:
            self._store.look_at_file()
        except UserError as error:
            self.note(error)

    def _compare(self) -> None:
        def work(store: HistoryStore, _control: JobControl) -> None:
            check_against_copies(store.database, store.path, accepted_at=self._marks.accepted_at)
            _check_writable(store)

        def failed(error: UserError) -> None:
            (self.refused.emit if isinstance(error, _REFUSED) else self.note)(error)

        with contextlib.suppress(JobIsInTheWay):
            self._jobs.run(Job(str, is_quiet=True), work, lambda _nothing: "", failed)

    def _try(self) -> None:
        def work(store: HistoryStore, _control: JobControl) -> None:
            _check_writable(store)

        def done(_nothing: None) -> str:
            self.recovered.emit()
            return ""

        with contextlib.suppress(JobIsInTheWay):
            self._jobs.run(Job(str, is_quiet=True), work, done, self.note)

    def _check(self) -> None:
        self._checks.start(_NEXT_CHECK_MS)

        def work(store: HistoryStore, control: JobControl) -> None:
            store.database.check_integrity(is_stopped=control.is_stopped)

        def done(_result: None) -> str:
            self._marks.note_checked()
            return ""

        job = Job(str, is_quiet=True)
        with contextlib.suppress(JobIsInTheWay):
            self._jobs.run(job, work, done, self.note)


def _check_writable(store: HistoryStore) -> None:
    store.check_writable()
    KeptRoom(store.path).keep()
