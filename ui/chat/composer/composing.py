"""Everything around the question that is being written, wired together: files, drafts, context, presets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.conversation.events import SessionEvent, TurnEnded
from app.engines.broker import ModelStatusChanged
from app.engines.model_status import ModelPhase, ModelStatus
from app.errors import UserError
from ui.chat.composer.attachment_controller import AttachmentController
from ui.chat.composer.context_controller import ContextController
from ui.chat.composer.next_prompt import NextPrompt
from ui.chat.presets.preset_controller import PresetController
from ui.widgets.notice_bar import Subject

if TYPE_CHECKING:
    from app.conversation.session import Session
    from app.engines.token_counting import TokenCounting
    from app.history.records import Conversation
    from app.history.store import HistoryStore
    from ui.bridges.background import Background
    from ui.bridges.settings_store import SettingsStore
    from ui.chat.chat_controller import ChatController
    from ui.chat.composer.summary_controller import SummaryController
    from ui.chat.window_content import WindowContent


class Composing(QObject):
    """Hears what the session and the engine tell, and passes it on to the parts.

    Signals:
        problem_occurred(UserError): something of it failed.
    """

    problem_occurred = Signal(object)

    def __init__(
        self,
        *,
        content: WindowContent,
        session: Session,
        store: HistoryStore,
        counting: TokenCounting,
        chat: ChatController,
        kept: SettingsStore,
        background: Background,
        summary: SummaryController,
    ) -> None:
        super().__init__(content)
        self._session = session
        self._chat = chat
        self._kept = kept
        self._composer = content.page.composer
        self._notices = content.page.notices
        kept.changed.connect(self._note_settings)
        self._phase: ModelPhase | None = None
        self._model_path = ""
        self._is_closed = False
        self._model_name = ""
        self._counting = counting
        self.next_prompt = NextPrompt(
            composer=content.page.composer, session=session, store=store, counting=self._counting, parent=self
        )
        self.attachments = AttachmentController(
            content=content,
            session=session,
            store=store,
            counting=self._counting,
            next_prompt=self.next_prompt,
            background=background,
        )
        self.context = ContextController(
            content=content,
            session=session,
            store=store,
            counting=self._counting,
            next_prompt=self.next_prompt,
        )
        self.summary = summary
        summary.attach(content.page.continuation)
        self.presets = PresetController(content=content, session=session, store=store)
        self.presets.thinking_changed.connect(lambda: chat.conversation_shown.emit(chat.conversation_id))
        self.presets.choices_changed.connect(self.next_prompt.note_change)
        for part in (self.attachments, self.context, self.summary, self.presets):
            part.problem_occurred.connect(self.problem_occurred)
        self.context.context_wanted.connect(self._load_with_context)
        self.context.summary_wanted.connect(lambda unsent: self.summary.ask(chat.conversation_id, unsent))
        self.summary.turn_begun.connect(chat.show_begun)
        self.summary.conversation_chosen.connect(chat.show_conversation)
        self.summary.conversation_begun.connect(self._show_begun)
        self.summary.begun_elsewhere.connect(chat.conversation_changed)
        chat.conversation_shown.connect(self._show_conversation)
        content.page.composer.paused.connect(self._read_ahead)

    def hear(self, event: SessionEvent) -> None:
        """Take in what the session tells."""
        if isinstance(event, ModelStatusChanged):
            self._show_model(event.status)
        elif isinstance(event, TurnEnded):
            self.next_prompt.note_messages_changed()
            self.summary.note_ended(event)

    def close(self) -> None:
        """Count no more, and join the threads."""
        self._is_closed = True
        self._counting.forget_all()
        self.next_prompt.close()
        self.presets.close()
        self.context.close()

    def _note_settings(self, _names: frozenset[str]) -> None:
        self._notices.note_change(Subject.SETTINGS)

    def _show_model(self, status: ModelStatus) -> None:
        is_loaded_anew = status.phase is ModelPhase.LOADING and self._phase is not ModelPhase.LOADING
        if status.path != self._model_path or is_loaded_anew:
            self._model_path = status.path
            self._notices.note_change(Subject.MODEL)  # before anything is said about the new one
        if status.name != self._model_name:
            self._model_name = status.name
            self.presets.show_choices()
        if status.phase is self._phase:
            self.attachments.tell_if_blind()
            return
        self._phase = status.phase
        self.presets.show_choices()
        self._counting.forget_all()
        if status.phase is not ModelPhase.READY:
            self.next_prompt.forget()
        else:
            self.next_prompt.note_change()
        self.attachments.count_all()

    def _load_with_context(self, tokens: int) -> None:
        try:
            self._kept.set(context=tokens)
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        status = self._session.model_status
        self._session.choose_model(status.path, status.name)

    def _show_begun(self, conversation: Conversation) -> None:
        """Go on in the conversation that begins with a summary, with what was being written."""
        self._chat.drafts.move(conversation.id)
        self._chat.show_made(conversation)

    def _show_conversation(self, conversation_id: int | None) -> None:
        self.next_prompt.show_conversation(conversation_id)
        self.presets.show_conversation(conversation_id)
        self.summary.show_conversation(conversation_id)
        self.attachments.count_all()

    def _read_ahead(self, draft: str) -> None:
        if self._is_closed:
            return
        self.next_prompt.recount()  # before: a later command would end the reading
        self._session.read_ahead(self.next_prompt.conversation_id, draft, self._composer.files.files)
