"""Knows how long the next prompt would be: counted by the engine a moment after anything has changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.cancellation import StopSignal
from app.conversation.newest_part import NewestPart, newest_part
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
_MOST_MESSAGES = 200
"""Longer branches are read by a thread: it would be felt while typing."""


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
        self._store = store
        self.counting = counting
        self._conversation_id: int | None = None
        self._branch_key: tuple[int, int | None] | None = None
        self._branch: list[StoredMessage] = []
        self._desk = HistoryThread(store, self)
        self._reading: tuple[int, int | None] | None = None
        """The branch that is being read by the thread."""
        self._part: NewestPart | None = None
        self._part_key: object = None
        self._counts_all_of: tuple[int, int | None] | None = None
        self.count: PromptCount | None = None
        self._is_closed = False
        self._phase: ModelPhase | None = None
        self._soon = after(self, _SOON_MS, self.recount)
        composer.draft_changed.connect(self._note_change)
        composer.paused.connect(self._read_ahead)
        events.conversation_shown.connect(self._show_conversation)
        events.choices_changed.connect(self._note_change)
        events.turn_ended.connect(self._note_ended)
        events.model_changed.connect(self._show_model)

    @property
    def conversation_id(self) -> int | None:
        """The conversation shown."""
        return self._conversation_id

    @property
    def can_count(self) -> bool:
        """Whether a model is loaded whose engine counts."""
        status = self._session.model_status
        return status.phase is ModelPhase.READY and status.capabilities.counts

    def _show_conversation(self, conversation_id: int | None) -> None:
        self._conversation_id = conversation_id
        self._branch_key = self._part = self._reading = None
        self._forget()

    def _note_ended(self) -> None:
        """The branch is another by now."""
        self._branch_key = self._part = None
        self._note_change()

    def _note_change(self) -> None:
        """Count soon."""
        if not self._is_closed and self._session.model_status.info is not None and self._session.running_turn is None:
            self._soon.start()

    def _show_model(self, status: ModelStatus) -> None:
        if status.phase is self._phase:
            return
        self._phase = status.phase
        self.counting.forget_all()
        if status.phase is ModelPhase.READY:
            self._note_change()
        else:
            self._forget()

    def _read_ahead(self, draft: str) -> None:
        if not self._is_closed:
            self.recount()  # before: a later command would end the reading
            self._session.read_ahead(self._conversation_id, draft, self._composer.files.files)

    def close(self) -> None:
        """Count no more: history is about to be closed."""
        self._is_closed = True
        self._soon.stop()
        self.counting.forget_all()
        self._desk.close()

    def recount(self) -> None:
        """Count now, unless the engine has something better to do."""
        self._soon.stop()
        info = self._session.model_status.info
        if self._is_closed or info is None or not self.can_count or self._session.running_turn is not None:
            return
        text, files = self._composer.draft, self._composer.files.files
        try:
            part = self.newest_part(is_any_length=False)
            if part is None:  # it is counted when the branch has been read
                self.counting.forget("next prompt")
                return
            request = self._request(part, text, files)
        except UserError:
            return  # told where the messages are shown
        context = info.context

        def take(counted: TokensCounted) -> None:
            question = counted.text_tokens[0] + sum(counted.image_tokens) if text or files else 0
            tokens = counted.prompt_tokens
            count = PromptCount(tokens, question, context, part.older, part.older_tokens(tokens))
            if part.older and count.excess <= 0:
                # Hardly a text at all, if a token has so many letters: count everything.
                self._counts_all_of = self._branch_key
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
        part = self.newest_part(is_any_length=False)
        return None if part is None else self._request(part, text, files)

    def newest_part(self, *, is_any_length: bool = True) -> NewestPart | None:
        """Return of the messages shown what is counted; `None` like `branch`."""
        branch, info = self.branch(is_any_length=is_any_length), self._session.model_status.info
        if branch is None:
            return None
        if info is None or self._counts_all_of == self._branch_key:
            return NewestPart(branch)
        exclusions = self._session.overrides.exclusions(self._conversation_id)
        key = (self._branch_key, exclusions, info.context)
        if self._part is None or key != self._part_key:
            self._part, self._part_key = newest_part(branch, exclusions, context_tokens=info.context), key
        return self._part

    def branch(self, *, is_any_length: bool = True) -> list[StoredMessage] | None:
        """Return the messages shown; `None` for many that must be read first, unless it may be of any length."""
        shown = self._conversation_id
        if shown is None:
            return []
        key = (shown, self._store.conversation(shown).leaf_id)
        if key != self._branch_key:
            if not is_any_length and len(self._store.outline(shown, limit=_MOST_MESSAGES + 1)) > _MOST_MESSAGES:
                self._read_aside(key)
                return None
            self._branch = self._session.branch(shown)
            self._branch_key = key
        return self._branch

    def _request(self, part: NewestPart, text: str, files: Sequence[StoredAttachment]) -> GenerationRequest:
        info = self._session.model_status.info
        return self._session.requests.for_draft(self._conversation_id, part.messages, text, info, files=files)

    def _read_aside(self, key: tuple[int, int | None]) -> None:
        """Read a long branch on the thread, and count then."""
        if self._reading == key or self._is_closed:
            return
        self._reading = key

        def read(store: HistoryStore, _stop: StopSignal) -> list[StoredMessage]:
            return store.branch(*key)

        def take(branch: list[StoredMessage]) -> None:
            self._reading = None
            if key[0] == self._conversation_id:
                self._branch, self._branch_key = branch, key
                self._note_change()

        def fail(_error: UserError) -> None:
            self._reading = None  # told where the messages are shown

        self._desk.run(read, take, fail)

    def _forget(self) -> None:
        self.counting.forget("next prompt")
        self.count = None
        self.counted.emit(None)
        self._note_change()
