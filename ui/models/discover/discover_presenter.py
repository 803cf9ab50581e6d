"""The tab Discover: the recommended list without a connection, searches of the Hub, pages of results."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence

from msgspec import structs
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.errors import UserError
from app.hub.catalogue.hub_address import HubAddress
from app.hub.catalogue.search import HubModel, SearchPage
from app.hub.connection.errors import TooManyRequests
from app.hub.library.library_model import repository_title
from app.model_choice.best_model import RankedModel
from app.model_choice.model_fit import RoughFit
from ui.bridges.background import Task
from ui.bridges.hub import Hub, system_language
from ui.models.discover.discover_view import DiscoverView, Wish
from ui.models.parts.entry_list import ResultEntry
from ui.models.parts.fit_words import badge_of_ranked, badge_of_rough_fit, rough_fit_hint, size_and_speed
from ui.models.parts.hub_notice import hub_notice
from ui.models.parts.model_words import parameters_words, short_count, short_licence
from ui.widgets.spoken_numbers import duration_text
from ui.widgets.timers import every

_MOST_EMPTY_PAGES = 3
"""Pages asked for in a row when a filter of ours leaves nothing of them."""


class DiscoverPresenter(QObject):
    """Fills the list; `open_address` shows a model whose address was pasted. Late answers are dropped."""

    def __init__(self, view: DiscoverView, hub: Hub, *, open_address: Callable[[HubAddress], None]) -> None:
        super().__init__(view)
        self._view = view
        self._service = hub.service
        self._background = hub.background
        self._open_address = open_address
        self._gone: set[str] = set()
        self._wish = view.wish
        self._cursor = ""
        self._task: Task[SearchPage] | None = None
        self._empty_pages = 0
        self._is_browsing = False
        view.wished.connect(self._wished)
        view.more.clicked.connect(self._ask_for_more)
        view.list.end_neared.connect(self._ask_for_more)
        view.browse.clicked.connect(self._browse)
        view.notice.action.clicked.connect(self._try_again)
        self._retry = SearchRetry(self)
        self._retry.left_changed.connect(lambda left_s: view.notice.change_advice(self._wait_words(left_s)))
        self._retry.due.connect(self._try_again)
        view.notice.dismissed.connect(self._retry.stop)

    def begin(self) -> None:
        """Show the recommended list; connects nowhere."""
        self._show(self._view.wish)

    def refresh_fits(self) -> None:
        """Judge anew: the devices are known now, or memory has become free."""
        if not self._wish.is_search and not self._is_browsing:
            self._show_recommended()

    def hide_gone(self, repo: str) -> None:
        """Take a repository that is not on the Hub any more out of the list."""
        self._gone.add(repo)
        self._view.results.remove(repo)
        self._view.list.clearSelection()  # Qt would mark the next one, of which the panel says nothing

    # --- private ----------------------------------------------------------------------------------------------

    def _wished(self, wish: Wish) -> None:
        address = HubAddress.parse_link(wish.query.text, endpoint=self._service.connection.endpoint)
        if address is not None:
            self._view.field.clear()
            self._open_address(address)
            return
        self._show(wish)

    def _show(self, wish: Wish) -> None:
        self._wish = wish
        self._is_browsing = self._is_browsing and not wish.is_search
        self._stop()
        self._view.notice.setVisible(False)
        if wish.is_search or self._is_browsing:
            self._search()
        else:
            self._show_recommended()

    def _browse(self) -> None:
        self._is_browsing = True
        self._show(self._view.wish)

    def _try_again(self) -> None:
        self._retry.stop()
        self._view.notice.setVisible(False)
        if self._cursor:
            self._ask_for_more()
        else:
            self._show(self._view.wish)

    def _show_recommended(self) -> None:
        ranked = self._service.ranked(system_language())
        shown = [_recommended_entry(one) for one in ranked if one.model.repo not in self._gone and self._suits(one)]
        marked = self._view.list.chosen()
        self._view.results.show_entries(shown)
        if marked is not None:
            self._view.list.mark(marked.key)
        self._view.show_heading(self.tr("Recommended by Aside. Shown without a connection; opening one asks the Hub."))
        empty = "" if shown else self.tr("None of the recommended models is of this kind. Search, or change a filter.")
        self._view.show_state(empty=empty, can_browse=True)

    def _search(self) -> None:
        self._cursor = ""
        self._empty_pages = 0
        self._view.results.show_entries([])
        self._view.show_heading("")
        self._view.show_state(empty=self.tr("Asking {host} …").format(host=self._service.connection.host))
        self._ask("")

    def _ask_for_more(self) -> None:
        if self._cursor and self._task is None:
            self._ask(self._cursor)

    def _ask(self, cursor: str) -> None:
        query = self._wish.query

        def work(_stop: object) -> SearchPage:
            return self._service.catalogue.search(query, cursor=cursor)

        self._task = self._background.run(work, self._found, self._not_found, owner=self)

    def _stop(self) -> None:
        self._retry.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _found(self, page: SearchPage) -> None:
        self._task = None
        self._retry.forget()
        self._cursor = page.cursor
        fits = [(model, self._service.rough_fit(model.parameters)) for model in page.models]
        models = [(model, fit) for model, fit in fits if self._is_wished(model.parameters, fit)]
        self._view.results.add_entries([_found_entry(model, fit) for model, fit in models])
        count = self._view.results.rowCount()
        if not count and page.cursor and self._empty_pages < _MOST_EMPTY_PAGES:
            self._empty_pages += 1
            self._ask(page.cursor)
            return
        self._view.show_heading(self._heading(count, has_more=bool(page.cursor)) if count else "")
        empty = "" if count else self.tr("Nothing was found. Try fewer words, or change a filter.")
        self._view.show_state(empty=empty, can_have_more=bool(page.cursor))

    def _not_found(self, error: UserError) -> None:
        self._task = None
        wait_s = self._retry.wait_for(error)
        notice = hub_notice(error, action=self.tr("Try again") if wait_s is None else self.tr("Try now"))
        if wait_s is not None:
            notice = structs.replace(notice, advice=self._wait_words(wait_s))
        self._view.notice.show_notice(notice)
        if not self._view.results.rowCount():
            self._view.show_heading("")
            self._view.show_state()

    def _wait_words(self, left_s: int) -> str:
        words = self.tr("Asking again by itself in {wait}. Close this to stop waiting.")
        return words.format(wait=duration_text(left_s) if left_s >= 10 else self.tr("{count} s").format(count=left_s))

    def _heading(self, count: int, *, has_more: bool) -> str:
        text = self.tr("%Ln models on {host}", "", count)
        if has_more:
            text = self.tr("%Ln models on {host}, and more", "", count)
        return text.format(host=self._service.connection.host)

    def _is_wished(self, parameters: int | None, fit: RoughFit | None) -> bool:
        if self._wish.query.size is not None and not self._wish.query.size.holds(parameters):
            return False
        return not self._wish.fits_only or (fit is not None and fit.verdict.fits)

    def _suits(self, found: RankedModel) -> bool:
        """Whether a recommended model passes the filters; the Hub's own are applied by the search."""
        model, query = found.model, self._wish.query
        return (
            self._is_wished(model.parameters, found.fit)
            and (found.has_disk or not self._wish.fits_only)
            and (model.thinks or not query.thinks_only)
            and query.licence in ("", model.licence)
        )


