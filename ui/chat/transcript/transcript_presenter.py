"""Shows the branch of a conversation: its skeleton, its cards, the replies that are written, and its versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from app.cancellation import StopSignal
from app.conversation.events import VoteEnded
from app.conversation.session import Session
from app.conversation.shown_branch import ShownBranch
from app.conversation.shown_vote import ShownVote, shown_vote
from app.conversation.turn import Turn, TurnState
from app.errors import UserError
from app.history.attachments import StoredAttachment
from app.history.branch_outline import BranchEntry
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from app.history.votes import KeptVote
from ui.bridges.history_thread import HistoryThread
from ui.bridges.notice_of import Remedy, notice_of
from ui.bridges.window_events import WindowEvents
from ui.chat.calls.call_source import CallSource
from ui.chat.transcript.card_place import CardKey, ReadingPlace, earlier_places_of, places_of
from ui.chat.transcript.cards import card_of_reply, card_of_turn, shown_text
from ui.chat.transcript.file_text_dialog import FileTextDialog
from ui.chat.transcript.picture_dialog import PictureDialog
from ui.chat.transcript.reply_card import Card, FilePlace, MessageEdit, QuestionCard, ReplyCard, ReplyPhase, VersionStep
from ui.chat.transcript.transcript import Transcript
from ui.chat.transcript.vote_words import vote_text
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.widgets.announcement import announce
from ui.widgets.timers import after

if TYPE_CHECKING:
    from ui.chat.transcript.compare_window import CompareWindow

_AFTER_PAINT_MS = 40


class TranscriptPresenter(QObject):
    """What has changed is noted as it is told, and shown once for each bundle of engine events.

    A reply is always shown as its turn is at that moment, as a whole: nothing depends on what was shown before.

    Signals:
        branch_changing(): another branch will be shown.
        branch_shown(): it is there, from its end.
        branch_filled(): it reaches up to its first message.
        reply_pointed_at(int): the reader is led to this reply.
        turn_shown(Turn): a reply that is written is shown in a new state.
        reply_ended(int): a reply that is shown is over.
    """

    branch_changing = Signal()
    branch_shown = Signal()
    branch_filled = Signal()
    reply_pointed_at = Signal(int)
    turn_shown = Signal(object)
    reply_ended = Signal(int)

    def __init__(
        self,
        view: Transcript,
        *,
        session: Session,
        store: HistoryStore,
        typesetter: FormulaTypesetter,
        calls: CallSource,
        more_context: Callable[[UserError], Sequence[Remedy]],
        events: WindowEvents,
    ) -> None:
        """`more_context` returns how there will be room for a prompt that was too long."""
        super().__init__(view)
        self.view = view
        self.branch = ShownBranch(session=session, store=store)
        self.cards = CardSource(self.branch, session=session, store=store, calls=calls, more_context=more_context)
        self.reader = HistoryThread(store, self)
        self._session = session
        self._store = store
        self._typesetter = typesetter
        self._events = events
        self._grown: dict[int, Turn] = {}
        self._changed: dict[int, Turn] = {}
        self._voted_on: set[int] = set()
        """Replies that are shown and whose votes stand otherwise now."""
        self._wanted_place: ReadingPlace | None = None
        self._compared: CompareWindow | None = None
        self._compared_in: int | None = None
        self._soon = after(self, 0, self._flush)
        self._after_paint = after(self, _AFTER_PAINT_MS, self._fill)
        view.set_source(self.cards.card, typesetter=typesetter)
        view.asks.regenerate_asked.connect(lambda question_id: self.regenerate(question_id))
        view.asks.retry_asked.connect(self._retry)
        view.asks.continue_asked.connect(self.resume)
        view.asks.version_asked.connect(self._step)
        view.asks.edited.connect(self._edit)
        view.asks.compare_asked.connect(self.compare)
        view.asks.sample_asked.connect(self._show_sample)
        view.asks.vote_continued.connect(self._continue_vote)
        view.asks.synthesis_asked.connect(self._synthesize)
        view.asks.stop_asked.connect(self._let_make_way)
        view.asks.cancel_asked.connect(self._cancel)
        view.asks.file_asked.connect(self._show_file)
        events.turn_grew.connect(self._note_grown)
        events.turn_changed.connect(self._note_changed)
        events.loop_suspected.connect(self._note_changed)
        events.turn_ended.connect(self._note_ended)
        events.vote_ended.connect(self._show_voted)
        events.turn_progressed.connect(self._show_progress)
        events.engine_heard.connect(self._flush)
        events.turn_begun.connect(self._show_begun)
        events.conversations_forgotten.connect(self._forget)
        events.history_replaced.connect(self._close_compared)

    # --- what the person wants --------------------------------------------------------------------------------

    def show(self, conversation_id: int | None) -> None:
        """Show the branch of a conversation, from its end, or its question while that is being answered.

        Raises `UserError` if it cannot be read.
        """
        self.branch_changing.emit()
        self._wanted_place = None
        self.branch.open(conversation_id)
        self.view.show_places(places_of(self.branch.outline))
        last = next((entry for entry in reversed(self.branch.outline) if entry.role == "assistant"), None)
        turn = self.branch.turn(last.message_id) if last is not None else None
        if turn is not None:
            cut = turn.continues
            self.view.read_from_question(given=len(shown_text(cut.answer)) if cut is not None else 0)
        self.branch_shown.emit()
        if last is not None:
            self.reply_pointed_at.emit(last.message_id)
        if conversation_id is not None and self.branch.is_whole:
            self._after_paint.stop()
            self._note_filled()
        elif conversation_id is not None:
            self._after_paint.start()

    def add_turn(self, turn: Turn, text: str, files: Sequence[StoredAttachment]) -> None:
        """Show a question that was asked at the end."""
        self.branch.add_turn(turn, text)
        self.view.add_question(QuestionCard(turn.question_id, text, files=tuple(file.head for file in files)))
        self._show_turn(turn)

    def point_at_end(self, turn: Turn) -> None:
        """Lead the reader to what was asked at the end, and to its reply."""
        self.view.read_from_question()
        self.reply_pointed_at.emit(turn.reply_id)

    def go_to(self, place: ReadingPlace | None) -> None:
        """Bring the reader back to a place, as soon as it has been read; `None` is the end."""
        self._wanted_place = place if place is not None and not self.view.go_to(place) else None

    def regenerate(self, question_id: int, vote: KeptVote | None = None) -> None:
        """Answer a question anew, as often as the conversation has it or a `vote` says; the present version stays."""
        with self._events.reporting_problems():
            self._show_begun(self._session.regenerate(question_id, vote=vote or self._next_vote()))

    def _retry(self, reply_id: int) -> None:
        remedy, question_id = self.cards.remedy(reply_id), self.branch.question_of(reply_id)
        if remedy is not None:
            remedy.act()
        if question_id is not None:
            self.regenerate(question_id)

    def resume(self, reply_id: int) -> None:
        """Go on with a reply that was cut, where it stopped; the cut version stays."""
        with self._events.reporting_problems():
            self._show_begun(self._session.resume(reply_id))

    def show_version(self, message_id: int) -> None:
        """Show the branch of this message: where the reader was, or at its end if that is still being written."""
        with self._events.reporting_problems():
            self._session.versions.show(message_id)
            self._show_changed(message_id)

    def last_reply(self) -> StoredMessage | None:
        """Return the last reply of the branch; `None` while one is being written or waits."""
        shown = self.branch.conversation_id
        if shown is None or self._session.turns_of(shown):
            return None
        with self._events.reporting_problems():
            return self.branch.last_ended_reply()
        return None

    def questions(self) -> list[tuple[int, str]]:
        """Return the questions of the branch shown, the earliest first: their ids and how they begin."""
        shown = self.branch.conversation_id
        with self._events.reporting_problems():
            return self._store.questions(shown) if shown is not None else []
        return []

    def go_to_question(self, question_id: int) -> None:
        """Put a question at the top."""
        self.view.go_to_beginning(CardKey(False, question_id))

    def has_several_questions(self) -> bool:
        """Whether there is more than one question to go to."""
        return sum(entry.role == "user" for entry in self.branch.outline) > 1

    def close(self) -> None:
        """Join the thread that reads history; build no more cards."""
        self._close_compared()
        self.view.forget_source()
        self.reader.close()

    def _next_vote(self) -> KeptVote | None:
        return self._session.thinking_levels.vote_of(self.branch.conversation_id)

    # --- what the session tells -------------------------------------------------------------------------------

    def shows(self, turn: Turn) -> bool:
        """Whether the reply of this turn is the version that is shown."""
        return turn.conversation_id == self.branch.conversation_id and self.branch.shows(turn)

    def _note_grown(self, turn: Turn) -> None:
        self._grown[turn.id] = turn

    def _note_changed(self, turn: Turn) -> None:
        self._changed[turn.id] = turn
        self._note_vote(turn)
        self._soon.start()
        self._note_compared(turn)

    def _note_ended(self, turn: Turn, reply: StoredMessage) -> None:
        if self.shows(turn):
            self.branch.note_reply(reply)
            with self._events.reporting_problems():
                if turn.failure is not None:
                    self.cards.failures[turn.reply_id] = turn.failure
                self.view.show_reply(self.cards.card_of_reply(reply))
            self.reply_ended.emit(turn.reply_id)
        self._note_vote(turn)
        self._note_compared(turn)

    def _flush(self) -> None:
        """Show the text that has come since the last time, then what else has changed."""
        grown, self._grown = self._grown, {}
        changed, self._changed = self._changed, {}
        for turn in grown.values():
            view = self.view.reply(turn.reply_id) if self._runs_here(turn) else None
            if view is not None and turn.answer:
                view.grow_answer(shown_text(turn.answer))
        for turn in changed.values():
            if self._runs_here(turn):
                self._show_turn(turn)

        voted_on, self._voted_on = self._voted_on, set()
        for reply_id in voted_on:
            view = self.view.reply(reply_id)
            if view is not None:
                with self._events.reporting_problems():
                    view.show_vote(self.cards.vote(reply_id))
                self.view.fit_card(CardKey(True, reply_id))

    def _runs_here(self, turn: Turn) -> bool:
        return not turn.has_ended and self.shows(turn)

    def _show_turn(self, turn: Turn) -> None:
        with self._events.reporting_problems():
            self.view.show_reply(self.cards.card_of_turn(turn))
        self.turn_shown.emit(turn)

    def _show_progress(self, turn: Turn) -> None:
        if turn.state is TurnState.ANSWERING:
            self._note_compared(turn)
        view = self.view.reply(turn.reply_id) if self.shows(turn) else None
        if view is not None and turn.state is TurnState.THINKING:
            view.show_seconds(turn.whole_thinking_s() or 0.0, has_thought=True)
        elif view is not None and turn.state is TurnState.ANSWERING:
            view.show_speed(turn.tokens_per_s())

    def _show_begun(self, turn: Turn) -> None:
        with self._events.reporting_problems():
            self.show(self.branch.conversation_id)
        self.view.keyboard.keep(CardKey(True, turn.reply_id))

    def _show_changed(self, message_id: int) -> None:
        was_at_end = self.view.is_at_end
        self.show(self.branch.conversation_id)
        key = self.cards.key_of(message_id)
        if key is None:
            return
        if not self.view.holds_question and (not was_at_end or self.branch.turn(key.message_id) is None):
            self.view.show_card(key)
        self.view.keyboard.keep(key)
        if key.is_reply:
            self.reply_pointed_at.emit(key.message_id)

    # --- votes ------------------------------------------------------------------------------------------------

    def _note_vote(self, turn: Turn) -> None:
        """A sample of a vote has come further: whichever of them is shown shows it."""
        vote = self._session.vote_for(turn.reply_id) if turn.is_sample else None
        if vote is not None and turn.conversation_id == self.branch.conversation_id:
            self._voted_on.update(one for one in vote.reply_ids if self.branch.question_of(one) is not None)
            self._soon.start()

    def _show_voted(self, ended: VoteEnded) -> None:
        """Show the answer that has won, in the place of whichever was shown while they were written."""
        if ended.conversation_id != self.branch.conversation_id:
            return
        with self._events.reporting_problems():
            candidates = self._store.candidate_ids(ended.group_id)
            shown = next((one for one in candidates if self.branch.question_of(one) is not None), None)
            outcome = ended.vote.outcome
            won = candidates[outcome.agreeing[0]] if outcome is not None and outcome.agreeing else shown
            if won is not None and shown is not None and won != shown:
                self._show_changed(won)
            elif shown is not None:
                self._voted_on.add(shown)
                self._flush()
            vote = self.cards.vote(ended.group_id) if shown is not None else None
            if vote is not None:
                announce(self.view, vote_text(vote))

    def _show_sample(self, reply_id: int) -> None:
        """Show another reply of a vote; the keyboard stays at its marks."""
        votes = [card.vote_view for card in self.view.cards() if card.is_reply]
        had_keyboard = any(vote is not None and vote.has_keyboard for vote in votes)
        self.show_version(reply_id)
        view = self.view.reply(reply_id)
        if had_keyboard and view is not None and view.vote_view is not None:
            view.vote_view.take_keyboard()

    def _continue_vote(self, reply_id: int) -> None:
        with self._events.reporting_problems():
            turn = self._session.continue_vote(reply_id)
            if turn is not None:
                self._show_begun(turn)

    def _synthesize(self, reply_id: int) -> None:
        with self._events.reporting_problems():
            self._show_begun(self._session.synthesize(reply_id))

    # --- what is above the messages at the end ----------------------------------------------------------------

    def _fill(self) -> None:
        """Read the skeleton of what is above, now that the end has been painted."""
        conversation_id = self.branch.conversation_id
        if conversation_id is None:
            return

        def read(store: HistoryStore, _stop: StopSignal) -> list[BranchEntry]:
            try:
                return store.outline(conversation_id)
            except LookupError:  # forgotten since it was shown
                return []

        def take(whole: list[BranchEntry]) -> None:
            if conversation_id == self.branch.conversation_id and not self.branch.is_whole:
                self.view.add_earlier(earlier_places_of(self.branch.take_in_earlier(whole)))
                self._note_filled()

        self.reader.run(read, take, self._events.report)

    def _note_filled(self) -> None:
        self.branch_filled.emit()
        self.go_to(self._wanted_place)

    # --- versions, and files of questions ---------------------------------------------------------------------

    def _step(self, step: VersionStep) -> None:
        with self._events.reporting_problems():
            beside = self._session.versions.beside(step.message_id, step.step)
            if beside is not None:
                self.show_version(beside)

    def _edit(self, edit: MessageEdit) -> None:
        """Keep an edited answer, or ask an edited question, as another version."""
        with self._events.reporting_problems():
            if not edit.is_reply:
                self._show_begun(self._session.edit_question(edit.message_id, edit.text, vote=self._next_vote()))
                return
            added = self._session.versions.edit_reply(edit.message_id, edit.text)
            self._show_changed(added)
            conversation_id = self._session.message(added).conversation_id
            self._events.conversation_changed.emit(self._store.conversation(conversation_id))

    def compare(self, message_id: int) -> None:
        """Put two versions of a message side by side."""
        self._close_compared()
        with self._events.reporting_problems():
            versions = self._session.versions.of(message_id)
            before = max(0, versions.index(message_id) - 1)
            from ui.chat.transcript.compare_window import CompareWindow  # seldom needed

            window = CompareWindow(
                versions,
                message=self._session.message,
                pair=self._pair_of_vote(message_id) or (versions[before], versions[before + 1]),
                answers=self._answers_of_vote(message_id),
                typesetter=self._typesetter,
                parent=self.view.window(),
            )
            self._compared_in = self._session.message(message_id).conversation_id
            window.version_chosen.connect(self.show_version)
            window.destroyed.connect(self._forget_compared)
            self._compared = window
            window.show()

    def _answers_of_vote(self, reply_id: int) -> dict[int, str]:
        vote = self.cards.vote(reply_id)
        marks = vote.marks if vote is not None else ()
        return {mark.reply_id: mark.answer for mark in marks if mark.reply_id is not None and mark.answer}

    def _pair_of_vote(self, reply_id: int) -> tuple[int, int] | None:
        """Return a reply of a vote with the first that answers otherwise, if there is one."""
        vote = self.cards.vote(reply_id)
        marks = {mark.reply_id: mark for mark in vote.marks} if vote is not None else {}
        own = marks.get(reply_id)
        others = (one for one, mark in marks.items() if own and mark.answer and mark.answer != own.answer)
        other = next((one for one in others if one is not None), None)
        return (reply_id, other) if other is not None else None

    def _note_compared(self, turn: Turn) -> None:
        if self._compared is not None:
            self._compared.note_changed(turn.reply_id, is_over=turn.has_ended)

    def _forget(self, conversation_ids: Sequence[int]) -> None:
        if self._compared_in in conversation_ids:
            self._close_compared()

    def _close_compared(self) -> None:
        if self._compared is not None:
            self._compared.destroyed.disconnect(self._forget_compared)  # it goes later, and another may be there then
            self._compared.close()
            self._compared = None

    def _forget_compared(self) -> None:
        self._compared = None

    def _show_file(self, place: FilePlace) -> None:
        with self._events.reporting_problems():
            found = self._store.attachments.of_message(place.question_id)
            if place.index < len(found):
                file, window = found[place.index], self.view.window()
                dialog: QDialog = FileTextDialog(file, window)
                if file.is_picture:
                    dialog = PictureDialog(file.head.name, file.content, window)
                dialog.exec()
                dialog.deleteLater()

    # --- waiting replies --------------------------------------------------------------------------------------

    def _cancel(self, reply_id: int) -> None:
        turn = self.branch.turn(reply_id)
        if turn is not None:
            self._session.cancel(turn.id)

    def _let_make_way(self) -> None:
        """Stop what the turn waits for that is shown."""
        shown = self.branch.conversation_id
        for turn in self._session.turns_of(shown) if shown is not None else ():
            before = self._session.ahead_of(turn)
            if before is not None:
                self._session.cancel(before.id)
                return


# Makes the cards of the messages that are shown, when they come into view.


class CardSource:
    """Knows what a card shows now."""

    def __init__(
        self,
        branch: ShownBranch,
        *,
        session: Session,
        store: HistoryStore,
        calls: CallSource,
        more_context: Callable[[UserError], Sequence[Remedy]],
    ) -> None:
        self.failures: dict[int, UserError] = {}
        """Why replies have failed since the start: more than history keeps."""
        self._more_context = more_context
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
        if card.failure is not None and reply.id in self.failures:
            remedy, kept = self.remedy(reply.id), card.failure
            action = remedy.words if remedy is not None else kept.action
            told = notice_of(self.failures[reply.id], action=action, second_action=kept.second_action)
            card = replace(card, failure=told)
        vote = self.vote(reply.id)
        if vote is not None and card.failure is not None:  # the vote goes on, and says so itself
            card = replace(card, failure=structs.replace(card.failure, action=""))
        return replace(card, vote=vote)

    def remedy(self, reply_id: int) -> Remedy | None:
        """Return what would let a failed reply succeed."""
        error = self.failures.get(reply_id)
        return next(iter(self._more_context(error)), None) if error is not None else None

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
