"""Deletes conversations for good, with all that is left of them: at once when asked to, else a day later."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.conversation.deletion import delete_everywhere, delete_for_good
from app.conversation.errors import NotAllIsDeleted
from app.conversation.session import Session
from app.errors import UserError
from app.history.backups import BackupKind
from app.history.copy_content import ConversationKey
from app.history.held_copies import HeldCopies, copies_holding
from app.history.store import HistoryStore
from ui.bridges.history_jobs import HistoryJobs, JobControl
from ui.bridges.job import CONVERSATIONS, Claim, Job
from ui.bridges.window_events import WindowEvents
from ui.chat.conversations.forget_dialog import ForgetDialog

_log = logging.getLogger(__name__)
_KEEP_DELETED_S = 24 * 3600
_FIRST_LOOK_MS = 5_000
_LOOK_MS = 3_600_000


class Forgetting(QObject):
    """Asks, hides, and does the rest as a job: rows, search index, log, what models keep, and copies if that is wished.

    A conversation that is to be forgotten is marked so in the history first: whatever ends the job, the rest of it goes
    at the next start.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        session: Session,
        store: HistoryStore,
        jobs: HistoryJobs,
        cache_folder: Path,
        events: WindowEvents,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Questions are asked above `window`."""
        super().__init__()
        self._window = window
        self._events = events
        self._session = session
        self._store = store
        self._jobs = jobs
        self._cache_folder = cache_folder
        self._clock = clock
        self._waiting: dict[tuple[int, ...], threading.Event] = {}
        """For conversations that are to go what is set when no turn of theirs runs any more."""
        self._dialog: ForgetDialog | None = None
        self._looks = QTimer(self)
        self._looks.timeout.connect(self.tidy)
        self._looks.start(_FIRST_LOOK_MS)
        events.turn_changed.connect(self._note_turns)
        events.turn_ended.connect(self._note_turns)

    def ask(self, conversation_ids: tuple[int, ...]) -> None:
        """Say what goes and what remains, and do it if the person wants that. Raises `UserError`."""
        found = [self._store.conversation(conversation_id) for conversation_id in conversation_ids]
        keys = frozenset((conversation.id, conversation.created_at) for conversation in found)
        dialog = self._dialog = ForgetDialog([conversation.title for conversation in found], self._window)

        def work(_store: HistoryStore, control: JobControl) -> HeldCopies:
            return copies_holding(self._store.path, keys, is_stopped=control.is_stopped)

        def looked(copies: HeldCopies) -> str:
            if self._dialog is dialog:
                dialog.show_copies(copies)
            return ""

        looking = Job(str, is_quiet=True)
        dialog.finished.connect(lambda: setattr(self, "_dialog", None))
        dialog.finished.connect(looking.stop)
        dialog.finished.connect(dialog.deleteLater)
        dialog.chosen.connect(lambda with_copies: self.forget(keys, with_copies=with_copies))
        dialog.open()
        self._jobs.run(looking, work, looked, self._events.report)

    def forget(self, keys: frozenset[ConversationKey], *, with_copies: bool) -> None:
        """Delete these for good; what else writes conversations must have ended."""
        ids = tuple(sorted(key[0] for key in keys))
        are_over = threading.Event()
        job = Job(
            lambda: self.tr("Deleting for good…"),
            told_if_stopped=lambda: self.tr("Stopped; what is left goes when Aside starts the next time."),
            # A copy that is being made may hold it.
            claims=(Claim(CONVERSATIONS), *map(Claim, BackupKind)),
        )

        def work(store: HistoryStore, control: JobControl) -> list[Path]:
            control.wait_for(are_over)
            return delete_everywhere(
                store,
                keys,
                session=self._session,
                cache_folder=self._cache_folder,
                with_copies=with_copies,
                on_progress=control.report,
                is_stopped=control.is_stopped,
            )

        def done(left: list[Path]) -> str:
            if left:
                self._events.report(NotAllIsDeleted(left))
            return self.tr("%n conversations are deleted for good.", "", len(ids))

        try:
            self._jobs.run(job, work, done, self._events.report)
            self._waiting[ids] = are_over
            job.ended.connect(lambda: self._waiting.pop(ids, None))
            self._store.shelf.give_up(ids)
        except UserError as error:
            job.told_if_stopped = str
            job.stop()
            self._events.report(error)
            return
        self._session.forget(ids)
        self._events.conversations_forgotten.emit(ids)
        self._note_turns()

    def tidy(self) -> None:
        """Delete for good what was deleted a day ago, or could not be forgotten wholly; looked at every hour."""
        self._looks.start(_LOOK_MS)

        def work(store: HistoryStore, control: JobControl) -> tuple[int, ...]:
            ids = store.deleted_before(self._clock() - _KEEP_DELETED_S)
            return delete_for_good(store, ids, cache_folder=self._cache_folder, is_stopped=control.is_stopped)

        def done(gone: tuple[int, ...]) -> str:
            if gone:
                self._session.forget(gone)
                self._events.conversations_forgotten.emit(gone)
            return ""

        def failed(error: UserError) -> None:
            _log.warning("deleted conversations are kept for now: %s", error)

        self._jobs.run(Job(str, is_quiet=True), work, done, failed)

    def _note_turns(self) -> None:
        """A reply has begun, gone on or ended."""
        for ids, are_over in self._waiting.items():
            if not any(map(self._session.turns_of, ids)):
                are_over.set()

    def close(self) -> None:
        """Begin nothing more; the jobs have ended."""
        self._looks.stop()
        if self._dialog is not None:
            self._dialog.close()
