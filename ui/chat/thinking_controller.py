"""Connects the thinking control and the pane's steering with the session: levels, Answer now, Nudge."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from app.conversation.events import ModelStatus
from app.conversation.session import Session
from app.conversation.thinking_levels import AUTO
from app.errors import UserError
from ui.chat.chat_views import ChatViews


class ThinkingController(QObject):
    """Keeps the level of the conversation shown, and steers the running thought.

    Signals:
        problem_occurred(UserError): the level could not be read or kept.
    """

    problem_occurred = Signal(object)

    def __init__(self, *, views: ChatViews, session: Session) -> None:
        super().__init__(views.window)
        self._views = views
        self._control = views.header.thinking
        self._session = session
        self._conversation_id: int | None = None
        self._control.level_chosen.connect(self._choose)
        views.pane.answer_now_asked.connect(session.answer_now)
        views.pane.nudged.connect(session.nudge)
        views.transcript.answer_now_asked.connect(session.answer_now)
        for keys, action in (
            ("Ctrl+Shift+T", self._control.choose_next),
            ("Ctrl+Shift+A", views.pane.ask_for_answer),
            ("Ctrl+Shift+N", self._open_nudge),
        ):
            QShortcut(QKeySequence(keys), views.window).activated.connect(action)

    def show_conversation(self, conversation_id: int | None) -> None:
        """Show the level of this conversation, or of the next new one."""
        self._conversation_id = conversation_id
        self._show_levels()

    def show_model(self, status: ModelStatus) -> None:
        """Offer the levels of the chosen model, once it is known."""
        self._show_levels()

    def _open_nudge(self) -> None:
        if not self._views.window.is_narrow:
            if self._views.dock.is_collapsed:
                self._views.dock.toggle()
            self._views.pane.open_nudge()

    def _show_levels(self) -> None:
        info = self._session.model_status.info
        level = AUTO
        try:
            level = self._session.thinking_levels.of(self._conversation_id)
        except UserError as error:
            self.problem_occurred.emit(error)
        self._control.show_levels(info.thinking_levels if info is not None and info.thinks else (), level)

    def _choose(self, level: str) -> None:
        try:
            self._session.thinking_levels.choose(self._conversation_id, level)
        except UserError as error:
            self.problem_occurred.emit(error)
            self._show_levels()
