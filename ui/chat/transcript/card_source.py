"""Makes the cards of the messages that are shown, when they come into view."""

from __future__ import annotations

from dataclasses import replace

from app.conversation.session import Session
from app.conversation.shown_branch import ShownBranch
from app.conversation.shown_vote import ShownVote, shown_vote
from app.conversation.turn import Turn
from app.errors import UserError
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from ui.bridges.notice_of import notice_of
from ui.chat.calls.call_source import CallSource
from ui.chat.transcript.card_place import CardKey
from ui.chat.transcript.cards import card_of_reply, card_of_turn
from ui.chat.transcript.reply_card import Card, QuestionCard, ReplyCard, ReplyPhase


class CardSource:
    """Knows what a card shows now."""

    def __init__(self, branch: ShownBranch, *, session: Session, store: HistoryStore, calls: CallSource) -> None:
        self._branch = branch
        self._session = session
        self._store = store
        self._calls = calls

    def key_of(self, message_id: int) -> CardKey | None:
        """Return which card shows this message, if the branch has it."""
        entry = self._branch.entry(message_id)
        return CardKey(entry.role == "assistant", message_id) if entry is not None else None

    def card(self, key: CardKey) -> Card:
        """Return what a card shows now."""
        try:
            return self._reply_card(key.message_id) if key.is_reply else self._question_card(key.message_id)
        except UserError as error:
            if key.is_reply:
                question_id = self._branch.question_of(key.message_id) or key.message_id
                return ReplyCard(question_id, ReplyPhase.FAILED, key.message_id, failure=notice_of(error))
            return QuestionCard(key.message_id, "…")

    def versions(self, message_id: int) -> tuple[int, int]:
        """Return which version a message is, from 1, and how many there are."""
        ids = self._session.versions.of(message_id)
        return ids.index(message_id) + 1, len(ids)

    def card_of_turn(self, turn: Turn) -> ReplyCard:
        """Return the card of a turn that runs or waits."""
        before = self._session.ahead_of(turn)
        is_elsewhere = before is not None and before.conversation_id != turn.conversation_id
        version, versions = self.versions(turn.reply_id)
        card = card_of_turn(
            turn,
            waiting_for=self._store.conversation(before.conversation_id).title if before and is_elsewhere else "",
            version=version,
            versions=versions,
        )
        card = replace(card, open_calls=self._calls.of(turn))
        return replace(card, vote=self.vote(turn.reply_id)) if turn.is_sample else card

    def card_of_reply(self, reply: StoredMessage) -> ReplyCard:
        """Return the card of a reply that has ended."""
        card = card_of_reply(reply, self._session.versions.of(reply.id))
        vote = self.vote(reply.id)
        if vote is not None and card.failure is not None:  # the vote goes on, and says so itself
            card = replace(card, failure=replace(card.failure, action=""))
        return replace(card, vote=vote)

    def vote(self, reply_id: int) -> ShownVote | None:
        """Return how the vote stands that a reply is a candidate of, if there is one."""
        return shown_vote(reply_id, session=self._session, store=self._store)

    def _question_card(self, question_id: int) -> QuestionCard:
        version, versions = self.versions(question_id)
        exclusions = self._session.overrides.exclusions(self._branch.conversation_id)
        return QuestionCard(
            question_id,
            self._branch.message(question_id).answer,
            version,
            versions,
            files=tuple(self._store.attachments.heads_of(question_id)),
            is_left_out=question_id in exclusions.questions,
            are_files_left_out=question_id in exclusions.files,
        )

    def _reply_card(self, reply_id: int) -> ReplyCard:
        if (
            self._branch.question_of(reply_id) is None
        ):  # the place below a question at the end whose reply was never begun
            return ReplyCard(reply_id, ReplyPhase.STOPPED)
        turn = self._branch.turn(reply_id)
        if turn is not None:
            return self.card_of_turn(turn)
        return self.card_of_reply(self._branch.message(reply_id))
