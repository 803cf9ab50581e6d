"""Shows one conversation at a time: what is asked in it, what the model chosen means for it, where the person is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.conversation.errors import AnswerCircles
from app.conversation.session import Session
from app.conversation.turn import Turn, TurnState
from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from app.history.records import Conversation
from app.history.store import HistoryStore
from app.history.votes import KeptVote
from ui.bridges.window_events import WindowEvents
from ui.chat.chat_page import ChatPage
from ui.chat.composer.draft_keeper import DraftKeeper
from ui.chat.transcript.card_place import CardKey, ReadingPlace
from ui.chat.transcript.transcript_presenter import TranscriptPresenter
from ui.documents.reading_budget import reading_for
from ui.widgets.notice_bar import Subject
from ui.widgets.timers import every

_PROGRESS_MS, _OPENING_S = 250, 0.03
EXAMPLES = (
    "What is 347 + 588?",
    "Which is larger, 9.9 or 9.11?",
    "What is 4821 × 3976?",
)


@dataclass(frozen=True, slots=True)
class ChatState:
    """Where the person is in the chat, and what would be lost with its views: it is not in history. A draft is."""

    conversation_id: int | None
    place: ReadingPlace | None
    """None at the end."""
    cursor: int
    """In the question that is being written."""
    waiting_files: tuple[str, ...]
    """Paths of files that are still being read."""
    edited: Mapping[CardKey, str]
    """What is written in the editors of messages."""


class ChatPresenter(QObject):
    """Replies go on being written when another conversation is shown."""

    def __init__(
        self,
        page: ChatPage,
        *,
        session: Session,
        store: HistoryStore,
        transcript: TranscriptPresenter,
        events: WindowEvents,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._composer = page.composer
        self._session = session
        self._store = store
        self._transcript = transcript
        self._events = events
        self.conversation_id: int | None = None
        """The conversation shown, `None` for one that has no question yet."""
        self._shown_before: Conversation | None = None
        self._starter = ("", "")
        self.drafts = DraftKeeper(page.composer, store=store, events=events)
        self._progress = every(self, _PROGRESS_MS, self._tell_progress)
        page.composer.sent.connect(lambda text: self.send(text))
        page.composer.stop_asked.connect(session.stop)
        page.welcome.example_chosen.connect(lambda text: self.send(text))
        events.conversation_wanted.connect(self.show_conversation)
        events.conversations_deleted.connect(self._forget)
        events.conversations_forgotten.connect(self._forget)
        events.history_replacing.connect(self._remember_shown)
        events.history_replaced.connect(self._show_replaced)
        events.turn_changed.connect(self._show_running)
        events.turn_ended.connect(self._note_ended)
        events.loop_suspected.connect(self._tell_circling)
        events.model_changed.connect(self._show_model)

    def set_starter(self, path: str, description: str) -> None:
        """Say which model is the built-in one; it is introduced with examples."""
        self._starter = (path, description)
        self._show_model(self._session.model_status)

    # --- what the person wants --------------------------------------------------------------------------------

    def show_conversation(self, conversation_id: int | None) -> None:
        """Show a conversation, or an empty one; the unsent text of each is kept."""
        if conversation_id != self.conversation_id:
            self._events.subject_changed.emit(Subject.CONVERSATION)
        self.conversation_id = conversation_id
        self._session.look_at(conversation_id)
        if conversation_id is None:
            self._page.show_welcome()
            self._composer.set_placeholder(self.tr("Ask something"))
        else:
            self._page.show_transcript()
            self._composer.set_placeholder(self.tr("Ask a follow-up"))
        with self._events.reporting_problems(), reading_for(_OPENING_S):
            self._transcript.show(conversation_id)
        self.drafts.show(conversation_id)
        self._show_running()
        self._composer.setFocus()
        self._events.conversation_shown.emit(conversation_id)

    def send(self, text: str, vote: KeptVote | None = None) -> None:
        """Ask a question in the conversation shown, as often as that has it, or as this `vote` says."""
        was_new = self.conversation_id is None
        files = self._composer.files.take_all()
        self._events.subject_changed.emit(Subject.FILES)
        try:
            vote = vote or self._session.thinking_levels.vote_of(self.conversation_id)
            turn = self._session.send(self.conversation_id, text, files=files, was_draft=True, vote=vote)
        except UserError as error:
            self._composer.set_draft(text)
            self._composer.files.show_files(files)
            self._events.report(error)
            return
        self._events.subject_changed.emit(Subject.HISTORY)
        self.drafts.sent(self.conversation_id)
        if was_new or turn.has_ended:  # where its prompt could not be read, it is over already
            self.show_conversation(turn.conversation_id)
        else:
            self._transcript.add_turn(turn, text, files)
        self._transcript.point_at_end(turn)
        self._show_running()

    def go_on_in(self, conversation: Conversation) -> None:
        """Go on in the conversation that begins with a summary of the one shown, with what was being written."""
        self.drafts.move(conversation.id)
        self.show_conversation(conversation.id)

    # --- where the person is ----------------------------------------------------------------------------------

    def state(self) -> ChatState:
        """Return where the person is, and what would be lost with the views."""
        return ChatState(
            conversation_id=self.conversation_id,
            place=self._page.transcript.place,
            cursor=self._composer.edit.textCursor().position(),
            waiting_files=self._composer.files.waiting(),
            edited=self._page.transcript.drafts(),
        )

    def restore(self, state: ChatState) -> None:
        """Bring the person back to where they were in other views; the keyboard is the caller's to give."""
        self.show_conversation(state.conversation_id)
        self._transcript.go_to(state.place)
        for key, text in state.edited.items():
            view = self._page.transcript.show_card(key)
            if view is not None:
                view.begin_editing(text)
        cursor = self._composer.edit.textCursor()
        cursor.setPosition(min(state.cursor, len(self._composer.draft)))
        self._composer.edit.setTextCursor(cursor)

    # --- private ----------------------------------------------------------------------------------------------

    def _forget(self, conversation_ids: Iterable[int]) -> None:
        """These are gone: show an empty conversation if one of them was shown."""
        for conversation_id in conversation_ids:
            self.drafts.forget(conversation_id)
            if conversation_id == self.conversation_id:
                self.show_conversation(None)
                self.drafts.forget(conversation_id)

    def _remember_shown(self) -> None:
        """All conversations will be others in a moment."""
        self._shown_before = None
        if self.conversation_id is not None:
            with self._events.reporting_problems():
                self._shown_before = self._store.conversation(self.conversation_id)

    def _show_replaced(self) -> None:
        """Show the same conversation as it was then, if there was one."""
        typed = self.drafts.history_replaced()
        before = self._shown_before
        is_there = before is not None and any(
            (one.id, one.created_at) == (before.id, before.created_at) for one in self._store.conversations()
        )
        self.show_conversation(before.id if before is not None and is_there else None)
        self.drafts.add(typed)

    def _show_model(self, status: ModelStatus) -> None:
        """Show what the chosen model means for this conversation."""
        starter_path, description = self._starter
        has_model = status.phase is not ModelPhase.NONE
        self._composer.set_can_send(can_send=has_model)
        if not has_model:
            self._page.welcome.show_without_model()
        elif status.path == starter_path:
            self._page.welcome.show_with_model(description, EXAMPLES)
        elif status.phase is ModelPhase.FAILED:
            words = self.tr("{name} cannot be loaded. Choose another model.")
            self._page.welcome.show_with_model(words.format(name=status.name))
        else:
            goes_on = status.info is not None and status.info.goes_on_with_text
            words = (
                self.tr("{name} is ready to go on with a text.")
                if goes_on
                else self.tr("{name} is ready for a question.")
            )
            self._page.welcome.show_with_model(words.format(name=status.name))

    def _show_running(self) -> None:
        running = self._session.running_turn
        is_here = running is not None and running.conversation_id == self.conversation_id
        self._composer.set_running(running=is_here)
        if running is not None and not self._progress.isActive():
            self._progress.start()
        elif running is None:
            self._progress.stop()

    def _note_ended(self, turn: Turn) -> None:
        if turn.conversation_id == self.conversation_id:
            self._events.subject_changed.emit(Subject.REPLY)
        self._show_running()

    def _tell_circling(self, turn: Turn) -> None:
        if turn.state is TurnState.ANSWERING and turn.conversation_id == self.conversation_id:
            self._events.report(AnswerCircles())

    def _tell_progress(self) -> None:
        turn = self._session.running_turn
        if turn is not None:
            self._events.turn_progressed.emit(turn)
