"""Sees that the file with the conversations stays what it is: looked at each second, read through now and then."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.history.check_marks import CheckMarks
from app.history.errors import DatabaseIsDamaged, DatabaseIsMissing, DatabaseWasReplaced
from app.history.store import HistoryStore
from ui.bridges.history_jobs import HistoryJobs, JobControl, JobIsInTheWay
from ui.bridges.job import Job

_LOOK_MS = 1000
_CHECK_MS = 3000
_NEXT_CHECK_MS = 24 * 3600 * 1000


class HistoryWatch(QObject):
    """Reads the file through beside the window after a run that did not come to its end, else once a day.

    Signals:
        lost(UserError): the file is damaged, or another than was opened; nothing more should be written to it.
    """

    lost = Signal(object)

    def __init__(self, store: HistoryStore, jobs: HistoryJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._marks = CheckMarks(store.path)
        self._is_lost = False
        self._looks = QTimer(self)
        self._looks.timeout.connect(self._look)
        self._checks = QTimer(self)
        self._checks.setSingleShot(True)
        self._checks.timeout.connect(self._check)

    def begin(self) -> None:
        """The file has just been opened."""
        self._looks.start(_LOOK_MS)
        self._checks.start(_CHECK_MS if self._marks.begin() else _NEXT_CHECK_MS)

    def note(self, error: UserError) -> None:
        """Somebody could not read or write; if that is the file's fault, all of it is lost."""
        if isinstance(error, DatabaseIsDamaged | DatabaseIsMissing | DatabaseWasReplaced) and not self._is_lost:
            self._is_lost = True
            self._looks.stop()
            self._checks.stop()
            self.lost.emit(error)

    def close(self) -> None:
        """Look no more."""
        self._looks.stop()
        self._checks.stop()
        if not self._is_lost:
            self._marks.end()

    def _look(self) -> None:
        try:
            self._store.look_at_file()
        except UserError as error:
            self.note(error)

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
