"""The branch that is shown: its skeleton at once, its messages when their cards come into view."""

from __future__ import annotations

from app.conversation.session import Session
from app.conversation.turn import Turn
from app.engines.model_status import ModelPhase
from app.errors import UserError
from app.history.branch_outline import BranchEntry
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from ui.bridges.notice_of import notice_of
from ui.chat.transcript.card_place import CardKey, CardPlace, places_of
from ui.chat.transcript.cards import card_of_reply, card_of_turn
from ui.chat.transcript.reply_card import Card, QuestionCard, ReplyCard, ReplyPhase

READ_AT_ONCE = 40
"""Messages at the end whose places are read before the window is painted."""

_KEPT = 60


class ShownBranch:
    """Knows which messages are shown, and makes their cards."""

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

    def open(self, conversation_id: int | None) -> list[CardPlace]:
        """Turn to another branch; return the places of its last messages."""
        self.conversation_id = conversation_id
        self._messages.clear()
        self._outline = [] if conversation_id is None else self._store.outline(conversation_id, limit=READ_AT_ONCE)
        self._note_replies()
        return places_of(self._outline)

    def take_in_earlier(self, whole: list[BranchEntry]) -> list[CardPlace]:
        """Learn of the messages above those known; return their places, none if it is another branch by now."""
        if self.is_whole:
            return []
        first = self._outline[0].message_id
        ids = [entry.message_id for entry in whole]
        if first not in ids:
            return []
        earlier = whole[: ids.index(first)]
        self._outline[:0] = earlier
        self._note_replies()
        places = places_of(earlier)
        # A question at the cut has its reply below it, in the part that is there already.
        return places[:-1] if earlier and earlier[-1].role == "user" else places

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

    def key_of(self, message_id: int) -> CardKey | None:
        """Return which card shows this message, if the branch has it."""
        entry = next((entry for entry in self._outline if entry.message_id == message_id), None)
        return CardKey(entry.role == "assistant", message_id) if entry is not None else None

    def reply(self, reply_id: int) -> StoredMessage | None:
        """Return a reply that is shown, as far as it is stored."""
        return self.message(reply_id) if reply_id in self._question_ids else None

    def last_ended_reply(self) -> StoredMessage | None:
        """Return the last reply of the branch, if it has ended."""
        last = next((entry for entry in reversed(self._outline) if entry.role == "assistant"), None)
        if last is None or self._session.turn_for(last.message_id) is not None:
            return None
        return self.message(last.message_id)

    def message(self, message_id: int) -> StoredMessage:
        """Return a message of the branch; a few are remembered."""
        known = self._messages.pop(message_id, None) or self._session.message(message_id)
        if self._session.turn_for(message_id) is None:
            self._messages[message_id] = known
            if len(self._messages) > _KEPT:
                del self._messages[next(iter(self._messages))]
        return known

    def card(self, key: CardKey) -> Card:
        """Return what a card shows now."""
        try:
            return self._reply_card(key.message_id) if key.is_reply else self._question_card(key.message_id)
        except UserError as error:
            if key.is_reply:
                question_id = self._question_ids.get(key.message_id, key.message_id)
                return ReplyCard(question_id, ReplyPhase.FAILED, key.message_id, failure=notice_of(error))
            return QuestionCard(key.message_id, "…")

    def versions(self, message_id: int) -> tuple[int, int]:
        """Return which version a message is, from 1, and how many there are."""
        ids = self._session.versions.of(message_id)
        return ids.index(message_id) + 1, len(ids)

    def card_of_turn(self, turn: Turn) -> ReplyCard:
        """Return the card of a turn that runs or waits."""
        status, before = self._session.model_status, self._session.ahead_of(turn)
        is_elsewhere = before is not None and before.conversation_id != turn.conversation_id
        version, versions = self.versions(turn.reply_id)
        return card_of_turn(
            turn,
            load_fraction=status.fraction if status.phase is ModelPhase.LOADING else None,
            waiting_for=self._store.conversation(before.conversation_id).title if before and is_elsewhere else "",
            version=version,
            versions=versions,
        )

    def _question_card(self, question_id: int) -> QuestionCard:
        version, versions = self.versions(question_id)
        exclusions = self._session.overrides.exclusions(self.conversation_id)
        return QuestionCard(
            question_id,
            self.message(question_id).answer,
            version,
            versions,
            files=tuple(self._store.attachments.heads_of(question_id)),
            is_left_out=question_id in exclusions.questions,
            are_files_left_out=question_id in exclusions.files,
        )

    def _reply_card(self, reply_id: int) -> ReplyCard:
        if reply_id not in self._question_ids:  # the place below a question at the end whose reply was never begun
            return ReplyCard(reply_id, ReplyPhase.STOPPED)
        turn = self.turn(reply_id)
        if turn is not None:
            return self.card_of_turn(turn)
        return card_of_reply(self.message(reply_id), self._session.versions.of(reply_id))

    def _note_replies(self) -> None:
        self._question_ids = {
            entry.message_id: entry.parent_id or 0 for entry in self._outline if entry.role == "assistant"
        }
