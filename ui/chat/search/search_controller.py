"""Searches while the person types: the newest query wins, the others are ended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.cancellation import StopSignal
from app.errors import UserError
from app.history.search_hit import SearchHit
from app.history.store import HistoryStore
from ui.bridges.background import Task
from ui.bridges.history_thread import HistoryThread
from ui.chat.search.found_places import HitChoice
from ui.chat.window_content import WindowContent

_PAUSE_MS = 60
PAGE = 40
"""Hits of one page."""


class SearchController(QObject):
    """Connects the search field and its results with history, on a thread with its own connection.

    Signals:
        hit_chosen(HitChoice): this conversation should be shown, at this message.
        problem_occurred(UserError): the search failed.
    """

    hit_chosen = Signal(object)
    problem_occurred = Signal(object)

    def __init__(self, *, content: WindowContent, store: HistoryStore) -> None:
        super().__init__(content)
        self._sidebar = content.sidebar
        self._field = content.sidebar.search_field
        self._results = content.sidebar.results
        self._desk = HistoryThread(store, self)
        self._task: Task[list[SearchHit]] | None = None
        self._query = ""
        self._has_more = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._field.textChanged.connect(self._typed)
        self._field.returnPressed.connect(self._results.choose_current)
        self._field.down_pressed.connect(self._results.focus_first)
        self._results.left.connect(self._leave)
        self._results.more_wanted.connect(self._search_on)
        self._results.hit_chosen.connect(self._choose)
        self._show_sidebar = content.toggle_sidebar

    def close(self) -> None:
        """End the search and its thread."""
        self._pause.stop()
        self._cancel()
        self._desk.close()

    def history_replaced(self) -> None:
        """What was found may be gone: search again."""
        self._cancel()
        self._has_more = False
        self._results.show_hits([], has_more=False)
        if self._query:
            self._search()

    def begin(self) -> None:
        """Go to the search field."""
        if self._sidebar.isHidden():
            self._show_sidebar()
        self._field.setFocus()
        self._field.selectAll()

    def _leave(self) -> None:
        self._field.clear()
        self._field.setFocus()

    def _typed(self, text: str) -> None:
        self._cancel()
        self._query = text.strip()
        if self._query:
            self._pause.start()
        else:
            self._pause.stop()
            self._sidebar.show_conversations()

    def _search(self) -> None:
        self._start(self._show, before=None)

    def _search_on(self) -> None:
        hits = self._results.model.hits()
        if self._has_more and self._task is None and hits and hits[-1].message_id is not None:
            self._start(self._add, before=hits[-1].message_id)

    def _start(self, done: Callable[[list[SearchHit]], None], *, before: int | None) -> None:
        query = self._query

        def work(store: HistoryStore, _stop: StopSignal) -> list[SearchHit]:
            return store.search(query, limit=PAGE, before_message_id=before)

        self._task = self._desk.run(work, done, self._fail)

    def _show(self, hits: list[SearchHit]) -> None:
        self._task = None
        self._has_more = len(hits) == PAGE
        self._results.show_hits(hits, has_more=self._has_more)
        self._sidebar.show_results()

    def _add(self, hits: list[SearchHit]) -> None:
        self._task = None
        self._has_more = len(hits) == PAGE
        self._results.add_hits(hits, has_more=self._has_more)

    def _fail(self, error: UserError) -> None:
        self._task = None
        self.problem_occurred.emit(error)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._desk.interrupt()

    def _choose(self, hit: SearchHit) -> None:
        words = hit.excerpt[slice(*hit.matches[0])] if hit.matches else ""
        self.hit_chosen.emit(HitChoice(hit.conversation_id, hit.message_id, self._query, hit.found_in, words))
