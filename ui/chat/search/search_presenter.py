"""Searches while the person types: the newest query wins, the others are ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.cancellation import StopSignal
from app.conversation.session import Session
from app.errors import UserError
from app.history.found_places import HitChoice
from app.history.search_hit import SearchHit
from app.history.store import HistoryStore
from app.reasoning import StepKind
from ui.bridges.background import Task
from ui.bridges.history_thread import HistoryThread
from ui.bridges.window_events import WindowEvents
from ui.chat.search.search_field import SearchField
from ui.chat.search.search_results import SearchResults
from ui.widgets.timers import after

_PAUSE_MS = 60
_STEP_LETTERS = 80
"""Of the beginning of a step that was found, which are marked."""
PAGE = 40
"""Hits of one page."""


class SearchPresenter(QObject):
    """Searches on a thread with its own connection.

    Signals:
        hit_chosen(HitChoice): its conversation is shown now; its place in that should be.
        results_wanted(bool): there is something to search, so that results should be shown; or there is not any more.
    """

    hit_chosen = Signal(object)
    results_wanted = Signal(bool)

    def __init__(
        self,
        field: SearchField,
        results: SearchResults,
        *,
        session: Session,
        store: HistoryStore,
        events: WindowEvents,
    ) -> None:
        super().__init__(field)
        self._field = field
        self._results = results
        self._session = session
        self._events = events
        self._desk = HistoryThread(store, self)
        self._task: Task[list[SearchHit]] | None = None
        self._query = ""
        self._has_more = False
        self._chosen: tuple[SearchHit | None, int] = None, 0
        """The hit that was shown last, and which of its steps."""
        self._pause = after(self, _PAUSE_MS, self._search)
        self._field.textChanged.connect(self._typed)
        self._field.returnPressed.connect(self._results.choose_current)
        self._field.down_pressed.connect(self._results.focus_first)
        self._results.left.connect(self._leave)
        self._results.more_wanted.connect(self._search_on)
        self._results.hit_chosen.connect(self._choose)
        self._results.kind_changed.connect(self._note_kind)
        events.history_replaced.connect(self._search_anew)
        events.conversations_forgotten.connect(self._search_anew)

    def close(self) -> None:
        """End the search and its thread."""
        self._pause.stop()
        self._cancel()
        self._desk.close()

    def _search_anew(self) -> None:
        """What was found may be gone: search again."""
        self._cancel()
        self._has_more = False
        self._results.show_hits([], has_more=False)
        if self._is_asked:
            self._search()

    def begin(self, kind: StepKind | None = None) -> None:
        """Go to the search field; with a kind, show what is found of such steps in thoughts."""
        self._field.setFocus()
        self._field.selectAll()
        self._results.choose_kind(kind)

    @property
    def _is_asked(self) -> bool:
        return bool(self._query) or self._results.kind is not None

    def _note_kind(self) -> None:
        self._typed(self._field.text())

    def _leave(self) -> None:
        self._results.choose_kind(None)
        self._field.clear()
        self._field.setFocus()

    def _typed(self, text: str) -> None:
        self._cancel()
        self._query = text.strip()
        if self._is_asked:
            self._pause.start()
        else:
            self._pause.stop()
            self.results_wanted.emit(False)

    def _search(self) -> None:
        self._start(self._show, before=None)

    def _search_on(self) -> None:
        hits = self._results.model.hits()
        if self._has_more and self._task is None and hits and hits[-1].message_id is not None:
            self._start(self._add, before=hits[-1].message_id)

    def _start(self, done: Callable[[list[SearchHit]], None], *, before: int | None) -> None:
        query, kind = self._query, self._results.kind

        def work(store: HistoryStore, _stop: StopSignal) -> list[SearchHit]:
            return store.search(query, limit=PAGE, before_message_id=before, kind=kind)

        self._task = self._desk.run(work, done, self._fail)

    def _show(self, hits: list[SearchHit]) -> None:
        self._task = None
        self._has_more = len(hits) == PAGE
        self._results.show_hits(hits, has_more=self._has_more)
        self.results_wanted.emit(True)

    def _add(self, hits: list[SearchHit]) -> None:
        self._task = None
        self._has_more = len(hits) == PAGE
        self._results.add_hits(hits, has_more=self._has_more)

    def _fail(self, error: UserError) -> None:
        self._task = None
        self._events.report(error)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._desk.interrupt()

    def _choose(self, hit: SearchHit) -> None:
        last, step = self._chosen
        step = (step + 1) % max(1, len(hit.step_starts)) if hit == last else 0  # chosen again: the next of its steps
        self._chosen = hit, step
        words = hit.excerpt[slice(*hit.matches[0])] if hit.matches else ""
        around = hit.excerpt[hit.matches[0][0] : hit.matches[1][1]] if len(hit.matches) > 1 else ""
        with self._events.reporting_problems():
            try:
                if hit.message_id is not None:
                    self._session.versions.show_branch_of(hit.message_id)
                    if hit.step_starts:
                        thinking = self._session.message(hit.message_id).thinking[hit.step_starts[step] :]
                        around = ""
                        words = thinking[:_STEP_LETTERS].lstrip().split("\n", 1)[0].rstrip()
            except LookupError:
                return  # purged since it was found
            self._events.conversation_wanted.emit(hit.conversation_id)
            found_in = hit.found_in
            self.hit_chosen.emit(HitChoice(hit.conversation_id, hit.message_id, self._query, found_in, words, around))