def _recommended_entry(found: RankedModel) -> ResultEntry:
    model, fit = found.model, found.fit
    why = QCoreApplication.translate("app", model.why)
    return ResultEntry(
        key=model.repo,
        name=repository_title(model.repo),
        subtitle=why,
        detail=size_and_speed(fit),
        badge=badge_of_ranked(found),
        hint=f"{model.repo}\n{why}\n{rough_fit_hint(fit)}",
    )


def _found_entry(model: HubModel, fit: RoughFit | None) -> ResultEntry:
    thinks = QCoreApplication.translate("models", "thinks") if model.thinks else ""
    gated = QCoreApplication.translate("models", "gated") if model.is_gated else ""
    return ResultEntry(
        key=model.repo,
        name=repository_title(model.repo),
        subtitle=_joined(
            [model.owner, parameters_words(model.parameters), thinks, gated, short_licence(model.licence)]
        ),
        detail=_joined([short_count(model.downloads), size_and_speed(fit)]),
        badge=badge_of_rough_fit(fit),
        hint=f"{model.repo}\n{rough_fit_hint(fit)}",
    )


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)


# Waits as long as the Hub asked, and then lets a search be asked again by itself.

_MOST_IN_A_ROW = 5
_TICK_MS = 250
_LEAST_S = 1.0


class SearchRetry(QObject):
    """Counts down; any new wish, and a dismissed notice, end the wait.

    Signals:
        left_changed(int): so many seconds are left, the last few included.
        due(): the wait is over.
    """

    left_changed = Signal(int)
    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ends_at = 0.0
        self._left_s = 0
        self._in_a_row = 0
        self._timer = every(self, _TICK_MS, self._look)

    def wait_for(self, error: UserError) -> int | None:
        """Begin to wait if that is what the error asks for; return the seconds, or `None` if there is none to wait."""
        if not isinstance(error, TooManyRequests) or error.retry_after_s is None or self._in_a_row >= _MOST_IN_A_ROW:
            return None
        self._in_a_row += 1
        wait_s = max(_LEAST_S, error.retry_after_s)
        self._ends_at = time.monotonic() + wait_s
        self._left_s = math.ceil(wait_s)
        self._timer.start()
        return self._left_s

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()

    def forget(self) -> None:
        """An answer came: the next refusal is the first again."""
        self.stop()
        self._in_a_row = 0

    def _look(self) -> None:
        left_s = math.ceil(self._ends_at - time.monotonic())
        if left_s <= 0:
            self._timer.stop()
            self.due.emit()
        elif left_s != self._left_s:
            self._left_s = left_s
            self.left_changed.emit(left_s)
