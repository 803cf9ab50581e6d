"""The session: the turns of conversations, as a client of the broker that lets them at the model one by one.

Everything here happens on the broker's thread. What is written is in the database within half a second; what fails ends
one turn, never the session.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.conversation.call_rules import calls_without_end
from app.conversation.conversation_overrides import ConversationOverrides, ThinkingLevels
from app.conversation.errors import AnswerWasEnded, ReplyHasNoQuestion
from app.conversation.events import (
    ConversationChanged,
    LoopSuspected,
    ProblemOccurred,
    SessionEvent,
    ToolCallProgressed,
    TurnChanged,
    TurnEnded,
    TurnGrew,
)
from app.conversation.preferences import SessionPreferences
from app.conversation.reading_ahead import ReadingAhead
from app.conversation.reply_keeper import ReplyKeeper
from app.conversation.running_vote import RunningVote, ballot_of
from app.conversation.title import title_from_question
from app.conversation.tool_loop import ToolLoop
from app.conversation.tool_runner import Decision, NoTools, ToolRunner
from app.conversation.turn import Turn, TurnState
from app.conversation.turn_requests import TurnRequests
from app.conversation.versions import Versions
from app.conversation.votes import FindModel, Votes
from app.engines.broker import (
    Broker,
    BrokerEvent,
    EngineLost,
    ModelStatusChanged,
    RunGivenUp,
    RunStarted,
    RunWaitsForModel,
)
from app.engines.model_ref import LocalFile
from app.engines.model_status import ModelStatus
from app.errors import UserError
from app.history.asking import ConversationSetup, NewQuestion
from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.preset_records import Preset
from app.history.records import Conversation, ModelStep, StoredMessage, ToolStep
from app.history.store import HistoryStore
from app.history.votes import Fork, KeptVote
from app.history.writer import HistoryWriter
from app.inference.errors import ReportedError
from app.inference.protocol import (
    EndThinking,
    FinishReason,
    ForgetConversations,
    GenerationRequest,
    LoopNoticed,
    ModelInfo,
    NudgeRefused,
    NudgeThinking,
    PromptProgress,
    RunDelta,
    RunEvent,
    RunFailed,
    RunFinished,
    RunStats,
    RunWaits,
)
from app.messages import RunId

_SAVED_IN_S = 2.0
"""So long a reply that has just ended is waited for."""


class Session:
    """Sends, stops and regenerates; owns the turns. `listener` hears everything that changes, on the same thread."""

    def __init__(
        self,
        *,
        store: HistoryStore,
        writer: HistoryWriter,
        broker: Broker,
        listener: Callable[[SessionEvent], None],
        preferences: Callable[[], SessionPreferences] = SessionPreferences,
        tools: ToolRunner | None = None,
        find_model: FindModel,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self.thinking_levels = ThinkingLevels(store, preferences)
        self.overrides = ConversationOverrides(store)
        self.versions = Versions(store)
        self._broker = broker
        self._preferences = preferences
        self._listener = listener
        runner = tools or NoTools()
        self.requests = TurnRequests(
            preferences=preferences, thinking=self.thinking_levels, own=self.overrides, tools=runner.specs
        )
        self._replies = ReplyKeeper(store=store, writer=writer, clock=clock, turn_ids=broker.next_turn)
        self._tools = ToolLoop(
            runner,
            replies=self._replies,
            on_change=lambda turn: self._listener(TurnChanged(turn)),
            on_progress=lambda turn, place, come: self._listener(ToolCallProgressed(turn, place, come)),
            on_ready=self._ask_on,
            clock=clock,
        )
        self._turns: dict[int, Turn] = {}
        """The running turns and the waiting ones, by their number; first come first."""
        self._votes = Votes(
            client=self,
            broker=broker,
            store=store,
            replies=self._replies,
            turns=self._turns,
            listener=listener,
            find_model=find_model,
        )
        self._viewed: int | None = None
        """The conversation in view."""
        self._ahead = ReadingAhead(
            store=store,
            branch=self.branch,
            read=broker.read_ahead,
            requests=self.requests,
            preferences=preferences,
        )
        broker.join(self)

    # --- the model -----------------------------------------------------------------------------------------------

    @property
    def model_status(self) -> ModelStatus:
        return self._broker.status

    def choose_model(self, path: str, name: str, *, load: bool = True) -> None:
        """Make this the model of the next turn, and load it now unless a reply runs or `load` is false."""
        self._broker.choose(LocalFile(path), name, load=load)

    # --- turns ---------------------------------------------------------------------------------------------------

    @property
    def running_turns(self) -> tuple[Turn, ...]:
        """The turns at work, first come first."""
        return tuple(turn for turn in self._turns.values() if turn.state is not TurnState.QUEUED)

    @property
    def running_turn(self) -> Turn | None:
        """The turn at work in the conversation in view; if there is none, the one that is at work longest."""
        turns = self.running_turns
        return next((turn for turn in turns if turn.conversation_id == self._viewed), turns[0] if turns else None)

    def ahead_of(self, turn: Turn) -> Turn | None:
        """Return the turn at work that one which waits is behind: that of its conversation, else the longest."""
        others = [other for other in self.running_turns if other is not turn and other.state is not TurnState.WAITING]
        same = (other for other in others if other.conversation_id == turn.conversation_id)
        return next(same, others[0] if others else None)

    def look_at(self, conversation_id: int | None) -> None:
        """This conversation is in view: what is stopped or steered is its turn, and it comes first."""
        self._viewed = conversation_id
        self._broker.favour(str(conversation_id) if conversation_id is not None else "")

    @property
    def queued_turns(self) -> tuple[Turn, ...]:
        """The turns that wait for them, first come first."""
        return tuple(turn for turn in self._turns.values() if turn.state is TurnState.QUEUED)

    @property
    def turn_count(self) -> int:
        """How many turns run or wait."""
        return len(self._turns)

    def turns_of(self, conversation_id: int) -> tuple[Turn, ...]:
        """Return the running and waiting turns of a conversation."""
        return tuple(turn for turn in self._turns.values() if turn.conversation_id == conversation_id)

    def turn_for(self, reply_id: int) -> Turn | None:
        """Return the running or waiting turn that writes this reply."""
        return next((turn for turn in self._turns.values() if turn.reply_id == reply_id), None)

    def send(
        self,
        conversation_id: int | None,
        text: str,
        *,
        files: Sequence[StoredAttachment] = (),
        exclusions: ContextExclusions | None = None,
        was_draft: bool = False,
        vote: KeptVote | None = None,
    ) -> Turn:
        """Ask, with files. Without a conversation a new one is made and named after the question.

        `exclusions` is what this turn alone leaves out; with `was_draft` the draft has become the question.
        With a `vote` it is asked as often as that says; the turn that is returned is the first sample's.

        Raises `UserError` when no model is chosen, the one loaded cannot see the pictures, or the question cannot be
        saved; nothing has changed then.
        """
        models = self._votes.models_of(vote)
        if not models:
            self._broker.require(pictures=any(file.is_picture for file in files))
        title = title_from_question(text) or (title_from_question(files[0].name) if files else "")
        question = NewQuestion(
            text,
            self.model_status.name,
            tuple(files),
            title=title,
            was_draft=was_draft,
            candidates=1 if vote is None else ballot_of(vote).needed,
            vote=vote,
        )
        if conversation_id is None:
            asked = self._store.ask(self._next_conversation(), question)
            self.overrides.forget_next()
        else:
            asked = self._store.ask(conversation_id, question)
        if vote is not None:
            running = self._votes.add(vote, asked.candidates, models=models, exclusions=exclusions)
            return self._begin_vote(running, changed=asked.conversation)
        turn = self._replies.begin(asked.reply)
        turn.exclusions = exclusions
        return self._enqueue(turn, changed=asked.conversation)

    def branch(self, conversation_id: int, leaf_id: int | None = None) -> list[StoredMessage]:
        """Return the messages from the first to the leaf, with ended replies as they are, saved already or not."""
        return self._replies.branch(conversation_id, leaf_id)

    def message(self, message_id: int) -> StoredMessage:
        """Return a message as it is, running or ended, saved already or not."""
        turn = self.turn_for(message_id)
        return self._replies.message(message_id) if turn is None else self._replies.so_far(turn)

    @property
    def unsaved_replies(self) -> dict[int, StoredMessage]:
        """Ended replies that the history does not hold yet, by their ids."""
        return self._replies.unsaved

    def edit_question(self, question_id: int, text: str, *, vote: KeptVote | None = None) -> Turn:
        """Ask another version of a question in its place, with its files; the old one stays beside it.

        With a `vote` it is asked as often as that says; the turn that is returned is the first sample's.
        """
        self._broker.require()
        candidates = 1 if vote is None else ballot_of(vote).needed
        question = NewQuestion(text, self.model_status.name, candidates=candidates, vote=vote)
        asked = self._store.ask_again(question_id, question)
        if vote is not None:
            return self._begin_vote(self._votes.add(vote, asked.candidates), changed=asked.conversation)
        return self._enqueue(self._replies.begin(asked.reply), changed=asked.conversation)

    def resume(self, reply_id: int) -> Turn:
        """Go on with a reply that was cut, exactly where it stopped, as another version of it."""
        cut = self._replies.message(reply_id)
        has_called = bool(cut.steps) and isinstance(cut.steps[-1], ToolStep)
        goes_on = cut if cut.raw or has_called else None
        self._broker.require(prefill=goes_on is not None and not has_called)
        turn = self._another_reply(cut, begins_with=goes_on)
        if goes_on is not None:
            turn.begin_with(goes_on)
        return self._enqueue(turn)

    def continue_thought(
        self,
        reply_id: int,
        text: str,
        *,
        answers_now: bool = False,
        budget_tokens: int | None = None,
        samples: int = 1,
        place: int = 0,
    ) -> Turn:
        """Think on from an edited thought of a reply, or answer from it, as another version; the old one stays.

        `place` is that of the step whose thought it is: the steps before it, calls and results, stay as they were.
        It thinks at most `budget_tokens` more. Several `samples` are candidates of a vote, the first of which is
        returned.
        """
        self._broker.require(prefill=True)
        old = self._replies.message(reply_id)
        if samples > 1 and not place:
            return self._begin_vote(self._votes.add_anew(old, KeptVote(samples, fork=Fork(text, budget_tokens))))
        turn = self._another_reply(old)
        step = old.steps[place] if place < len(old.steps) else None
        self._replies.keep_steps(turn, old.steps[:place])
        turn.begin_thought(text, is_closed=answers_now, edited=old, step=step if isinstance(step, ModelStep) else None)
        turn.think_budget = budget_tokens
        return self._enqueue(turn)

    def rename(self, conversation_id: int, title: str) -> None:
        """Give a conversation another title; raises what the history raises."""
        self._listener(ConversationChanged(self._store.rename(conversation_id, title)))

    def bookmark(self, reply_id: int, step: int, places: Sequence[int]) -> StoredMessage:
        """Keep where the thought of a step of an ended reply is marked, in characters; return the reply.

        Raises `LookupError` for a step that is not there.
        """
        self.flush(_SAVED_IN_S)
        return self._store.bookmark(reply_id, step, places)

    def apply_preset(self, conversation_id: int | None, preset: Preset) -> None:
        """Give a conversation, or the next new one, a preset: system prompt, sampling, how much the model may think."""
        self.overrides.apply(conversation_id, preset)
        self.thinking_levels.apply(conversation_id, preset.choices)

    def read_ahead(self, conversation_id: int | None, draft: str, files: Sequence[StoredAttachment] = ()) -> None:
        """Let the engine read what is typed so far, if it has nothing else to do; sending it costs less then."""
        if self._broker.is_idle:
            self._ahead.note(conversation_id, draft, self.model_status.info, files)

    def regenerate(self, message_id: int, *, vote: KeptVote | None = None) -> Turn:
        """Answer a question, or that of a reply, anew; the old reply stays as another version. 0 is no question.

        With a `vote` it is answered as often as that says; the turn that is returned is the first sample's.
        """
        if not message_id:
            raise ReplyHasNoQuestion
        message = self._store.message(message_id)
        if vote is None:
            return self._enqueue(self._another_reply(message))
        return self._begin_vote(self._votes.add_anew(message, vote))

    def continue_vote(self, reply_id: int) -> Turn | None:
        """Go on with the vote that a reply is a candidate of: what was finished counts, what was cut is asked anew.

        Returns the first further turn, `None` if it is decided as it is. Raises `LookupError` where there is no vote.
        """
        vote = self._votes.add_rest(reply_id)
        return self._begin_vote(vote) if vote is not None else None

    def synthesize(self, reply_id: int) -> Turn:
        """Let the model make one reply of the finished candidates of a group, as a further version beside them.

        Raises `LookupError` where there are fewer than two.
        """
        answers = self._votes.answers_beside(reply_id)
        turn = self._another_reply(self._replies.message(reply_id))
        turn.answers = answers
        return self._enqueue(turn)

    def vote_for(self, reply_id: int) -> RunningVote | None:
        """Return the running or waiting vote that this reply is a candidate of."""
        return self._votes.over(reply_id)

    def stop(self) -> None:
        """End `running_turn` where it is, with its vote if it is a sample of one; what is written stays."""
        if self.running_turn is not None:
            self._stop(self.running_turn)

    def answer_now(self) -> None:
        """End the running thought and go on to the answer, or give up the calls of tools and answer without any.

        Of a vote the thoughts of all samples are ended.
        """
        for turn in self._at_work():
            if self._tools.is_at_work(turn):
                self._tools.answer_now(turn)
            else:
                self._broker.steer(EndThinking(turn.run))

    def decide(self, turn_id: int, place: int, decision: Decision) -> None:
        """Let the call go that is at this place of a reply, with other arguments perhaps, or refuse or stop it."""
        turn = self._turns.get(turn_id)
        if turn is not None:
            self._tools.decide(turn, place, decision)

    def note_tool_rules(self) -> None:
        """Other rules hold for tools now: calls that wait for the person may go, or not, by them."""
        for turn in filter(self._tools.is_at_work, self.running_turns):
            self._tools.look_again(turn)

    def nudge(self, hint: str) -> None:
        """Put a hint into the running thought, or into all thoughts of a vote."""
        for turn in self._at_work() if hint.strip() else ():
            self._broker.steer(NudgeThinking(turn.run, hint))

    def cancel(self, turn_id: int) -> None:
        """Take a waiting turn back, or stop a running one: with its vote, unless that is of several models."""
        if (turn := self._turns.get(turn_id)) is not None:
            vote = self._votes.of_run(turn.run)
            self._stop(turn, with_vote=vote is None or not vote.kept.models)

    def forget(self, conversation_ids: Sequence[int]) -> None:
        """End the turns of conversations that go for good, and let the engine keep nothing of them, also on the disk.

        It is told first, so that nothing of them is saved when another turn begins.
        """
        names = tuple(map(str, conversation_ids))
        self._broker.forget(ForgetConversations(names, self._preferences().cache_folder))
        self._ahead.forget()
        self._tools.forget()
        for conversation_id in conversation_ids:
            for turn in reversed(self.turns_of(conversation_id)):
                self.cancel(turn.id)

    def stop_all(self) -> None:
        """Take all waiting turns out and stop the running ones; what is written stays."""
        for turn in (*self.queued_turns, *self.running_turns):
            self._stop(turn)

    def flush(self, timeout_s: float) -> bool:
        """Wait until the replies are in the history as far as they are written; return whether they are. Any thread."""
        return self._replies.flush(timeout_s)

    def forget_history(self) -> None:
        """Everything in the history is another; no turn runs."""
        self._replies.forget()
        self._ahead.forget()
        self.overrides.forget_history()

    def close(self) -> None:
        """End all turns as stopped and keep what is written. Broker and writer are closed by their owner."""
        for turn in self.running_turns:
            self._cut_calls(turn)
        self._broker.leave(self)

    def _another_reply(self, old: StoredMessage, *, begins_with: StoredMessage | None = None) -> Turn:
        """Begin another reply to the question of `old`, which may be the question itself."""
        self._broker.require()
        question_id = old.parent_id if old.role == "assistant" else old.id
        if question_id is None:
            raise ReplyHasNoQuestion
        name = self.model_status.name
        return self._replies.begin(
            self._store.begin_reply(old.conversation_id, question_id, name, begins_with=begins_with)
        )

    def _begin_vote(self, vote: RunningVote, *, changed: Conversation | None = None) -> Turn:
        """Let a vote wait for its time; returns the first of its turns."""
        for turn in (turns := list(vote.turns.values())):
            self._tell_queued(turn, changed=changed)
        vote.vote.begin()
        return turns[0]

    def _at_work(self) -> Sequence[Turn]:
        """Return `running_turn`, or all of the vote that it is a sample of."""
        turn = self.running_turn
        vote = self._votes.of_run(turn.run) if turn is not None else None
        return vote.going if vote is not None else (turn,) if turn is not None else ()

    def _stop(self, turn: Turn, *, with_vote: bool = True) -> None:
        vote = self._votes.of_run(turn.run) if with_vote else None
        turn.calls_on = False  # the person wants nothing of it any more
        if vote is not None:
            vote.vote.stop()
            self._votes.settle(vote, cut=self._cut_calls)
        elif not self._cut_calls(turn):
            self._broker.stop(turn.run)

    def _next_conversation(self) -> ConversationSetup:
        return ConversationSetup(
            choices=self.overrides.of(None),
            thinking_level=self.thinking_levels.of(None),
            thinking_options=self.thinking_levels.options_of(None),
            tools=self.overrides.tools(None),
        )

    def _enqueue(self, turn: Turn, *, changed: Conversation | None = None) -> Turn:
        """Let a turn wait whose reply is kept; it starts at once if it may run beside others."""
        self._turns[turn.id] = turn
        self._tell_queued(turn, changed=changed)
        self._broker.ask(self, turn.run, lane=turn.conversation_id)
        return turn

    def _tell_queued(self, turn: Turn, *, changed: Conversation | None) -> None:
        self._listener(TurnChanged(turn))
        if changed is not None:
            self._listener(ConversationChanged(changed))
        else:  # beginning its reply has moved it
            self._tell_moved(turn.conversation_id, 0.0)

    # --- as the broker's client ----------------------------------------------------------------------------------

    def request_for(self, run: RunId, info: ModelInfo) -> GenerationRequest:
        """Return what a turn asks; a `UserError` fails it, and its question is kept."""
        vote = self._votes.of_run(run)
        turn = self._turns[run.turn] if vote is None else vote.turns[run.sample]
        turn.goes_on_with_text = info.goes_on_with_text
        branch = self.branch(turn.conversation_id, turn.question_id)
        tools = self._tools.specs_for(turn, branch) if info.takes_tools else ()
        request = self.requests.for_turn(turn, branch, info, tools=tools)
        return request if vote is None else vote.vote.asked(run, request)

    def hear(self, event: BrokerEvent) -> None:
        """Take in what happens to the model, or to a turn."""
        if isinstance(event, ModelStatusChanged):
            self._listener(event)
        elif isinstance(event, EngineLost):
            self._ahead.forget()
            self._listener(ProblemOccurred(event.error))
        elif (vote := self._votes.of_run(event.run)) is not None:
            self._votes.hear(vote, event, self._hear_of, cut=self._cut_calls)
        elif (turn := self._turns.get(event.run.turn)) is not None:
            self._hear_of(turn, event)

    def _hear_of(self, turn: Turn, event: RunWaitsForModel | RunStarted | RunGivenUp | RunEvent) -> None:
        match event:
            case RunDelta():
                self._grow(turn, event)
            case PromptProgress(_, read_tokens, prompt_tokens, cached_tokens):
                turn.note_progress(read=read_tokens, prompt=prompt_tokens, cached=cached_tokens)
                if turn.state is TurnState.WAITING:
                    turn.state = TurnState.READING
                self._listener(TurnChanged(turn))
            case RunWaits():
                self._go_on(turn, TurnState.WAITING)
            case RunWaitsForModel(_, fraction):
                self._ahead.forget()
                turn.load_fraction = fraction
                self._go_on(turn, TurnState.LOADING)
            case RunStarted():
                self._go_on(turn, TurnState.READING)
            case RunFinished(_, stats) if turn.calls and (stats.reason is FinishReason.TOOL_CALLS or turn.calls_on):
                self._broker.hold(turn.conversation_id)
                self._tools.begin(turn, stats)
            case RunFinished(_, stats):
                self._end(turn, stats=stats, failure=AnswerWasEnded() if turn.is_circling else None)
            case RunFailed(_, report):
                self._end(turn, failure=ReportedError(report))
            case RunGivenUp(_, error):
                self._end(turn, failure=error)
            case LoopNoticed():
                if not turn.is_sample and self._preferences().ends_loops:  # who could end a thought alone has done so
                    turn.is_circling = True
                    self._broker.stop(turn.run)
                else:
                    self._listener(LoopSuspected(turn))
            case NudgeRefused(_, report):
                self._listener(ProblemOccurred(ReportedError(report)))

    def _go_on(self, turn: Turn, state: TurnState) -> None:
        turn.state = state
        self._listener(TurnChanged(turn))

    def _grow(self, turn: Turn, event: RunDelta) -> None:
        if turn.calls_on:  # what its run had in hand when it was stopped
            return
        before = turn.state
        turn.accept(event)
        self._replies.append(turn, raw=event.raw, parts=event.parts, noted=event.drawn)
        if turn.state is not before:
            self._listener(TurnChanged(turn))
        self._listener(TurnGrew(turn))
        if not turn.is_sample and not turn.calls_on and calls_without_end(turn.calls):
            turn.calls_on = True
            self._broker.stop(turn.run)

    def _ask_on(self, turn: Turn) -> None:
        """Let the model go on after the calls of a turn have their results."""
        self._go_on(turn, TurnState.WAITING)
        vote = self._votes.of_run(turn.run)
        if vote is None:
            self._broker.ask(self, turn.run, lane=turn.conversation_id)
        else:
            vote.vote.ask_on(turn.run)
        self._let_go(turn)

    def _let_go(self, turn: Turn) -> None:
        """Hold back other turns of a conversation no longer, unless another sample has calls at work there."""
        if not any(map(self._tools.is_at_work, self.turns_of(turn.conversation_id))):
            self._broker.let_go(turn.conversation_id)

    def _cut_calls(self, turn: Turn) -> bool:
        """Give up the calls of a turn, and with them the turn; returns whether it had any at work."""
        if not self._tools.is_at_work(turn):
            return False
        self._tools.stop(turn)
        self._end(turn)
        self._let_go(turn)
        vote = self._votes.of_run(turn.run)
        if vote is not None:
            vote.vote.give_up(turn.run.sample)
        return True

    def _end(self, turn: Turn, *, stats: RunStats | None = None, failure: UserError | None = None) -> None:
        del self._turns[turn.id]
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
