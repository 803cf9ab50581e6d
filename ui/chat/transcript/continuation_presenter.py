"""Says of a conversation that goes on from another one's summary what it goes on from, and leads back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.conversation.summaries import Origin, Summaries
from app.errors import UserError
from ui.bridges.window_events import WindowEvents
from ui.chat.transcript.continuation_note import ContinuationNote


class ContinuationPresenter(QObject):
    """Fills the note above the conversation shown."""

    def __init__(self, note: ContinuationNote, *, summaries: Summaries, events: WindowEvents) -> None:
        super().__init__(note)
        self._note = note
        self._summaries = summaries
        self._events = events
        self._origin: Origin | None = None
        events.conversation_shown.connect(self._show_conversation)
        note.back.clicked.connect(self._go_back)

    def _show_conversation(self, conversation_id: int | None) -> None:
        self._origin = None
        self._note.show_nothing()
        try:
            self._origin = self._summaries.origin(conversation_id) if conversation_id is not None else None
        except (UserError, LookupError):  # told where the messages are shown; purged meanwhile
            return
        if self._origin is not None:
            self._note.show_origin(self._origin.title, self._origin.summary, is_open=self._origin.is_new)

    def _go_back(self) -> None:
        if self._origin is not None and self._summaries.is_there(self._origin.conversation_id):
            self._events.conversation_wanted.emit(self._origin.conversation_id)
