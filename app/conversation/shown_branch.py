"""The branch that is shown: its skeleton at once, its messages when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from app.conversation.session import Session
from app.conversation.turn import Turn
from app.history.branch_outline import BranchEntry
from app.history.records import StoredMessage
from app.history.store import HistoryStore

READ_AT_ONCE = 40
"""Messages at the end that are known before the window is painted."""

_KEPT = 60


class ShownBranch:
    """Knows which messages are shown."""

    def __init__(self, *, session: Session, store: HistoryStore) -> None:
        self._session = session
        self._store = store
        self.conversation_id: int | None = None
        self._outline: list[BranchEntry] = []
        self._question_ids: dict[int, int] = {}
        """Of the replies that are shown."""
        self._messages: dict[int, StoredMessage] = {}

    @property
    def outline(self) -> tuple[BranchEntry, ...]:
        """The messages known so far, from above."""
        return tuple(self._outline)

    @property
    def is_whole(self) -> bool:
        """Whether the skeleton reaches up to the first message."""
        return not self._outline or self._outline[0].parent_id is None

    def open(self, conversation_id: int | None) -> None:
        """Turn to another branch; its last messages are known."""
        self.conversation_id = conversation_id
        self._messages.clear()
        self._outline = [] if conversation_id is None else self._store.outline(conversation_id, limit=READ_AT_ONCE)
        self._note_replies()

    def take_in_earlier(self, whole: Sequence[BranchEntry]) -> Sequence[BranchEntry]:
        """Learn of the messages above those known, and return them; none if it is another branch by now."""
        ids = [entry.message_id for entry in whole]
        if self.is_whole or self._outline[0].message_id not in ids:
            return ()
        earlier = whole[: ids.index(self._outline[0].message_id)]
        self._outline[:0] = earlier
        self._note_replies()
        return earlier

    def add_turn(self, turn: Turn, question: str) -> None:
        """A question was asked at the end."""
        parent = self._outline[-1].message_id if self._outline else None
        self._outline.append(BranchEntry(turn.question_id, parent, "user", len(question.encode())))
        self._outline.append(BranchEntry(turn.reply_id, turn.question_id, "assistant", 0))
        self._question_ids[turn.reply_id] = turn.question_id

    def note_reply(self, reply: StoredMessage) -> None:
        """A reply has ended."""
        self._messages[reply.id] = reply

    def shows(self, turn: Turn) -> bool:
        """Whether this turn's reply is the version that is shown."""
        return turn.reply_id in self._question_ids

    def turn(self, reply_id: int) -> Turn | None:
        """Return the turn that writes a reply that is shown, if it runs or waits."""
        return self._session.turn_for(reply_id) if reply_id in self._question_ids else None

    def entry(self, message_id: int) -> BranchEntry | None:
        """Return this message's place in the branch, if it has one."""
        return next((entry for entry in self._outline if entry.message_id == message_id), None)

    def question_of(self, reply_id: int) -> int | None:
        """Return the question of a reply that is shown."""
        return self._question_ids.get(reply_id)

    def reply(self, reply_id: int) -> StoredMessage | None:
        """Return a reply that is shown, as far as it is stored."""
        return self.message(reply_id) if reply_id in self._question_ids else None

    def last_ended_reply(self) -> StoredMessage | None:
        """Return the last reply of the branch, if it has ended."""
        last = next((entry for entry in reversed(self._outline) if entry.role == "assistant"), None)
        if last is None or self._session.turn_for(last.message_id) is not None:
            return None
        return self.message(last.message_id)

    @property
    def unsaved_replies(self) -> dict[int, StoredMessage]:
        """Ended replies, of any branch, that the history does not hold yet, by their ids."""
        return self._session.unsaved_replies

    def message(self, message_id: int) -> StoredMessage:
        """Return a message of the branch; a few are remembered."""
        known = self._messages.pop(message_id, None) or self._session.message(message_id)
        if self._session.turn_for(message_id) is None:
            self._messages[message_id] = known
            if len(self._messages) > _KEPT:
                del self._messages[next(iter(self._messages))]
        return known

    def _note_replies(self) -> None:
        self._question_ids = {
            entry.message_id: entry.parent_id or 0 for entry in self._outline if entry.role == "assistant"
        }
