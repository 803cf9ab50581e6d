"""Has the search index fed again, beside the window, where another version of Aside or Python has fed it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.errors import UserError
from app.history.search_upkeep import index_anew
from app.history.store import HistoryStore
from ui.bridges.history_jobs import HistoryJobs, JobControl
from ui.bridges.job import Job
from ui.bridges.window_events import WindowEvents
from ui.widgets.timers import after

_FIRST_MS = 5_000
_AGAIN_MS = 60_000


class SearchIndex(QObject):
    """Looks some seconds after the start, and after all conversations were replaced; nobody is told of it.

    What is indexed already is found meanwhile, the newest first.
    """

    def __init__(self, *, store: HistoryStore, jobs: HistoryJobs, events: WindowEvents) -> None:
        super().__init__()
        events.history_replaced.connect(self.begin)
        self._store = store
        self._jobs = jobs
        self._soon = after(self, 0, self._look)
        self.begin()

    def begin(self) -> None:
        """Look soon."""
        self._soon.start(_FIRST_MS)

    def close(self) -> None:
        """Look no more."""
        self._soon.stop()

    def _look(self) -> None:
        def work(store: HistoryStore, control: JobControl) -> None:
            index_anew(store.database, is_stopped=control.is_stopped)

        try:
            if not self._store.is_search_index_whole():
                self._jobs.run(Job(str, is_quiet=True), work, lambda _nothing: "", self._try_again)
        except UserError as error:
            self._try_again(error)

    def _try_again(self, _error: UserError) -> None:
        """A full disk, say, or all is being replaced: searches find less for now."""
        self._soon.start(_AGAIN_MS)
