"""The reply at the end of a conversation, for what is done to it by a key from anywhere in the window."""

from __future__ import annotations

from app.conversation.session import Session
from app.errors import UserError
from app.history.records import StoredMessage
from app.history.store import HistoryStore

_ENOUGH = 4


class LastReply:
    """Finds the last reply that has ended; a conversation that cannot be read has none."""

    def __init__(self, *, session: Session, store: HistoryStore) -> None:
        self._session = session
        self._store = store

    def of(self, conversation_id: int | None) -> StoredMessage | None:
        """Return the last reply of the branch that is shown; `None` while one is being written or waits."""
        if conversation_id is None or self._session.turns_of(conversation_id):
            return None
        try:
            outline = self._store.outline(conversation_id, limit=_ENOUGH)
            last = next((entry for entry in reversed(outline) if entry.role == "assistant"), None)
            return self._session.message(last.message_id) if last is not None else None
        except UserError:
            return None
