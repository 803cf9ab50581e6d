"""Puts a backup in the place of all conversations: replies end first, and nothing is written meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject

from app.conversation.errors import ReplyIsNotSaved, ReplyIsRunning
from app.conversation.session import Session
from app.errors import UserError
from app.history.backups import Backup, Backups
from app.history.errors import DatabaseIsLocked
from app.history.store import HistoryStore
from ui.bridges.history_jobs import HistoryJobs, JobControl
from ui.bridges.job import CONVERSATIONS, Claim, Job
from ui.bridges.window_events import WindowEvents

_SAVED_WITHIN_S = 10.0


class Restoring(QObject):
    """Does it as a job.

    From its beginning to its end nothing else can be written: sending, editing, moving and the like are refused, and
    drafts wait. Replies that run go on until the backup has been checked; then they are stopped, and what is written of
    them goes into the copy that is made of everything before. It can be stopped up to the moment in which the window
    stands still and shows the other conversations.
    """

    def __init__(
        self, *, session: Session, store: HistoryStore, backups: Backups, jobs: HistoryJobs, events: WindowEvents
    ) -> None:
        super().__init__()
        self._events = events
        events.turn_changed.connect(self._note_turns)
        events.turn_ended.connect(self._note_turns)
        self._session = session
        self._replacement = store.replacement
        self._path: Path = store.path
        self._backups = backups
        self._jobs = jobs
        self._are_replies_over = threading.Event()
        self._waits_for_replies = False

    def restore(self, backup: Backup, *, stops_replies: bool = False) -> None:
        """Begin; refused while a reply runs or waits, unless the person knows that it will be stopped."""
        if self._session.turn_count and not stops_replies:
            self._events.report(ReplyIsRunning())
            return
        job = Job(
            lambda: self.tr("Restoring…"),
            told_if_stopped=lambda: self.tr("Stopped; the conversations are as they were."),
            claims=(Claim(CONVERSATIONS),),
        )
        self._are_replies_over.clear()

        def work(store: HistoryStore, control: JobControl) -> None:
            def end_writing() -> None:
                control.post(lambda: self._end_replies(job))
                control.wait_for(self._are_replies_over)
                if not self._session.flush(_SAVED_WITHIN_S):
                    raise ReplyIsNotSaved
                if not self._replacement.wait_for_writers(_SAVED_WITHIN_S):
                    raise DatabaseIsLocked(self._path)

            self._backups.restore(
                backup,
                store.database,
                on_progress=control.report,
                is_stopped=control.is_stopped,
                before_copying=end_writing,
                committing=lambda: control.window_standing(
                    before=self._events.history_replacing.emit, after=self._show_restored
                ),
            )

        try:
            self._jobs.run(job, work, self._told, self._events.report)
        except UserError as error:  # something else writes: it has not begun
            self._events.report(error)
            return
        self._events.history_pausing.emit()
        self._replacement.hold()
        job.ended.connect(self._give_up)

    def _note_turns(self) -> None:
        """A reply has ended or gone on, or has begun anew because the engine was lost."""
        if not self._waits_for_replies:
            return
        if self._session.turn_count:
            self._session.stop_all()
        else:
            self._waits_for_replies = False
            self._are_replies_over.set()

    def close(self) -> None:
        """Let what is left be written; the jobs have ended."""
        self._replacement.release()

    # --- private ----------------------------------------------------------------------------------------------

    def _end_replies(self, job: Job) -> None:
        if job.is_stopping:
            return
        if self._session.turn_count:
            job.told_if_stopped = lambda: self.tr(
                "Stopped; the conversations are as they were, but the replies were ended."
            )
        self._waits_for_replies = True
        self._note_turns()

    def _show_restored(self) -> None:
        self._replacement.release()
        self._session.forget_history()
        self._events.history_replaced.emit()

    def _told(self, _nothing: None) -> str:
        return self.tr("The conversations are as they were then.")

    def _give_up(self) -> None:
        self._waits_for_replies = False
        if self._replacement.is_held:
            self._replacement.release()
            self._events.history_kept.emit()
