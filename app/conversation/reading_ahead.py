"""Lets the engine read a question while it is typed, so that less is left to read when it is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.conversation.preferences import SessionPreferences
from app.conversation.turn_requests import TurnRequests
from app.errors import UserError
from app.history.attachments import StoredAttachment
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from app.inference.protocol import GenerationRequest, ModelInfo

_LEAST_CHARACTERS = 40
"""Shorter drafts are read in no time when they are sent."""
_MOST_MESSAGES = 200
"""Loading a longer branch would be felt while typing."""


class ReadingAhead:
    """Sends a draft on when it has new whole words; remembers the messages before it as long as they stay the same."""

    def __init__(
        self,
        *,
        store: HistoryStore,
        branch: Callable[[int], list[StoredMessage]],
        read: Callable[[GenerationRequest], None],
        requests: TurnRequests,
        preferences: Callable[[], SessionPreferences],
    ) -> None:
        self._store = store
        self._load_branch = branch
        self._read = read
        self._requests = requests
        self._preferences = preferences
        self._branch_key: tuple[int, int | None] | None = None
        self._branch: list[StoredMessage] = []
        self._sent: tuple[int | None, str, tuple[object, ...]] | None = None

    def note(
        self,
        conversation_id: int | None,
        draft: str,
        info: ModelInfo | None,
        files: Sequence[StoredAttachment] = (),
    ) -> None:
        """Take note of a draft that has not changed for a moment."""
        words = draft[: _end_of_whole_words(draft)]
        if len(words) < _LEAST_CHARACTERS or not self._preferences().reads_ahead:
            return
        sent = (conversation_id, words, (info, *(file.name for file in files)))
        if sent == self._sent:
            return
        try:
            branch = self._branch_of(conversation_id)
            if branch is None:
                return
            request = self._requests.for_draft(conversation_id, branch, draft, info, files=files)
        except UserError:
            return  # sending will tell
        self._sent = sent
        self._read(request)

    def forget(self) -> None:
        """A turn has begun: what was read ahead is part of it, or gone."""
        self._sent = None
        self._branch_key = None
        self._branch = []

    def _branch_of(self, conversation_id: int | None) -> list[StoredMessage] | None:
        """Return the messages shown, `None` if there are too many."""
        if conversation_id is None:
            return []
        key = (conversation_id, self._store.conversation(conversation_id).leaf_id)
        if key != self._branch_key:
            if len(self._store.outline(conversation_id, limit=_MOST_MESSAGES + 1)) > _MOST_MESSAGES:
                return None
            self._branch = self._load_branch(conversation_id)
            self._branch_key = key
        return self._branch


def _end_of_whole_words(text: str) -> int:
    end = len(text)
    while end and not text[end - 1].isspace():
        end -= 1
    return len(text[:end].rstrip())
