"""Makes new conversations of the branches of others, each as a job."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.conversation.session import Session
from app.history.records import Conversation
from app.history.store import HistoryStore
from ui.bridges.history_jobs import HistoryJobs, JobControl
from ui.bridges.job import CONVERSATIONS, Claim, Job
from ui.bridges.window_events import WindowEvents

_SAVED_WITHIN_S = 2.0
"""A running reply is copied as far as it is seen."""


class Branching(QObject):
    """Copies everything up to a message; the copy is shown if the conversation that it is of still is."""

    def __init__(self, *, session: Session, store: HistoryStore, jobs: HistoryJobs, events: WindowEvents) -> None:
        super().__init__()
        self._session = session
        self._store = store
        self._jobs = jobs
        self._shown: int | None = None
        self._events = events
        events.conversation_shown.connect(self._note_shown)

    def branch_off(self, message_id: int) -> None:
        """Make a new conversation of everything up to this message."""
        with self._events.reporting_problems():
            self._branch_off(message_id)

    def _note_shown(self, conversation_id: int | None) -> None:
        self._shown = conversation_id

    def _branch_off(self, message_id: int) -> None:
        conversation_id = self._session.message(message_id).conversation_id
        old = self._store.conversation(conversation_id).title
        mark = self.tr("Branch")  # first: the list cuts long titles at their end
        title = f"{mark} · {old.removeprefix(f'{mark} · ')}"

        def copy(store: HistoryStore, control: JobControl) -> Conversation:
            self._session.flush(_SAVED_WITHIN_S)
            path = _path_to(store, conversation_id, message_id)
            copies = store.copies
            made = copies.branch_off(
                conversation_id, path, title, on_progress=control.report, is_stopped=control.is_stopped
            )
            return store.conversation(made)

        def show(made: Conversation) -> str:
            self._events.conversation_changed.emit(made)
            if self._shown == conversation_id:
                self._events.conversation_wanted.emit(made.id)
                return ""
            return self.tr("“{title}” is in the list.").format(title=made.title)

        job = Job(
            lambda: self.tr("Branching off “{title}”…").format(title=old),
            told_if_stopped=lambda: self.tr("Stopped; no branch was made."),
            claims=(Claim(CONVERSATIONS, only_adds=True),),
        )
        self._jobs.run(job, copy, show, self._events.report)


def _path_to(store: HistoryStore, conversation_id: int, message_id: int) -> list[int]:
    ids = [entry.message_id for entry in store.outline(conversation_id)]
    if message_id in ids:
        return ids[: ids.index(message_id) + 1]
    return [message.id for message in store.branch(conversation_id, message_id)]
