"""Keeps what is typed and attached in each conversation, also over a crash: saved half a second after it changed.

What a full disk or a locked file refuses is tried again each second.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.errors import UserError
from app.history.drafts import Draft
from app.history.errors import HistoryIsBeingReplaced
from app.history.store import HistoryStore
from ui.bridges.history_thread import HistoryThread
from ui.bridges.window_events import WindowEvents
from ui.chat.composer.composer import Composer
from ui.widgets.notice_bar import Subject
from ui.widgets.timers import after

_SAVE_MS, _RETRY_MS = 500, 1000


class DraftKeeper(QObject):
    """Moves drafts between the composer and history; saving happens on a thread of history."""

    def __init__(self, composer: Composer, *, store: HistoryStore, events: WindowEvents) -> None:
        super().__init__(composer)
        self._composer = composer
        self._store = store
        self._reader = HistoryThread(store, self, is_writing=True)
        self._events = events
        self._shown: int | None = None
        self._is_open = False
        self._drafts: dict[int | None, Draft] = {}
        """As new as what history has, or newer."""
        self._unsaved: dict[int | None, Draft] = {}
        self._saved = Draft()
        self._timer = after(self, _SAVE_MS, self._save)
        self._retry = after(self, _RETRY_MS, self._write_unsaved)
        self._is_failing = False
        composer.draft_changed.connect(self._note)
        events.history_pausing.connect(self.save_now)
        events.history_kept.connect(self.save_now)

    def show(self, conversation_id: int | None) -> None:
        """Keep what is in the composer and show the draft of another conversation."""
        if self._is_open:
            self._save()
        self._shown = conversation_id
        draft = self._drafts.get(conversation_id)
        if draft is None:
            try:
                draft = self._store.drafts.of(conversation_id)
            except UserError as error:
                self._events.report(error)
                draft = Draft()
        self._is_open = False  # what is put into the composer now is saved already
        self._composer.set_draft(draft.text)
        self._composer.files.show_files(draft.files)
        self._saved = draft
        self._is_open = True

    def sent(self, conversation_id: int | None) -> None:
        """The draft of a conversation has become a question, which has taken its place in history."""
        if conversation_id in self._unsaved:  # what is on its way there must not come after it
            self._put(conversation_id, Draft())
        self._drafts[conversation_id] = Draft()
        if conversation_id == self._shown:
            self._saved = Draft()

    def move(self, to_conversation: int | None) -> None:
        """Take what is in the composer along to another conversation."""
        draft = self._now()
        self._put(self._shown, Draft())
        self._saved = Draft()
        self._is_open = False
        self._put(to_conversation, draft)

    def forget(self, conversation_id: int) -> None:
        """A conversation is gone, for now: its draft stays in history and goes with it."""
        self._drafts.pop(conversation_id, None)
        self._unsaved.pop(conversation_id, None)

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not in history."""
        return bool(self._unsaved)

    def unsaved_texts(self) -> list[str]:
        """Return what is typed and not in history."""
        return [draft.text for draft in self._unsaved.values() if draft.text]

    def save_now(self) -> None:
        """Save what is not saved yet, here and now: history is about to be replaced, or could not be written before."""
        self._timer.stop()
        self._note_typed()
        for conversation_id, draft in list(self._unsaved.items()):
            with self._events.reporting_problems():
                self._store.drafts.keep(conversation_id, draft)
                del self._unsaved[conversation_id]

    def history_replaced(self) -> Draft:
        """Forget the drafts, which are others now; return what was typed while nothing could be saved."""
        self._timer.stop()
        self._note_typed()
        typed = _joined(*self._unsaved.values())
        self._is_open = False
        self._drafts.clear()
        self._unsaved.clear()
        return typed

    def add(self, draft: Draft) -> None:
        """Put something above what is in the composer, unless that is a part of it."""
        if draft.is_empty:
            return
        now = self._now()
        files = tuple(file for file in now.files if file not in draft.files)
        both = _joined(draft, Draft("" if now.text in draft.text else now.text, files))
        self._composer.set_draft(both.text)
        self._composer.files.show_files(both.files)
        self._save()

    def close(self) -> None:
        """Save, and join the thread."""
        self._retry.stop()
        self._reader.close()
        self.save_now()

    def _now(self) -> Draft:
        return Draft(self._composer.draft, self._composer.files.files)

    def _note(self) -> None:
        if self._is_open and not self._timer.isActive():
            self._timer.start()

    def _note_typed(self) -> bool:
        """Take note of what is in the composer; return whether that is new."""
        draft = self._now()
        if not self._is_open or draft == self._saved:
            return False
        self._saved = self._drafts[self._shown] = self._unsaved[self._shown] = draft
        return True

    def _save(self) -> None:
        self._timer.stop()
        if self._note_typed():
            self._write(self._shown, self._saved)

    def _put(self, conversation_id: int | None, draft: Draft) -> None:
        self._drafts[conversation_id] = draft
        self._unsaved[conversation_id] = draft
        self._write(conversation_id, draft)

    def _write(self, conversation_id: int | None, draft: Draft) -> None:
        def done(_nothing: None) -> None:
            if self._unsaved.get(conversation_id) is draft:
                del self._unsaved[conversation_id]
            if self._is_failing:
                self._is_failing = False
                self._events.subject_changed.emit(Subject.HISTORY)

        def failed(error: UserError) -> None:
            if isinstance(error, HistoryIsBeingReplaced):  # it is saved after that
                return
            if not self._is_failing:
                self._is_failing = True
                self._events.report(error)
            self._retry.start()

        self._reader.run(lambda store, _stop: store.drafts.keep(conversation_id, draft), done, failed)

    def _write_unsaved(self) -> None:
        for conversation_id, draft in list(self._unsaved.items()):
            self._write(conversation_id, draft)


def _joined(*drafts: Draft) -> Draft:
    """Return one draft with all that the others hold."""
    text = "\n\n".join(draft.text for draft in drafts if draft.text)
    return Draft(text, tuple(file for draft in drafts for file in draft.files))
