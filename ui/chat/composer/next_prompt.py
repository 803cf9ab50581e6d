"""Knows how long the next prompt would be: counted by the engine a moment after anything has changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.cancellation import StopSignal
from app.conversation.draft_prompt import BranchKey, DraftPrompt
from app.conversation.prompt import images_of, question_text
from app.conversation.prompt_count import PromptCount
from app.conversation.session import Session
from app.engines.model_status import ModelPhase, ModelStatus
from app.engines.token_counting import TokenCounting
from app.errors import UserError
from app.history.attachments import StoredAttachment
from app.history.records import StoredMessage
from app.history.store import HistoryStore
from app.inference.protocol import GenerationRequest, TokensCounted
from ui.bridges.history_thread import HistoryThread
from ui.bridges.window_events import WindowEvents
from ui.chat.composer.composer import Composer
from ui.widgets.timers import after

_SOON_MS = 300


class NextPrompt(QObject):
    """Counts the prompt of the conversation shown with what is in the composer.

    Signals:
        counted(PromptCount): this is how long it is now; `None` while nobody can tell.
    """

    counted = Signal(object)

    def __init__(
        self,
        composer: Composer,
        *,
        session: Session,
        store: HistoryStore,
        counting: TokenCounting,
        events: WindowEvents,
    ) -> None:
        super().__init__(composer)
        self._composer = composer
        self._session = session
        self.draft = DraftPrompt(session, store)
        self.counting = counting
        self._thread = HistoryThread(store, self)
        self._reading: BranchKey | None = None
        """The branch that is being read by the thread."""
        self.count: PromptCount | None = None
        self._is_closed = False
        self._phase: ModelPhase | None = None
        self._path = ""
        self._is_given_up = False
        """Whether the person has ended a load: then only a question begins another one."""
        self._soon = after(self, _SOON_MS, self.recount)
        composer.draft_changed.connect(self._note_change)
        composer.paused.connect(self._read_ahead)
        events.conversation_shown.connect(self._show_conversation)
        events.choices_changed.connect(self._note_change)
        events.turn_ended.connect(self._note_ended)
        events.model_changed.connect(self._show_model)

    @property
    def can_count(self) -> bool:
        """Whether a model is loaded whose engine counts."""
        status = self._session.model_status
        return status.phase is ModelPhase.READY and status.capabilities.counts

    def _show_conversation(self, conversation_id: int | None) -> None:
        self.draft.show(conversation_id)
        self._reading = None
        self._forget()

    def _note_ended(self) -> None:
        self.draft.note_messages_changed()
        self._note_change()

    def _note_change(self) -> None:
        """Count soon."""
        if not self._is_closed and self._session.model_status.info is not None and self._session.running_turn is None:
            self._soon.start()

    def _show_model(self, status: ModelStatus) -> None:
        if status.phase is self._phase:
            return
        was_loading = self._phase is ModelPhase.LOADING and self._path == status.path
        self._is_given_up = was_loading and status.phase is ModelPhase.IDLE
        self._phase, self._path = status.phase, status.path
        self.counting.forget_all()
        if status.phase is ModelPhase.READY:
            self._note_change()
        else:
            self._forget()

    def _read_ahead(self, draft: str) -> None:
        if self._is_closed:
            return
        status = self._session.model_status
        is_typed = self._composer.edit.document().isModified()  # not a draft of the last time
        if status.phase is ModelPhase.IDLE and status.path and is_typed and not self._is_given_up:
            self._session.choose_model(status.path, status.name)  # who writes will ask: it loads meanwhile
            return
        self.recount()  # before: a later command would end the reading
        self._session.read_ahead(self.draft.conversation_id, draft, self._composer.files.files)

    def close(self) -> None:
        """Count no more: history is about to be closed."""
        self._is_closed = True
        self._soon.stop()
        self.counting.forget_all()
        self._thread.close()

    def recount(self) -> None:
        """Count now, unless the engine has something better to do."""
        self._soon.stop()
        info = self._session.model_status.info
        if self._is_closed or info is None or not self.can_count or self._session.running_turn is not None:
            return
        text, files = self._composer.draft, self._composer.files.files
        try:
            if self.is_reading():  # it is counted when the branch has been read
                self.counting.forget("next prompt")
                return
            part = self.draft.newest_part()
            request = self.draft.request(part, text, files)
        except UserError:
            return  # told where the messages are shown
        context = info.context

        def take(counted: TokensCounted) -> None:
            question = counted.text_tokens[0] + sum(counted.image_tokens) if text or files else 0
            tokens = counted.prompt_tokens
            count = PromptCount(tokens, question, context, part.older, part.older_tokens(tokens))
            if part.older and count.excess <= 0:
                # Hardly a text at all, if a token has so many letters: count everything.
                self.draft.count_all()
                self._note_change()
                return
            self.count = count
            self.counted.emit(count)

        images, texts = images_of(files), (question_text(files, text),)
        self.counting.ask("next prompt", take, request=request, texts=texts, images=images)

    def request(self, text: str, files: Sequence[StoredAttachment]) -> GenerationRequest | None:
        """Return the request that would ask this next, with the newest part of a branch that is far too long.

        `None` for a long branch that is still being read.
        """
        return None if self.is_reading() else self.draft.request(self.draft.newest_part(), text, files)

    def is_reading(self) -> bool:
        """Whether the branch is long and not read yet: then it is read on the thread, and counted after that."""
        key = self.draft.key()
        if key is None or not self.draft.is_long():
            return False
        if self._reading == key or self._is_closed:
            return True
        self._reading = key

        def read(store: HistoryStore, _stop: StopSignal) -> list[StoredMessage]:
            return store.branch(*key)

        def take(branch: list[StoredMessage]) -> None:
            self._reading = None
            if key[0] == self.draft.conversation_id:
                self.draft.take_branch(key, branch)
                self._note_change()

        def fail(_error: UserError) -> None:
            self._reading = None  # told where the messages are shown

        self._thread.run(read, take, fail)
        return True

    def _forget(self) -> None:
        self.counting.forget("next prompt")
        self.count = None
        self.counted.emit(None)
        self._note_change()
