"""Lets the model sum conversations up, each as a job; then a new one begins with the summary."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.conversation.session import Session
from app.conversation.summaries import Summaries
from app.conversation.turn import Turn, TurnState
from app.errors import UserError
from app.history.context_exclusions import ContextExclusions
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from ui.bridges.history_jobs import HistoryJobs
from ui.bridges.job import Job
from ui.bridges.window_events import WindowEvents


class SummingUp(QObject):
    """Any number of summaries, each a turn and a job of its own. Lives as long as the window.

    Signals:
        conversation_begun(Conversation): a new one has the summary of the conversation shown in its system prompt.
    """

    conversation_begun = Signal(object)

    def __init__(self, *, session: Session, store: HistoryStore, jobs: HistoryJobs, events: WindowEvents) -> None:
        super().__init__()
        self.summaries = Summaries(session, store)
        self._session = session
        self._store = store
        self._jobs = jobs
        self._events = events
        self._shown: int | None = None
        self._written: dict[int, Job] = {}
        """The summaries that are being written or wait, by the ids of their turns."""
        events.conversation_shown.connect(self._note_shown)
        events.turn_ended.connect(self._note_ended)

    def ask(self, exclusions: ContextExclusions) -> None:
        """Ask for the summary of the conversation shown, without what does not fit."""
        shown = self._shown
        if shown is None:
            return
        with self._events.reporting_problems():
            title = self._store.conversation(shown).title
            turn = self.summaries.ask(shown, exclusions)
            job = Job(
                lambda: self.tr("Summing up “{title}”…").format(title=title),
                told_if_stopped=lambda: self.tr("Stopped; no new conversation was begun."),
            )
            job.stop_asked.connect(lambda: self._session.cancel(turn.id))
            self._written[turn.id] = job
            self._jobs.begin(job)
            self._events.turn_begun.emit(turn)

    def _note_shown(self, conversation_id: int | None) -> None:
        self._shown = conversation_id

    def _note_ended(self, turn: Turn, reply: StoredMessage) -> None:
        """Begin the new conversation when the summary is there."""
        job = self._written.pop(turn.id, None)
        if job is None:
            return
        if turn.state is TurnState.STOPPED:
            job.note_stopped()
            return
        try:
            old = self._store.conversation(turn.conversation_id).title
            begun = self.summaries.begin(turn, reply, title=self.tr("{title}, continued").format(title=old))
        except UserError as error:
            job.note_failed()
            self._events.report(error)
            return
        is_shown = turn.conversation_id == self._shown
        job.finish("" if is_shown else self.tr("“{title}” is in the list.").format(title=begun.title))
        self._events.conversation_changed.emit(begun)
        if is_shown:
            self.conversation_begun.emit(begun)
