"""Tells above the transcript what went wrong, until what it was about is another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

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
        self._problem: UserError | None = None
        self._model = ("", ModelPhase.NONE)
        events.problem_occurred.connect(self.show_problem)
        events.subject_changed.connect(bar.note_change)
        events.model_changed.connect(self._note_model)
        events.history_replaced.connect(bar.withdraw)
        kept.changed.connect(self._note_settings)

    @property
    def problem(self) -> UserError | None:
        """What is told now."""
        return None if self._bar.isHidden() else self._problem

    def show_problem(self, error: UserError) -> None:
        """Tell of a problem, and offer what the window can do about it.

        That a backup has no room follows from a full disk, and does not cover that the conversation is not saved.
        """
        if isinstance(error, NoRoomForBackup) and isinstance(self.problem, DiskIsFull):
            return
        self._problem = error
        self._offered = self._remedies(error)
        first, second, *_ = (*(one.words for one in self._offered), "", "")
        notice = notice_of(error, action=first, second_action=second)
        self._bar.show_notice(notice)
        cover = QApplication.activeModalWidget() or self._page_above()
        if cover is not None:
            self._show_above(cover, notice)

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
        above.show_notice(replace(notice, details=""))
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
            self._bar.note_change(Subject.MODEL)

    def _note_settings(self) -> None:
        self._bar.note_change(Subject.SETTINGS)
