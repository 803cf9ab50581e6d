"""Lets the model sum a conversation up, in it, for all to see; then a new one begins with the summary."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.conversation.events import TurnEnded
from app.conversation.session import Session
from app.conversation.turn import TurnState
from app.errors import UserError
from app.history.asking import ConversationSetup
from app.history.records import Conversation
from app.history.store import HistoryStore
from app.history.unsent import Unsent
from app.text import translatable
from ui.bridges.history_jobs import HistoryJobs
from ui.bridges.job import Job
from ui.chat.transcript.continuation_note import ContinuationNote

_QUESTION = (
    "Sum up our conversation so far, for yourself, so that we can go on from the summary alone: what was asked, what"
    " was found, names, numbers and decisions, and what is still open. Be brief. Use the language of the conversation."
)
_HEADING = "Summary of the conversation before this one:"


class NoSummaryWritten(UserError):
    """The model's reply to the wish for a summary holds nothing to begin with."""

    def __init__(self) -> None:
        super().__init__(
            translatable("No summary was written, so no new conversation was begun."),
            translatable("Try again, perhaps with another model, or leave out the oldest turns instead."),
        )


class SummaryController(QObject):
    """Any number of summaries, each a turn and a job of its own. It serves the note that it is attached to.

    Signals:
        turn_begun(Turn): the summary is being written in the conversation shown.
        conversation_begun(Conversation): a new conversation has the summary of the one shown in its system prompt.
        begun_elsewhere(Conversation): one has that of another conversation, which was shown before.
        conversation_chosen(int): the conversation before the one shown should be shown.
        problem_occurred(UserError): it could not be asked for, or nothing was written.
    """

    turn_begun = Signal(object)
    conversation_begun = Signal(object)
    begun_elsewhere = Signal(object)
    conversation_chosen = Signal(int)
    problem_occurred = Signal(object)

    def __init__(
        self,
        *,
        session: Session,
        store: HistoryStore,
        jobs: HistoryJobs,
    ) -> None:
        super().__init__()
        self._shown: int | None = None
        self._before: int | None = None
        self._session = session
        self._store = store
        self._jobs = jobs
        self._written: dict[int, Job] = {}
        """The summaries that are being written or wait, by the ids of their turns."""

    def attach(self, note: ContinuationNote) -> None:
        """Fill this note from now on, in the place of another."""
        self._note = note
        note.back_asked.connect(self._go_back)

    def ask(self, conversation_id: int | None, unsent: Unsent) -> None:
        """Ask for the summary of a conversation, without what does not fit."""
        if conversation_id is None:
            return
        try:
            title = self._store.conversation(conversation_id).title
            turn = self._session.send(conversation_id, _QUESTION, unsent=unsent)
        except UserError as error:
            self.problem_occurred.emit(error)
            return
        job = Job(
            lambda: self.tr("Summing up “{title}”…").format(title=title),
            told_if_stopped=lambda: self.tr("Stopped; no new conversation was begun."),
        )
        job.stop_asked.connect(lambda: self._session.cancel(turn.id))
        self._written[turn.id] = job
        self._jobs.begin(job)
        self.turn_begun.emit(turn)

    def show_conversation(self, conversation_id: int | None) -> None:
        """Say of the conversation shown what it goes on from, if it does."""
        self._shown = conversation_id
        self._before = None
        self._note.show_nothing()
        if conversation_id is None:
            return
        try:
            self._before = self._store.unsent.of(conversation_id).follows
            if self._before is not None:
                summary = self._session.requests.system_prompt(conversation_id).partition(_HEADING)[2].strip()
                is_new = not self._store.outline(conversation_id, limit=1)
                self._note.show_origin(self._title_before(), summary, is_open=is_new)
        except (UserError, LookupError):  # told where the messages are shown; purged meanwhile
            return

    def note_ended(self, event: TurnEnded) -> None:
        """Begin the new conversation when the summary is there."""
        job = self._written.pop(event.turn.id, None)
        if job is None:
            return
        if event.turn.state is TurnState.STOPPED:
            job.note_stopped()
            return
        try:
            begun = self._begin(event)
        except UserError as error:
            job.note_failed()
            self.problem_occurred.emit(error)
            return
        if event.turn.conversation_id == self._shown:
            job.finish()
            self.conversation_begun.emit(begun)
        else:
            job.finish(self.tr("“{title}” is in the list.").format(title=begun.title))
            self.begun_elsewhere.emit(begun)

    def _title_before(self) -> str:
        """Return the title of the conversation before, empty if that is gone."""
        try:
            before = self._store.conversation(self._before or 0)
        except LookupError:
            return ""
        return before.title if before.deleted_at is None else ""

    def _go_back(self) -> None:
        if self._before is not None and self._title_before():
            self.conversation_chosen.emit(self._before)

    def _begin(self, event: TurnEnded) -> Conversation:
        old_id, summary = event.turn.conversation_id, event.reply.answer.strip()
        if not summary or event.turn.state is not TurnState.FINISHED:
            raise NoSummaryWritten
        old, own = self._store.conversation(old_id), self._session.own_choices.of(old_id)
        prompt = self._session.requests.system_prompt(old_id)
        kept = prompt.split(_HEADING)[0].strip()  # a summary of a summary stands for both
        return self._store.begin_conversation(
            ConversationSetup(
                self.tr("{title}, continued").format(title=old.title),
                choices=replace(own, system_prompt=f"{kept}\n\n{_HEADING}\n{summary}".strip()),
                thinking_level=old.thinking_level,
                thinking_options=old.thinking_options,
                unsent=Unsent(follows=old_id),
            )
        )
