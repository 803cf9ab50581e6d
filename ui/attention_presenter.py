"""How the person hears of a reply without looking: spoken states, a notification, the tray; and how much moves."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.conversation.events import VoteEnded
from app.conversation.turn import Turn, TurnState
from app.history.store import HistoryStore
from app.settings.choices import Motion
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.chat.chat_window import ChatWindow
from ui.platform.announcer import Announcer
from ui.platform.notifications import Notifications
from ui.platform.spoken_roles import tell_roles
from ui.platform.tray import Tray
from ui.theme.brand_mark import mark_icon
from ui.widgets.pulse import Pulse

LONG_S = 20.0
"""An answer that took longer is told of while the window is in the background."""


class AttentionPresenter(QObject):
    """Follows every turn; speaks of those in the conversation shown, notifies of long ones. `clock` in seconds."""

    def __init__(
        self,
        window: ChatWindow,
        *,
        store: HistoryStore,
        kept: SettingsStore,
        events: WindowEvents,
        clock: Callable[[], float] = time.monotonic,
        notification_command: str | None = None,
    ) -> None:
        super().__init__()
        self._window = window
        self._store = store
        self._kept = kept
        self._events = events
        self._shown: int | None = None
        self._pulse: Pulse | None = None
        self._clock = clock
        self._begun_at: dict[int, float] = {}
        self._votes_begun_at: dict[int, float] = {}
        """By conversation."""
        self._said: dict[int, TurnState] = {}
        self._told_waiting: dict[int, int] = {}
        """Of running turns, by which step it was told that calls wait."""
        self._usual_flash_ms = QGuiApplication.styleHints().cursorFlashTime()
        tell_roles()
        self.announcer = Announcer(window)
        self.tray = Tray(mark_icon())
        self.notifications = Notifications(window, self.tray, command=notification_command)
        self.notifications.chosen.connect(self._show)
        self.tray.window_asked.connect(window.bring_forward)
        self.tray.quit_asked.connect(window.close)
        kept.changed.connect(self._follow)
        events.conversation_shown.connect(self._note_shown)
        events.turn_changed.connect(self._note_changed)
        events.turn_ended.connect(self._note_ended)
        events.vote_ended.connect(self._note_vote_ended)
        events.conversations_forgotten.connect(self._end_notifications)
        events.history_replaced.connect(self._end_notifications)
        self._follow(frozenset({"shows_tray_icon"}))

    def attach(self, pulse: Pulse) -> None:
        """Move this from now on; the tray speaks as the window does now."""
        self._pulse = pulse
        self.tray.fill_menu()
        self._follow(frozenset({"motion"}))

    def close(self) -> None:
        """Take the tray icon away and end what waits for a click."""
        QGuiApplication.styleHints().setCursorFlashTime(self._usual_flash_ms)
        self.notifications.close()
        self.tray.close()

    # --- private ----------------------------------------------------------------------------------------------

    def _end_notifications(self) -> None:
        self.notifications.close()

    def _note_shown(self, conversation_id: int | None) -> None:
        self._shown = conversation_id

    def _note_changed(self, turn: Turn) -> None:
        if turn.is_sample:  # what is told is told of the vote
            self._votes_begun_at.setdefault(turn.conversation_id, self._clock())
        elif turn.state is not TurnState.QUEUED:
            self._begun_at.setdefault(turn.id, self._clock())
        self._speak(turn)
        if turn.waits_for_person:
            self._notify_waiting(turn)
        if self._pulse is not None:
            self._pulse.set_running(running=True)

    def _note_ended(self, turn: Turn) -> None:
        self._speak(turn)
        self._said.pop(turn.id, None)
        self._told_waiting.pop(turn.id, None)
        if not turn.is_sample:
            took_s = self._clock() - self._begun_at.pop(turn.id, self._clock())
            self._notify(turn.conversation_id, turn.state, took_s=took_s)

    def _note_vote_ended(self, ended: VoteEnded) -> None:
        took_s = self._clock() - self._votes_begun_at.pop(ended.conversation_id, self._clock())
        with contextlib.suppress(LookupError):  # forgotten meanwhile
            self._notify(ended.conversation_id, TurnState.FINISHED, took_s=took_s)

    def _speak(self, turn: Turn) -> None:
        if turn.is_sample or turn.conversation_id != self._shown or self._said.get(turn.id) is turn.state:
            return
        words = self._words(turn)
        if words:
            self._said[turn.id] = turn.state
            self.announcer.say(words)

    def _words(self, turn: Turn) -> str:
        match turn.state:
            case TurnState.LOADING if turn.load_fraction:  # one that is there already does not begin to load
                return self.tr("Loading the model")
            case TurnState.THINKING:
                return self.tr("Thinking")
            case TurnState.ANSWERING:
                return self.tr("Answering")
            case TurnState.CALLING if turn.waits_for_person:
                return self.tr("A tool waits for your answer")
            case TurnState.FINISHED:
                return self.tr("Finished")
            case TurnState.STOPPED:
                return self.tr("Stopped")
            case TurnState.FAILED:
                return self.tr("The reply broke off")
        return ""

    def _notify(self, conversation_id: int, state: TurnState, *, took_s: float) -> None:
        is_away = not self._window.isActiveWindow()
        is_told = state in (TurnState.FINISHED, TurnState.FAILED)
        if is_told and is_away and took_s > LONG_S and self._kept.now().tells_when_finished:
            title = self._store.conversation(conversation_id).title or self.tr("New chat")
            words = self.tr("The answer is finished.")
            if state is TurnState.FAILED:
                words = self.tr("The reply broke off.")
            self.notifications.show(title, words, subject=conversation_id, action=self.tr("Show"))

    def _notify_waiting(self, turn: Turn) -> None:
        """Tell once of each step whose calls wait while nobody looks."""
        if self._told_waiting.get(turn.id) == turn.step:
            return
        self._told_waiting[turn.id] = turn.step
        if not self._window.isActiveWindow() and self._kept.now().tells_when_finished:
            title = self._store.conversation(turn.conversation_id).title or self.tr("New chat")
            words = self.tr("A tool waits for your answer")
            self.notifications.show(title, words, subject=turn.conversation_id, action=self.tr("Show"))

    def _show(self, conversation_id: object) -> None:
        self._window.bring_forward()
        if isinstance(conversation_id, int):
            with contextlib.suppress(LookupError):  # forgotten meanwhile
                if self._store.conversation(conversation_id).deleted_at is None:
                    self._events.conversation_wanted.emit(conversation_id)

    def _follow(self, names: frozenset[str]) -> None:
        settings = self._kept.now()
        if "motion" in names and self._pulse is not None:
            is_calm = settings.motion is Motion.OFF
            self._pulse.set_calm(calm=is_calm)
            QGuiApplication.styleHints().setCursorFlashTime(0 if is_calm else self._usual_flash_ms)
        if "shows_tray_icon" in names:
            self.tray.set_wanted(wanted=settings.shows_tray_icon)
