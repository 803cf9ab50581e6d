"""Answers a question anew with another model, or with another effort, as a further version."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor

from app.conversation.session import Session
from ui.bridges.window_events import WindowEvents
from ui.chat.thinking.thinking_control import shown_levels
from ui.chat.transcript.transcript_presenter import TranscriptPresenter
from ui.widgets.level_words import level_words
from ui.widgets.menus import passing_menu


class Regenerating(QObject):
    """Offers the other models and levels. What is chosen stays chosen, as if the person had chosen it above.

    `models` are the keys and names of those that can be chosen; `choose_model` is called with the key of one.
    """

    def __init__(
        self,
        transcript: TranscriptPresenter,
        *,
        session: Session,
        models: Callable[[], Sequence[tuple[str, str]]],
        choose_model: Callable[[str], None],
        events: WindowEvents,
    ) -> None:
        super().__init__(transcript)
        self._transcript = transcript
        self._session = session
        self._models = models
        self._choose_model = choose_model
        self._events = events
        transcript.view.asks.regenerate_with_asked.connect(self.offer)

    def offer(self, question_id: int) -> None:
        """Open a menu of what a question could be answered with."""
        menu = passing_menu(self._transcript.view)
        status = self._session.model_status
        for key, name in self._models():
            if name != status.name:
                menu.addAction(name, partial(self._with_model, question_id, key))
        levels = shown_levels(status.info.thinking_levels) if status.info is not None and status.info.thinks else ()
        others = [level for level in levels if level != self._level()]
        if others and not menu.isEmpty():
            menu.addSeparator()
        for level in others:
            words = self.tr("Thinking: {level}").format(level=level_words(level))
            menu.addAction(words, partial(self._with_level, question_id, level))
        if menu.isEmpty():
            menu.addAction(self.tr("There is no other model here, and no other level of thinking.")).setEnabled(False)
        menu.popup(QCursor.pos())

    # --- private ----------------------------------------------------------------------------------------------

    def _level(self) -> str:
        with self._events.reporting_problems():
            return self._session.thinking_levels.of(self._transcript.branch.conversation_id)
        return ""

    def _with_model(self, question_id: int, key: str) -> None:
        before = self._session.model_status.model
        self._choose_model(key)
        if self._session.model_status.model != before:  # else it cannot be used, and that has been said
            self._transcript.regenerate(question_id)

    def _with_level(self, question_id: int, level: str) -> None:
        with self._events.reporting_problems():
            self._session.thinking_levels.choose(self._transcript.branch.conversation_id, level)
            self._events.choices_changed.emit()
            self._transcript.regenerate(question_id)
