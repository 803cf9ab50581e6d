"""Tells above the transcript what went wrong, until what it was about is another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import structs
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from app.history.errors import DiskIsFull, NoRoomForBackup
from ui.bridges.notice_of import Remedy, notice_of
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.theme.fonts import scaled_px
from ui.widgets.notice_bar import Notice, NoticeBar, Subject

_MARGIN_PX, _WIDEST_PX = 12, 720
_WAITING = frozenset({Subject.FILES, Subject.PICTURES})


class NoticesPresenter(QObject):
    """Shows one notice at a time, the newest. `remedies` returns at most two things to do about a problem.

    Where a dialog or another page covers the chat, it stands there, too: nobody is left to wonder why nothing happens.
    """

    def __init__(
        self,
        bar: NoticeBar,
        *,
        kept: SettingsStore,
        events: WindowEvents,
        remedies: Callable[[UserError], Sequence[Remedy]],
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._remedies = remedies
        self._offered: Sequence[Remedy] = ()
        bar.action.clicked.connect(lambda: self._act(0))
        bar.second_action.clicked.connect(lambda: self._act(1))
        self._problems: list[UserError] = []
        """Those that are told: the newest, and before it those of what waits to be sent with it."""
        self._model = ("", ModelPhase.NONE)
        bar.dismissed.connect(self._forget)
        events.problem_occurred.connect(self.show_problem)
        events.subject_changed.connect(self._note_change)
        events.model_changed.connect(self._note_model)
        events.history_replaced.connect(bar.withdraw)
        kept.changed.connect(self._note_settings)

    @property
    def problem(self) -> UserError | None:
        """What is told now; the newest of several."""
        return self._problems[-1] if self._problems else None

    def show_problem(self, error: UserError) -> None:
        """Tell of a problem, and offer what the window can do about it.

        That a backup has no room follows from a full disk, and does not cover that the conversation is not saved. Of
        files that were to be sent along together each is told why it is not there.
        """
        if isinstance(error, NoRoomForBackup) and isinstance(self.problem, DiskIsFull):
            return
        waits = notice_of(error).about & _WAITING
        self._problems = [*(one for one in self._problems if waits and notice_of(one).about & _WAITING), error]
        self._show()

    def _show(self) -> None:
        offered = {one.words: one for error in reversed(self._problems) for one in self._remedies(error)}
        self._offered = tuple(offered.values())
        first, second, *_ = (*offered, "", "")
        self._tell(_joined([notice_of(error) for error in self._problems], action=first, second_action=second))

    def _tell(self, notice: Notice) -> None:
        self._bar.show_notice(notice)
        cover = QApplication.activeModalWidget() or self._page_above()
        if cover is not None:
            self._show_above(cover, notice)

    def _forget(self) -> None:
        self._problems = []

    def _note_change(self, subject: Subject) -> None:
        """Tell no more of what is no longer so."""
        remaining = [error for error in self._problems if subject not in notice_of(error).about]
        if not remaining:
            is_saved_again = subject is Subject.HISTORY and bool(self._problems)
            self._bar.note_change(subject)
            if is_saved_again:
                self._tell(Notice(self.tr("Conversations are saved again."), about=frozenset({Subject.REPLY})))
        elif remaining != self._problems:
            self._problems = remaining
            self._show()

    def _page_above(self) -> QWidget | None:
        """Return the page that is shown in the place of the chat."""
        stack = self._bar.parentWidget()
        while stack is not None and not isinstance(stack, QStackedWidget):
            stack = stack.parentWidget()
        page = stack.currentWidget() if stack is not None else None
        return page if page is not None and not page.isAncestorOf(self._bar) else None

    def _show_above(self, cover: QWidget, notice: Notice) -> None:
        above = NoticeBar(parent=cover)
        above.action.clicked.connect(lambda: self._act(0))
        above.second_action.clicked.connect(lambda: self._act(1))
        above.show_notice(structs.replace(notice, details=""))
        width = min(cover.width() - 2 * _MARGIN_PX, scaled_px(_WIDEST_PX))
        above.setGeometry((cover.width() - width) // 2, _MARGIN_PX, width, above.heightForWidth(width))
        above.raise_()
        for over in (self._bar.dismissed, self._bar.shown):  # what it is about has changed, or a newer one comes
            over.connect(above.deleteLater)
        above.dismissed.connect(self._bar.withdraw)

    def _act(self, place: int) -> None:
        if place < len(self._offered):
            self._offered[place].act()

    def _note_model(self, status: ModelStatus) -> None:
        path, phase = self._model
        is_loaded_anew = status.phase is ModelPhase.LOADING and phase is not ModelPhase.LOADING
        self._model = (status.path, status.phase)
        if status.path != path or is_loaded_anew:
            self._note_change(Subject.MODEL)

    def _note_settings(self) -> None:
        self._note_change(Subject.SETTINGS)


def _joined(notices: Sequence[Notice], *, action: str, second_action: str) -> Notice:
    """Return what is told of several problems as one notice; advice that differs is to be had with the details."""

    def lines(texts: Iterable[str]) -> str:
        return "\n".join(dict.fromkeys(line for text in texts for line in text.split("\n") if line))

    advice, details = lines(one.advice for one in notices), lines(one.details for one in notices)
    if len({one.advice for one in notices}) > 1:
        advice, details = "", lines((advice, details))
    return Notice(
        message=lines(one.message for one in notices),
        advice=advice,
        details=details,
        action=action,
        second_action=second_action,
        about=frozenset().union(*(one.about for one in notices)),
    )
