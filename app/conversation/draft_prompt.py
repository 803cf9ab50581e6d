"""The prompt that the conversation in view would have next: its branch, read anew when it has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.conversation.session import Session
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
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
        self._branch: list[StoredMessage] | None = None
        """Given up as soon as only a part of it counts: it may be hundreds of times what a context holds."""
        self._part: NewestPart | None = None
        self._part_key: object = None
        self._whole: BranchKey | None = None

    def show(self, conversation_id: int | None) -> None:
        """Turn to another conversation."""
        self.conversation_id = conversation_id
        self.note_messages_changed()

    def note_messages_changed(self) -> None:
        """The branch is another by now."""
        self._branch_key = self._branch = self._part = None

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
        """Whether reading the branch would be felt: it is needed, not known, and has many messages."""
        key = self.key()
        is_known = key == self._branch_key and self._branch is not None
        if key is None or is_known or self._known_part() is not None:
            return False
        return len(self._store.outline(key[0], limit=_MOST_MESSAGES + 1)) > _MOST_MESSAGES

    def branch(self) -> list[StoredMessage]:
        """Return the messages in view."""
        key = self.key()
        if key is None:
            return []
        if key != self._branch_key or self._branch is None:
            self._branch_key, self._branch = key, self._session.branch(key[0])
        return self._branch

    def newest_part(self) -> NewestPart:
        """Return of these messages what is counted: all of them, unless they are far too many."""
        part = self._known_part()
        if part is not None:
            return part
        branch, info = self.branch(), self._session.model_status.info
        if info is None or self._whole == self._branch_key:
            return NewestPart(branch)
        exclusions = self._session.overrides.exclusions(self.conversation_id)
        part = newest_part(branch, exclusions, context_tokens=info.context)
        self._part, self._part_key = part, self._part_key_now()
        if part.older:
            self._branch = None
        return part

    def _known_part(self) -> NewestPart | None:
        now = self._part_key_now()
        return self._part if now is not None and now == self._part_key else None

    def _part_key_now(self) -> object:
        """Return what the newest part goes by; `None` where there is none but the whole."""
        key, info = self.key(), self._session.model_status.info
        if key is None or info is None or key == self._whole:
            return None
        return key, self._session.overrides.exclusions(self.conversation_id), info.context

    def request(self, part: NewestPart, text: str, files: Sequence[StoredAttachment]) -> GenerationRequest:
        """Return the request that would ask this next."""
        info = self._session.model_status.info
        return self._session.requests.for_draft(self.conversation_id, part.messages, text, info, files=files)


# The newest part of a branch that is too long for a context by far: what is older is only estimated.

_LETTERS_PER_TOKEN = 8
"""About twice what vocabularies need for a text: so many letters for each token of the context hardly ever fit."""


@dataclass(frozen=True, slots=True)
class NewestPart:
    """A branch from one of its questions on.

    Attributes:
        messages: From that question to the end.
        letters: How many of them are sent.
        older: The questions before it that would be sent, oldest first; nothing if the part is the whole branch.
        older_letters: How many letters they and their answers have.
    """

    messages: Sequence[StoredMessage]
    letters: int = 0
    older: tuple[int, ...] = ()
    older_letters: int = 0

    def older_tokens(self, tokens: int) -> int:
        """Estimate what the older messages would take if this part takes so many tokens."""
        return round(tokens * self.older_letters / max(1, self.letters))


def newest_part(branch: Sequence[StoredMessage], exclusions: ContextExclusions, *, context_tokens: int) -> NewestPart:
    """Return the part of a branch that overfills the context, or all of it if it is shorter."""
    left_out = frozenset(exclusions.questions)
    most = context_tokens * _LETTERS_PER_TOKEN
    letters = 0
    first = len(branch)
    while first and letters <= most:
        first -= 1
        letters += _sent_letters(branch[first], left_out)
    while first and branch[first].role != "user":  # a part begins with a question
        first -= 1
        letters += _sent_letters(branch[first], left_out)
    older = branch[:first]
    questions = tuple(one.id for one in older if one.role == "user" and one.id not in left_out)
    if not questions:
        return NewestPart(branch, letters)
    return NewestPart(branch[first:], letters, questions, sum(_sent_letters(one, left_out) for one in older))


def _sent_letters(message: StoredMessage, left_out: frozenset[int]) -> int:
    question = message.parent_id if message.role == "assistant" else message.id
    return 0 if question in left_out else len(message.answer)
