"""Connects the session with the views of one conversation: what is shown, sent, stopped, answered anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.conversation.events import LoopSuspected, TurnChanged, TurnEnded, TurnGrew
from app.conversation.session import Session
from app.conversation.turn import Turn, TurnState
from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from app.history.records import Conversation, StoredMessage
from app.history.store import HistoryStore
from ui.bridges.history_thread import HistoryThread
from ui.bridges.notice_of import notice_of
from ui.chat.chat_state import ChatState
from ui.chat.composer.draft_keeper import DraftKeeper
from ui.chat.composer.gauge_follower import GaugeFollower
from ui.chat.composer.typing_place import TypingPlace
from ui.chat.search.find_controller import FindController
from ui.chat.thinking.thought_follower import ThoughtFollower
from ui.chat.transcript.branch_filler import BranchFiller
from ui.chat.transcript.card_place import CardKey, ReadingPlace
from ui.chat.transcript.cards import card_of_reply, card_of_turn, shown_text, thinking_s_of
from ui.chat.transcript.reply_card import QuestionCard, ReplyCard
from ui.chat.transcript.shown_branch import ShownBranch
from ui.chat.transcript.tree_controller import TreeController
from ui.chat.window_content import WindowContent
from ui.documents.formula_typesetter import FormulaTypesetter
from ui.documents.reading_budget import reading_for
from ui.widgets.notice_bar import Subject

_PROGRESS_MS, _OPENING_S = 250, 0.03
EXAMPLES = (
    "What is 347 + 588?",
    "Which is larger, 9.9 or 9.11?",
    "What time is it 3 h 40 min after 22:15?",
)


class ChatController(QObject):
    """Shows one conversation at a time; replies go on being written when another one is shown.

    What has changed is noted by `hear` and shown by `flush`, once for each bundle of engine events. A reply is always
    shown as its turn is at that moment, as a whole: nothing depends on what was shown before.

    Signals:
        conversation_shown(object): the id of the conversation shown now, `None` for a new one.
        turns_changed(): something was queued, started or ended.
        conversation_changed(Conversation): a branch has become a conversation, or one has moved in the list.
        problem_shown(UserError): the person has been told of it.
    """

    conversation_shown = Signal(object)
    turns_changed = Signal()
    conversation_changed = Signal(object)
    problem_shown = Signal(object)

    def __init__(
        self, *, content: WindowContent, session: Session, store: HistoryStore, typesetter: FormulaTypesetter
    ) -> None:
        super().__init__(content)
        self._content = content
        self._session = session
        self._store = store
        self._conversation_id: int | None = None
        self._shown_before: Conversation | None = None
        self._reader = HistoryThread(store)
        self._problem: UserError | None = None
        self._wanted_place: ReadingPlace | None = None
        self._branch = ShownBranch(session=session, store=store, card_of_turn=self._card)
        self._gauge = GaugeFollower(gauge=content.page.header.gauge, session=session, branch=self._branch)
        self.drafts = DraftKeeper(
            composer=content.page.composer, store=store, on_problem=self.show_problem, parent=self
        )
        self._grown: dict[int, Turn] = {}
        self._changed: dict[int, Turn] = {}
        self._starter_path = ""
        self._starter_description = ""
        self.thoughts = ThoughtFollower(
            content=content, turn_of=self._branch.turn, reply_of=self._branch.reply, typesetter=typesetter
        )
        self._filler = BranchFiller(
            transcript=content.page.transcript,
            reader=self._reader,
            branch=self._branch,
            shown=lambda: self._conversation_id,
            parent=self,
        )
        self._filler.problem_occurred.connect(self.show_problem)
        self.find = FindController(
            bar=content.page.find_bar,
            transcript=content.page.transcript,
            thoughts=self.thoughts,
            reader=self._reader,
            branch=self._branch,
            parent=self,
        )
        self.find.problem_occurred.connect(self.show_problem)
        self._filler.filled.connect(self.find.branch_filled)
        self._filler.filled.connect(self._go_to_wanted_place)
        self._tree = TreeController(
            transcript=content.page.transcript,
            session=session,
            store=store,
            typesetter=typesetter,
            parent=self,
        )
        self._tree.turn_begun.connect(self.show_begun)
        self._tree.branch_changed.connect(self._show_changed)
        self._tree.conversation_changed.connect(self.conversation_changed)
        self._tree.problem_occurred.connect(self.show_problem)
        self.typing = TypingPlace(content)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.flush)
        self._progress = QTimer(self)
        self._progress.setInterval(_PROGRESS_MS)
        self._progress.timeout.connect(self._show_progress)
        content.page.composer.sent.connect(self.send)
        content.page.composer.stop_asked.connect(self._session.stop)
        content.page.welcome.example_chosen.connect(self.send)
        content.sidebar.new_chat_asked.connect(lambda: self.show_conversation(None))
        content.page.transcript.regenerate_asked.connect(self.regenerate)
        content.page.transcript.continue_asked.connect(self.resume)
        content.page.transcript.set_source(self._branch.card, typesetter=typesetter)
        content.page.transcript.stop_asked.connect(self._let_make_way)
        content.page.transcript.cancel_asked.connect(self._cancel)

    @property
    def conversation_id(self) -> int | None:
        """The conversation shown, `None` for one that has no question yet."""
        return self._conversation_id

    def set_starter(self, path: str, description: str) -> None:
        """Say which model is the built-in one; it is introduced with examples."""
        self._starter_path = path
        self._starter_description = description
        self.show_model(self._session.model_status)

    # --- what the person wants --------------------------------------------------------------------------------

    def show_conversation(self, conversation_id: int | None) -> None:
        """Show a conversation, or an empty one; the unsent text of each is kept."""
        composer = self._content.page.composer
        self._wanted_place = None
        if conversation_id != self._conversation_id:
            self._content.page.notices.note_change(Subject.CONVERSATION)
        self._conversation_id = conversation_id
        self._session.look_at(conversation_id)
        with self._telling_problems(), reading_for(_OPENING_S):
            self._show_branch()
        self.drafts.show(conversation_id)
        self._content.sidebar.set_shown(conversation_id)
        self._show_running()
        composer.setFocus()
        self.conversation_shown.emit(conversation_id)

    def send(self, text: str) -> None:
        """Ask a question in the conversation shown."""
        was_new = self._conversation_id is None
        files = self._content.page.composer.files.take_all()
        try:
            turn = self._session.send(self._conversation_id, text, files=files, was_draft=True)
        except UserError as error:
            self._content.page.composer.set_draft(text)
            self._content.page.composer.files.show_files(files)
            self.show_problem(error)
            return
        self._content.page.notices.note_change(Subject.HISTORY)
        self.drafts.sent(self._conversation_id)
        if was_new or turn.has_ended:  # where its prompt could not be read, it is over already
            self.show_conversation(turn.conversation_id)
        else:
            self._branch.add_turn(turn, text)
            heads = tuple(file.head for file in files)
            self._content.page.transcript.add_question(QuestionCard(turn.question_id, text, files=heads))
            self._show_turn(turn)
        self._content.page.transcript.scroll_to_end()
        self.thoughts.show(turn.reply_id)
        self._show_running()

    def regenerate(self, question_id: int) -> None:
        """Answer a question anew; the present version stays."""
        with self._telling_problems():
            self.show_begun(self._session.regenerate(question_id))

    def resume(self, reply_id: int) -> None:
        """Go on with a reply that was cut, where it stopped; the cut version stays."""
        with self._telling_problems():
            self.show_begun(self._session.resume(reply_id))

    def forget(self, conversation_id: int) -> None:
        """A conversation is gone: show an empty one if it was shown."""
        self.drafts.forget(conversation_id)
        if conversation_id == self._conversation_id:
            self.show_conversation(None)

    def forget_for_good(self, conversation_ids: Sequence[int]) -> None:
        """Hold nothing of these, which were shown before at most."""
        for conversation_id in conversation_ids:
            self.forget(conversation_id)
            self.drafts.forget(conversation_id)
        self._tree.forget(conversation_ids)
        drafts = self._content.dock.pane.drafts
        with self._telling_problems():
            for reply_id in list(drafts):
                try:
                    is_gone = self._store.message(reply_id).conversation_id in conversation_ids
                except LookupError:
                    is_gone = True
                if is_gone:
                    del drafts[reply_id]

    def prepare_for_replacement(self) -> None:
        """All conversations will be others in a moment: remember which of them is shown."""
        self._shown_before = None
        if self._conversation_id is not None:
            with self._telling_problems():
                self._shown_before = self._store.conversation(self._conversation_id)

    def history_replaced(self) -> None:
        """All conversations are others now: show the same one as it was then, if there was one."""
        self._tree.close()
        self.thoughts.history_replaced()
        typed = self.drafts.history_replaced()
        before = self._shown_before
        is_there = before is not None and any(
            (one.id, one.created_at) == (before.id, before.created_at) for one in self._store.conversations()
        )
        self.show_conversation(before.id if before is not None and is_there else None)
        self.drafts.add(typed)

    def state(self) -> ChatState:
        """Return where the person is, and what would be lost with the views."""
        content, edited_thought = self._content, self.thoughts.edited()
        self.thoughts.put_editors_away()
        return ChatState(
            conversation_id=self._conversation_id,
            place=content.page.transcript.place,
            cursor=content.page.composer.edit.textCursor().position(),
            waiting_files=content.page.composer.files.waiting(),
            edited=content.page.transcript.drafts(),
            thought_drafts=content.dock.pane.drafts,
            edited_thought=edited_thought,
            thought_times=self.thoughts.times,
            found="" if content.page.find_bar.isHidden() else content.page.find_bar.text,
            problem=None if content.page.notices.isHidden() else self._problem,
        )

    def restore(self, state: ChatState) -> None:
        """Bring the person back to where they were in other views; the keyboard is the caller's to give."""
        content = self._content
        self.thoughts.times.update(state.thought_times)
        content.dock.pane.drafts.update(state.thought_drafts)
        self.show_conversation(state.conversation_id)
        self._wanted_place = state.place
        self._go_to_wanted_place()
        for key, text in state.edited.items():
            view = content.page.transcript.show_card(key)
            if view is not None:
                view.begin_editing(text)
        if state.edited_thought is not None:
            self.thoughts.edit(state.edited_thought)
        if state.found:
            content.page.find_bar.open_bar(state.found)
        if state.problem is not None:
            self.show_problem(state.problem)
        cursor = content.page.composer.edit.textCursor()
        cursor.setPosition(min(state.cursor, len(content.page.composer.draft)))
        content.page.composer.edit.setTextCursor(cursor)

    def close(self) -> None:
        """Join the threads that read history and set formulas."""
        self.drafts.close()
        self._tree.close()
        self._content.page.transcript.forget_source()
        self._reader.close()

    def show_problem(self, error: UserError) -> None:
        """Tell of a problem above the transcript."""
        self._problem = error
        self._content.page.notices.show_notice(notice_of(error, has_remedy=True))
        self.problem_shown.emit(error)

    # --- what the session tells -------------------------------------------------------------------------------

    def hear(self, event: TurnChanged | TurnGrew | TurnEnded | LoopSuspected) -> None:
        """Take in an event of a turn."""
        turn = event.turn
        match event:
            case TurnGrew(_, parts):
                self.thoughts.note_times(turn, parts)
                self._grown[turn.id] = turn
                return
            case LoopSuspected():
                self.thoughts.note_circling(turn)
                self._changed[turn.id] = turn
                self._soon.start()
                return
            case TurnChanged():
                self._changed[turn.id] = turn
                self._soon.start()
            case TurnEnded(_, reply) if self._is_shown(turn):
                self._branch.note_reply(reply)
                self._show_ended(turn, reply)
                self.typing.come_home()
        self._tree.note_changed(turn)
        self._show_running()
        self.turns_changed.emit()

    def flush(self) -> None:
        """Show the text that has come since the last time, then what else has changed."""
        grown, self._grown = self._grown, {}
        changed, self._changed = self._changed, {}
        for turn in grown.values():
            if self._is_running_here(turn):
                self.thoughts.grow(turn.reply_id)
                view = self._content.page.transcript.reply(turn.reply_id)
                if view is not None and turn.answer:
                    view.grow_answer(shown_text(turn.answer))
        for turn in changed.values():
            if self._is_running_here(turn):
                self._show_turn(turn)

    def show_model(self, status: ModelStatus) -> None:
        """Show what the chosen model means for this conversation."""
        has_model = status.phase is not ModelPhase.NONE
        self._content.page.composer.set_can_send(can_send=has_model)
        if not has_model:
            self._content.page.welcome.show_without_model()
        elif status.path == self._starter_path:
            self._content.page.welcome.show_with_model(self._starter_description, EXAMPLES)
        else:
            self._content.page.welcome.show_with_model(
                self.tr("{name} is ready for a question.").format(name=status.name)
            )
        running = self._session.running_turn
        if running is not None and running.state is TurnState.LOADING:
            self._changed[running.id] = running
            self._soon.start()
        self._gauge.show()

    # --- private ----------------------------------------------------------------------------------------------

    def _go_to_wanted_place(self) -> None:
        """Go where the reader was, as soon as that has been read."""
        place, self._wanted_place = self._wanted_place, None
        if place is not None and not self._content.page.transcript.go_to(place):
            self._wanted_place = place

    def _is_shown(self, turn: Turn) -> bool:
        return turn.conversation_id == self._conversation_id and self._branch.shows(turn)

    def _is_running_here(self, turn: Turn) -> bool:
        return not turn.has_ended and self._is_shown(turn)

    def _show_branch(self) -> None:
        self.find.branch_changed()
        self.thoughts.show_nothing()
        places = self._branch.open(self._conversation_id)
        if self._conversation_id is None:
            self._content.page.show_welcome()
            self._content.page.composer.set_placeholder(self.tr("Ask something"))
            self._content.page.transcript.show_places(())
            self._gauge.show()
            return
        self._content.page.show_transcript()
        self._content.page.transcript.show_places(places)
        self._content.page.composer.set_placeholder(self.tr("Ask a follow-up"))
        last = next((place.key for place in reversed(places) if place.key.is_reply), None)
        if last is not None:
            self.thoughts.show(last.message_id)
        self._gauge.show()
        self._filler.begin()

    def show_begun(self, turn: Turn) -> None:
        """Show another version of a reply that has just begun."""
        self._show_branch()
        self._content.page.transcript.keep_keyboard(CardKey(True, turn.reply_id))
        self._show_running()

    def _show_changed(self, message_id: int) -> None:
        """Show the branch that has this version, where the reader was: at its end, if that is still being written."""
        was_at_end = self._content.page.transcript.is_at_end
        with self._telling_problems():
            self._show_branch()
            key = self._branch.key_of(message_id)
            if key is not None:
                if not was_at_end or self._branch.turn(key.message_id) is None:
                    self._content.page.transcript.show_card(key)
                self._content.page.transcript.keep_keyboard(key)
                self.thoughts.show(key.message_id)

    def show_made(self, conversation: Conversation) -> None:
        """Show a conversation that was just made."""
        self.conversation_changed.emit(conversation)
        self.show_conversation(conversation.id)

    def _show_turn(self, turn: Turn) -> None:
        self._content.page.transcript.show_reply(self._card(turn, *self._versions(turn.reply_id)))
        if turn.state is not TurnState.ANSWERING and self._content.page.transcript.reply_in_view() == turn.reply_id:
            self.thoughts.show(turn.reply_id)
        self.thoughts.show_progress(turn.reply_id)

    def _show_ended(self, turn: Turn, reply: StoredMessage) -> None:
        with self._telling_problems():
            self._show_ended_card(turn, card_of_reply(reply, self._store.sibling_ids(reply.id)))
        self.thoughts.end(turn.reply_id)
        self._gauge.show()

    def _show_ended_card(self, turn: Turn, card: ReplyCard) -> None:
        if turn.failure is not None:
            more = self.tr("Continue") if card.can_continue else ""
            notice = notice_of(turn.failure, action=self.tr("Try again"))
            card = replace(card, failure=replace(notice, second_action=more))
        self._content.page.transcript.show_reply(card)

    def _cancel(self, reply_id: int) -> None:
        turn = self._branch.turn(reply_id)
        if turn is not None:
            self._session.cancel(turn.id)

    def _let_make_way(self) -> None:
        """Stop what the turn waits for that is shown."""
        for turn in self._session.turns_of(self._conversation_id) if self._conversation_id is not None else ():
            before = self._session.ahead_of(turn)
            if before is not None:
                self._session.cancel(before.id)
                return

    def _card(self, turn: Turn, version: int, versions: int) -> ReplyCard:
        status = self._session.model_status
        before = self._session.ahead_of(turn)
        waits_for = before.conversation_id if before is not None else None
        is_elsewhere = waits_for is not None and waits_for != turn.conversation_id
        return card_of_turn(
            turn,
            load_fraction=status.fraction if status.phase is ModelPhase.LOADING else None,
            waiting_for=self._content.sidebar.conversations.title(waits_for) if is_elsewhere and waits_for else "",
            version=version,
            versions=versions,
        )

    def _versions(self, reply_id: int) -> tuple[int, int]:
        with self._telling_problems():
            return self._branch.versions(reply_id)
        return 1, 1

    def _show_running(self) -> None:
        running = self._session.running_turn
        is_here = running is not None and running.conversation_id == self._conversation_id
        self._content.page.composer.set_running(running=is_here)
        self._content.pulse.set_running(running=running is not None)
        if running is not None and not self._progress.isActive():
            self._progress.start()
        elif running is None:
            self._progress.stop()

    def _show_progress(self) -> None:
        turn = self._session.running_turn
        if turn is None:
            return
        if turn.state is TurnState.ANSWERING:
            self._tree.note_changed(turn)
        if self._is_shown(turn):
            view = self._content.page.transcript.reply(turn.reply_id)
            if view is not None and turn.state is TurnState.THINKING:
                view.show_seconds(thinking_s_of(turn) or 0.0, has_thought=True)
            self.thoughts.show_progress(turn.reply_id)
            self._gauge.show()

    @contextmanager
    def _telling_problems(self) -> Iterator[None]:
        try:
            yield
        except UserError as error:
            self.show_problem(error)
