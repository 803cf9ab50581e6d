"""Sums a conversation up, in it, for all to see; then another one begins with the summary."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import structs

from app.conversation.errors import NoSummaryWritten
from app.conversation.session import Session
from app.conversation.turn import Turn, TurnState
from app.history.asking import ConversationSetup
from app.history.context_exclusions import ContextExclusions
from app.history.records import Conversation, StoredMessage
from app.history.store import HistoryStore

_QUESTION = (
    "Sum up our conversation so far, for yourself, so that we can go on from the summary alone: what was asked, what"
    " was found, names, numbers and decisions, and what is still open. Be brief. Use the language of the conversation."
)
_HEADING = "Summary of the conversation before this one:"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a conversation goes on from; the title is empty where that conversation is no longer there."""

    conversation_id: int
    title: str
    summary: str
    is_new: bool
    """Whether nothing has been asked since."""


class Summaries:
    """Asks for summaries, and begins conversations with them. Raises the errors of `app.history.errors`."""

    def __init__(self, session: Session, store: HistoryStore) -> None:
        self._session = session
        self._store = store

    def ask(self, conversation_id: int, exclusions: ContextExclusions) -> Turn:
        """Let the model sum a conversation up, without what does not fit."""
        return self._session.send(conversation_id, _QUESTION, exclusions=exclusions)

    def begin(self, turn: Turn, reply: StoredMessage, *, title: str) -> Conversation:
        """Begin a conversation of this title with the summary that a turn has ended with.

        Raises `NoSummaryWritten` if it has not.
        """
        old_id, summary = turn.conversation_id, reply.answer.strip()
        if not summary or turn.state is not TurnState.FINISHED:
            raise NoSummaryWritten
        old, own = self._store.conversation(old_id), self._session.overrides.of(old_id)
        prompt = self._session.requests.system_prompt(old_id)
        kept = prompt.split(_HEADING)[0].strip()  # a summary of a summary stands for both
        return self._store.begin_conversation(
            ConversationSetup(
                title,
                choices=structs.replace(own, system_prompt=f"{kept}\n\n{_HEADING}\n{summary}".strip()),
                thinking_level=old.thinking_level,
                thinking_options=old.thinking_options,
                exclusions=ContextExclusions(follows=old_id),
                tools=self._session.overrides.tools(old_id),
            )
        )

    def origin(self, conversation_id: int) -> Origin | None:
        """Return what a conversation goes on from, if it does."""
        before = self._store.exclusions.of(conversation_id).follows
        if before is None:
            return None
        summary = self._session.requests.system_prompt(conversation_id).partition(_HEADING)[2].strip()
        is_new = not self._store.outline(conversation_id, limit=1)
        return Origin(before, self._title(before), summary, is_new)

    def is_there(self, conversation_id: int) -> bool:
        """Whether a conversation can still be gone back to."""
        return bool(self._title(conversation_id))

    def _title(self, conversation_id: int) -> str:
        try:
            conversation = self._store.conversation(conversation_id)
        except LookupError:
            return ""
        return conversation.title if conversation.deleted_at is None else ""
