"""The session: one engine, one chosen model, one running turn, and a queue of waiting ones.

Everything here happens on one thread (the window's, or the command's): the owner posts the engine's events to it and
calls `handle`. What is written is in the database within half a second; what fails ends one turn, never the session.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.conversation.errors import ReplyHasNoQuestion
from app.conversation.events import (
    ConversationChanged,
    LoopSuspected,
    ModelStatus,
    ModelStatusChanged,
    ProblemOccurred,
    SessionEvent,
    TurnChanged,
    TurnEnded,
    TurnGrew,
)
from app.conversation.loaded_model import LoadedModel
from app.conversation.own_choices import OwnChoices
from app.conversation.preferences import SessionPreferences
from app.conversation.reading_ahead import ReadingAhead
from app.conversation.reply_keeper import ReplyKeeper
from app.conversation.thinking_levels import ThinkingLevels
from app.conversation.title import title_from_question
from app.conversation.turn import Turn, TurnState
from app.conversation.turn_queue import TurnQueue
from app.conversation.turn_requests import TurnRequests
from app.errors import UserError
from app.hardware.machine import HeldMemory
from app.history.asking import ConversationSetup, NewQuestion
from app.history.attachments import StoredAttachment
from app.history.records import Conversation, StoredMessage
from app.history.store import HistoryStore
from app.history.unsent import Unsent
from app.history.writer import HistoryWriter
from app.inference.client import EngineClient
from app.inference.errors import ReportedError
from app.inference.protocol import (
    EndThinking,
    EngineStopped,
    ErrorReport,
    Event,
    ForgetConversations,
    LoadCancelled,
    LoadFailed,
    LoadProgress,
    LoopNoticed,
    ModelLoaded,
    NudgeRefused,
    NudgeThinking,
    PromptProgress,
    RunDelta,
    RunEvent,
    RunFailed,
    RunFinished,
    RunStats,
    StartRun,
    StopRun,
)


class Session:
    """Sends, stops and regenerates; owns the turns. `listener` hears everything that changes, on the same thread."""

    def __init__(
        self,
        *,
        store: HistoryStore,
        writer: HistoryWriter,
        engine: EngineClient,
        listener: Callable[[SessionEvent], None],
        preferences: Callable[[], SessionPreferences] = SessionPreferences,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self.thinking_levels = ThinkingLevels(store, preferences)
        self.own_choices = OwnChoices(store)
        self._engine = engine
        self._preferences = preferences
        self._listener = listener
        self.requests = TurnRequests(preferences=preferences, thinking=self.thinking_levels, own=self.own_choices)
        self._replies = ReplyKeeper(store=store, writer=writer, clock=clock)
        self._turns = TurnQueue()
        self._model = LoadedModel(
            engine=engine,
            preferences=preferences,
            on_change=lambda status: listener(ModelStatusChanged(status)),
            clock=clock,
        )
        self._ahead = ReadingAhead(
            store=store, branch=self.branch, engine=engine, requests=self.requests, preferences=preferences
        )
        self._is_load_wanted = False

    # --- the model -----------------------------------------------------------------------------------------------

    @property
    def model_status(self) -> ModelStatus:
        """The chosen model."""
        return self._model.status

    def choose_model(self, path: str, name: str, *, load: bool = True) -> None:
        """Make this the model of the next turn, and load it now unless a reply runs or `load` is false."""
        self._model.choose(path, name)
        self._is_load_wanted = load
        self._load_if_wanted()

    def cancel_load(self) -> None:
        """Give up a running load."""
        self._model.cancel_load()

    def held_memory(self) -> HeldMemory:
        """Return what unloading the model would free now."""
        return self._model.held()

    def unload_model(self) -> None:
        """Give the model's memory back (after the running reply, if there is one)."""
        self._model.unload()

    def tick(self) -> None:
        """Look at the clock; call it every few seconds."""
        if self._turns.running is not None:
            self._model.touch()
        self._model.unload_if_idle()

    # --- turns ---------------------------------------------------------------------------------------------------

    @property
    def running_turn(self) -> Turn | None:
        """The turn at work."""
        return self._turns.running

    @property
    def queued_turns(self) -> tuple[Turn, ...]:
        """The turns that wait for it, first come first."""
        return self._turns.waiting

    @property
    def turn_count(self) -> int:
        """How many turns run or wait."""
        return len(self._turns.waiting) + (self._turns.running is not None)

    def turns_of(self, conversation_id: int) -> tuple[Turn, ...]:
        """Return the running and waiting turns of a conversation."""
        return self._turns.of(conversation_id)

    def turn_for(self, reply_id: int) -> Turn | None:
        """Return the running or waiting turn that writes this reply."""
        return self._turns.with_reply(reply_id)

    def send(
        self,
        conversation_id: int | None,
        text: str,
        *,
        files: Sequence[StoredAttachment] = (),
        unsent: Unsent | None = None,
        was_draft: bool = False,
    ) -> Turn:
        """Ask, with files. Without a conversation a new one is made and named after the question.

        `unsent` is what this turn alone leaves out; with `was_draft` the conversation's draft has become the question.

        Raises `UserError` when no model is chosen, the one loaded cannot see the pictures, or the question cannot be
        saved; nothing has changed then.
        """
        self._model.require(files)
        title = title_from_question(text) or (title_from_question(files[0].name) if files else "")
        question = NewQuestion(text, self._model.status.name, tuple(files), title=title, was_draft=was_draft)
        if conversation_id is None:
            asked = self._store.ask(self._next_conversation(), question)
            self.own_choices.forget_next()
        else:
            asked = self._store.ask(conversation_id, question)
        turn = self._replies.begin(asked.reply)
        turn.unsent = unsent
        return self._enqueue(turn, changed=asked.conversation)

    def branch(self, conversation_id: int, leaf_id: int | None = None) -> list[StoredMessage]:
        """Return the messages from the first to the leaf, with ended replies as they are, saved already or not."""
        return self._replies.branch(conversation_id, leaf_id)

    def message(self, message_id: int) -> StoredMessage:
        """Return a message as it is, running or ended, saved already or not."""
        turn = self._turns.with_reply(message_id)
        return self._replies.message(message_id) if turn is None else self._replies.so_far(turn)

    def edit_question(self, question_id: int, text: str) -> Turn:
        """Ask another version of a question in its place, with its files; the old one stays beside it."""
        self._model.require()
        asked = self._store.ask_again(question_id, text, model_name=self._model.status.name)
        return self._enqueue(self._replies.begin(asked.reply), changed=asked.conversation)

    def resume(self, reply_id: int) -> Turn:
        """Go on with a reply that was cut, exactly where it stopped, as another version of it."""
        cut = self._replies.message(reply_id)
        goes_on = cut if cut.raw else None
        turn = self._another_reply(cut, begins_with=goes_on)
        if goes_on is not None:
            turn.begin_with(goes_on)
        return self._enqueue(turn)

    def continue_thought(self, reply_id: int, text: str, *, answers_now: bool = False) -> Turn:
        """Think on from an edited thought of a reply, or answer from it, as another version; the old one stays."""
        old = self._replies.message(reply_id)
        turn = self._another_reply(old)
        turn.begin_thought(text, is_closed=answers_now, edited=old)
        return self._enqueue(turn)

    def read_ahead(self, conversation_id: int | None, draft: str, files: Sequence[StoredAttachment] = ()) -> None:
        """Let the engine read what is typed so far, if it has nothing else to do; sending it costs less then."""
        if self._turns.running is None and self._model.is_ready:
            self._model.touch()
            self._ahead.note(conversation_id, draft, self._model.status.info, files)

    def regenerate(self, message_id: int) -> Turn:
        """Answer a question, or that of a reply, anew; the old reply stays as another version. 0 is no question."""
        if not message_id:
            raise ReplyHasNoQuestion
        return self._enqueue(self._another_reply(self._store.message(message_id)))

    def stop(self) -> None:
        """End the running turn where it is; what is written stays."""
        turn = self._turns.running
        if turn is None:
            return
        if turn.state is TurnState.LOADING:  # nothing runs for it yet; the model goes on loading
            self._finish(turn, stats=None, failure=None)
        else:
            self._engine.send(StopRun(turn.run))

    def answer_now(self) -> None:
        """End the running thought and go on to the answer."""
        if self._turns.running is not None:
            self._engine.send(EndThinking(self._turns.running.run))

    def nudge(self, hint: str) -> None:
        """Put a hint into the running thought."""
        if self._turns.running is not None and hint.strip():
            self._engine.send(NudgeThinking(self._turns.running.run, hint))

    def cancel(self, turn_id: int) -> None:
        """Take a waiting turn out of the queue; its question stays. The running one is stopped."""
        if self._turns.running is not None and self._turns.running.id == turn_id:
            self.stop()
            return
        turn = self._turns.take_out(turn_id)
        if turn is not None:
            self._end(turn, stats=None, failure=None)

    def forget(self, conversation_ids: Sequence[int]) -> None:
        """End the turns of conversations that go for good, and let the engine keep nothing of them, also on the disk.

        It is told first, so that nothing of them is saved when another turn begins.
        """
        names = tuple(map(str, conversation_ids))
        self._engine.tell(ForgetConversations(names, self._preferences().cache_folder))
        self._ahead.forget()
        for conversation_id in conversation_ids:
            for turn in reversed(self.turns_of(conversation_id)):
                self.cancel(turn.id)

    def stop_all(self) -> None:
        """Take all waiting turns out and stop the running one; what is written stays."""
        for turn in self._turns.take_all_out():
            self._end(turn, stats=None, failure=None)
        self.stop()

    def flush(self, timeout_s: float) -> bool:
        """Wait until the replies are in the history as far as they are written; return whether they are. Any thread."""
        return self._replies.flush(timeout_s)

    def forget_history(self) -> None:
        """Everything in the history is another; no turn runs."""
        self._replies.forget()
        self._ahead.forget()
        self.own_choices.forget_history()

    def close(self) -> None:
        """End all turns as stopped and keep what is written. Engine and writer are closed by their owner."""
        for turn in self._turns.take_all_out():
            self._end(turn, stats=None, failure=None)
        if self._turns.running is not None:
            self._finish(self._turns.running, stats=None, failure=None)

    def _load_if_wanted(self) -> None:
        if self._is_load_wanted and (self._turns.running is None or self._turns.running.state is TurnState.LOADING):
            self._is_load_wanted = False
            self._model.load()

    def _another_reply(self, old: StoredMessage, *, begins_with: StoredMessage | None = None) -> Turn:
        """Begin another reply to the question of `old`, which may be the question itself."""
        self._model.require()
        question_id = old.parent_id if old.role == "assistant" else old.id
        if question_id is None:
            raise ReplyHasNoQuestion
        name = self._model.status.name
        return self._replies.begin(
            self._store.begin_reply(old.conversation_id, question_id, name, begins_with=begins_with)
        )

    def _next_conversation(self) -> ConversationSetup:
        return ConversationSetup(
            choices=self.own_choices.of(None),
            thinking_level=self.thinking_levels.of(None),
            thinking_options=self.thinking_levels.options_of(None),
        )

    def _enqueue(self, turn: Turn, *, changed: Conversation | None = None) -> Turn:
        """Let a turn wait whose reply is kept, and start it if nothing else runs."""
        self._turns.add(turn)
        self._listener(TurnChanged(turn))
        if changed is not None:
            self._listener(ConversationChanged(changed))
        else:  # beginning its reply has moved it
            self._tell_moved(turn.conversation_id, 0.0)
        self._start_next()
        return turn

    def _start_next(self) -> None:
        turn = self._turns.start_next()
        if turn is None:
            return
        self._ahead.forget()
        turn.state = TurnState.LOADING
        self._listener(TurnChanged(turn))
        self._model.load()  # does nothing when the model is there or on its way
        if self._model.is_ready:
            self._ask(turn)

    def _ask(self, turn: Turn) -> None:
        try:
            branch = self.branch(turn.conversation_id, turn.question_id)
            request = self.requests.for_turn(turn, branch, self._model.status.info)
        except UserError as error:  # the question is kept: it is the turn that fails
            self._finish(turn, stats=None, failure=error)
            return
        turn.state = TurnState.READING
        self._model.touch()
        self._listener(TurnChanged(turn))
        self._engine.send(StartRun(turn.run, request))

    # --- the engine's reports ------------------------------------------------------------------------------------

    def handle(self, event: Event) -> None:
        """Take in an event of the engine; late ones are dropped by their identity."""
        if isinstance(event, RunEvent):
            turn = self._turns.running_as(event.run)
            if turn is not None:
                self._handle_run(turn, event)
            return
        match event:
            case LoadProgress(load_id, fraction):
                self._model.progressed(load_id, fraction, event.device)
            case ModelLoaded(load_id, info):
                if self._model.loaded(load_id, info):
                    self._after_load(None)
            case LoadFailed(load_id, report):
                error = ReportedError(report)
                if self._model.failed(load_id, error):
                    self._after_load(error)
            case LoadCancelled(load_id):
                if self._model.cancelled(load_id):
                    self._after_load(None)
            case EngineStopped(report):
                self._lose_engine(report)
            case _:
                pass

    def _handle_run(self, turn: Turn, event: RunEvent) -> None:
        """Take in what is reported of the running turn."""
        match event:
            case RunDelta():
                self._grow(turn, event)
            case PromptProgress(_, read_tokens, prompt_tokens, cached_tokens):
                turn.note_progress(read=read_tokens, prompt=prompt_tokens, cached=cached_tokens)
                self._listener(TurnChanged(turn))
            case RunFinished(_, stats):
                self._finish(turn, stats=stats, failure=None)
            case RunFailed(_, report):
                self._finish(turn, stats=None, failure=ReportedError(report))
            case LoopNoticed():
                self._listener(LoopSuspected(turn))
            case NudgeRefused(_, report):
                self._listener(ProblemOccurred(ReportedError(report)))

    def _grow(self, turn: Turn, event: RunDelta) -> None:
        before = turn.state
        turn.accept(
            raw=event.raw,
            parts=event.parts,
            thinking_tokens=event.thinking_tokens,
            answer_tokens=event.answer_tokens,
            is_thinking=event.is_thinking,
        )
        self._replies.append(turn, raw=event.raw, parts=event.parts)
        if turn.state is not before:
            self._listener(TurnChanged(turn))
        self._listener(TurnGrew(turn, event.parts))

    def _after_load(self, error: UserError | None) -> None:
        turn = self._turns.running
        if turn is None or turn.state is not TurnState.LOADING:
            return
        if error is not None:
            self._finish(turn, stats=None, failure=error)
        elif self._model.is_ready:
            self._ask(turn)
        else:  # the person gave up the load, and with it the turn that waited for it
            self._finish(turn, stats=None, failure=None)

    def _lose_engine(self, report: ErrorReport | None) -> None:
        error = ReportedError(report) if report is not None else None
        is_tried_again = self._model.lost(error)
        self._ahead.forget()
        if is_tried_again:
            return
        if self._turns.running is not None:
            self._finish(self._turns.running, stats=None, failure=error)
        elif error is not None:
            self._listener(ProblemOccurred(error))

    def _finish(self, turn: Turn, *, stats: RunStats | None, failure: UserError | None) -> None:
        self._turns.running = None
        self._model.touch()
        self._end(turn, stats=stats, failure=failure)
        self._start_next()
        self._load_if_wanted()

    def _end(self, turn: Turn, *, stats: RunStats | None, failure: UserError | None) -> None:
        ended_at = time.time()
        reply = self._replies.end(turn, stats=stats, failure=failure, ended_at=ended_at)
        self._listener(TurnEnded(turn, reply))
        self._tell_moved(turn.conversation_id, ended_at)

    def _tell_moved(self, conversation_id: int, moment: float) -> None:
        """Tell that a conversation has moved in the list, which history may be about to write."""
        try:
            conversation = self._store.conversation(conversation_id)
        except (UserError, LookupError):  # it cannot be read just now, or is purged
            return
        moved = replace(conversation, updated_at=max(conversation.updated_at, moment))
        self._listener(ConversationChanged(moved))
