"""The prompt that the conversation in view would have next: its branch, read anew when it has changed."""

from __future__ import annotations

from collections.abc import Sequence

from app.conversation.newest_part import NewestPart, newest_part
from app.conversation.session import Session
from app.history.attachments import StoredAttachment
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from app.inference.protocol import GenerationRequest

_MOST_MESSAGES = 200
"""Longer branches are read by a thread: it would be felt while typing."""

BranchKey = tuple[int, int | None]
"""A conversation and its leaf."""


class DraftPrompt:
    """Remembers what it has read until it is told that messages have changed. Raises the errors of `app.history`."""

    def __init__(self, session: Session, store: HistoryStore) -> None:
        self._session = session
        self._store = store
        self.conversation_id: int | None = None
        self._branch_key: BranchKey | None = None
        self._branch: list[StoredMessage] = []
        self._part: NewestPart | None = None
        self._part_key: object = None
        self._whole: BranchKey | None = None

    def show(self, conversation_id: int | None) -> None:
        """Turn to another conversation."""
        self.conversation_id = conversation_id
        self.note_messages_changed()

    def note_messages_changed(self) -> None:
        """The branch is another by now."""
        self._branch_key = self._part = None

    def take_branch(self, key: BranchKey, branch: list[StoredMessage]) -> None:
        """Take in a long branch that was read elsewhere."""
        self._branch_key, self._branch = key, branch

    def count_all(self) -> None:
        """Leave nothing of this branch to an estimate."""
        self._whole = self._branch_key

    def key(self) -> BranchKey | None:
        """Return which branch is in view."""
        shown = self.conversation_id
        return None if shown is None else (shown, self._store.conversation(shown).leaf_id)

    def is_long(self) -> bool:
        """Whether reading the branch would be felt: it is not known yet, and has many messages."""
        key = self.key()
        if key is None or key == self._branch_key:
            return False
        return len(self._store.outline(key[0], limit=_MOST_MESSAGES + 1)) > _MOST_MESSAGES

    def branch(self) -> list[StoredMessage]:
        """Return the messages in view."""
        key = self.key()
        if key is None:
            return []
        if key != self._branch_key:
            self.take_branch(key, self._session.branch(key[0]))
        return self._branch

    def newest_part(self) -> NewestPart:
        """Return of these messages what is counted: all of them, unless they are far too many."""
        branch, info = self.branch(), self._session.model_status.info
        if info is None or self._whole == self._branch_key:
            return NewestPart(branch)
        exclusions = self._session.overrides.exclusions(self.conversation_id)
        key = (self._branch_key, exclusions, info.context)
        if self._part is None or key != self._part_key:
            self._part, self._part_key = newest_part(branch, exclusions, context_tokens=info.context), key
        return self._part

    def request(self, part: NewestPart, text: str, files: Sequence[StoredAttachment]) -> GenerationRequest:
        """Return the request that would ask this next."""
        info = self._session.model_status.info
        return self._session.requests.for_draft(self.conversation_id, part.messages, text, info, files=files)
