"""The loop of a turn whose model calls tools: each call is a step, is decided on and carried out; then it is asked on.

What goes wrong with a call is its result, which the model is told.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from msgspec import structs

from app.conversation.call_rules import BROKEN, MOST_CALLS, REFUSED, is_object, objection_to, with_ids
from app.conversation.long_results import READ_ON, LongResults, with_read_on
from app.conversation.reply_keeper import ReplyKeeper
from app.conversation.tool_runner import Allowed, Decision, Refused, ToolRunner
from app.conversation.turn import Turn, TurnState
from app.history.records import StoredMessage, ToolDecision, ToolFigures, ToolStep
from app.inference.protocol import RunStats
from app.messages import ToolResult, ToolSpec
from app.tools.built_in.built_in_tool import CallProgress

_REFUSED_WITH = "This call was refused by the person, who says: {word}"
_STOPPED = "The person has stopped this call."
_STOPPED_WITH = "The person has stopped this call, and says: {word}"
_ANSWER_NOW = "The call was not carried out: the person wants the answer now."


@dataclass(slots=True)
class _Batch:
    """The calls of one step that have no result yet."""

    context: int
    """In tokens; 0 where it is not known."""
    working: dict[int, Callable[[], None]] = field(default_factory=dict)
    """What gives up the calls that are carried out, by their place among the steps."""
    asked: set[int] = field(default_factory=set)
    """The places of those that wait for the person."""
    began: dict[int, float] = field(default_factory=dict)


class ToolLoop:
    """Works on the calls of all turns of a session, on its thread.

    `on_change` hears of a turn whose calls have moved on, `on_progress` of a call that has come further, by its place,
    and `on_ready` of a turn that the model is to go on with.
    """

    def __init__(
        self,
        runner: ToolRunner,
        *,
        replies: ReplyKeeper,
        on_change: Callable[[Turn], None],
        on_progress: Callable[[Turn, int, CallProgress], None],
        on_ready: Callable[[Turn], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._runner = runner
        self._replies = replies
        self._on_change = on_change
        self._on_progress = on_progress
        self._on_ready = on_ready
        self._clock = clock
        self._batches: dict[int, _Batch] = {}
        self._long = LongResults()

    def specs_for(self, turn: Turn, branch: Iterable[StoredMessage]) -> tuple[ToolSpec, ...]:
        """Return the tools that the next step of a turn is offered: none once it has called enough.

        `branch` is what was said before it.
        """
        if turn.answers_without_tools or len(_tools_of(turn)) >= MOST_CALLS:
            return ()
        before = (step for message in branch for step in message.steps)
        return with_read_on(self._runner.specs(turn.conversation_id), (*before, *turn.ended_steps))

    def is_at_work(self, turn: Turn) -> bool:
        """Whether calls of a turn have no result yet."""
        return turn.id in self._batches

    def begin(self, turn: Turn, stats: RunStats) -> None:
        """End the step that has called tools, and deal with its calls."""
        batch = self._batches[turn.id] = _Batch(stats.context)
        calls = with_ids(turn.calls, used=[step.call.call_id for step in _tools_of(turn)])
        self._replies.end_step(turn, stats)
        turn.state = TurnState.CALLING
        places = [self._replies.put_tool(turn, ToolStep(call)) for call in calls]
        batch.asked.update(places)  # none of them is ready before all are looked at
        for place in places:
            if not self._is_at(turn, place):
                return  # the turn was stopped meanwhile
            self._look_at(turn, place)
        self._tell(turn)

    def decide(self, turn: Turn, place: int, decision: Decision) -> None:
        """Take the person's decision on a call that waits for it; too late it does nothing.

        A call that is carried out already can be refused still: it is given up.
        """
        if not self._is_at(turn, place):
            return
        batch, step = self._batches[turn.id], _tool_at(turn, place)
        is_at_work = place in batch.working
        match decision:
            case Allowed(arguments) if not is_at_work:
                call = step.call if arguments is None else structs.replace(step.call, arguments=arguments)
                self._carry_out(turn, place, replace(step, call=call, decision=ToolDecision.ALLOWED))
            case Refused(word):
                if is_at_work:
                    batch.working.pop(place)()
                plain, with_word = (_STOPPED, _STOPPED_WITH) if is_at_work else (REFUSED, _REFUSED_WITH)
                told = with_word.format(word=word.strip()) if word.strip() else plain
                self._fail(turn, place, told, ToolDecision.REFUSED)
        self._tell(turn)

    def look_again(self, turn: Turn) -> None:
        """Decide anew on the calls of a turn that wait for the person: other rules hold now."""
        batch = self._batches.get(turn.id)
        for place in sorted(batch.asked) if batch is not None else ():
            if self._is_at(turn, place):
                self._look_at(turn, place)
        self._tell(turn)

    def answer_now(self, turn: Turn) -> None:
        """Give up the calls of a turn and go on without tools."""
        turn.answers_without_tools = True
        for place in self._give_up(turn):
            self._fail(turn, place, _ANSWER_NOW)
        self._tell(turn)

    def stop(self, turn: Turn) -> None:
        """Give up the calls of a turn that ends; they stay without a result."""
        self._give_up(turn)
        self._batches.pop(turn.id, None)

    def forget(self) -> None:
        """Hold nothing of results that were cut: their conversation may be gone for good."""
        self._long = LongResults()

    # --- private -------------------------------------------------------------------------------------------------

    def _is_at(self, turn: Turn, place: int) -> bool:
        batch = self._batches.get(turn.id)
        return batch is not None and (place in batch.asked or place in batch.working)

    def _look_at(self, turn: Turn, place: int) -> None:
        """Carry a call out, refuse it, or leave it to the person."""
        step = _tool_at(turn, place)
        is_reading_on = step.call.name == READ_ON.name
        names = [spec.name for spec in self._runner.specs(turn.conversation_id)]
        names += [READ_ON.name] * is_reading_on
        earlier = [one.call for one in _tools_of(turn, before=place)]
        objection = objection_to(step.call, offered=names, earlier=earlier)
        if objection:
            self._fail(turn, place, objection)
        elif is_reading_on:
            batch = self._batches[turn.id]
            batch.asked.discard(place)
            result = self._long.read(step.call, batch.context)
            self._replies.put_tool(turn, replace(step, result=result, decision=ToolDecision.AUTOMATIC), place)
        else:
            decision = self._runner.decision_on(turn.conversation_id, step.call)
            if decision is ToolDecision.REFUSED:
                self._fail(turn, place, REFUSED, decision)
            elif decision is not ToolDecision.OPEN:
                self._carry_out(turn, place, replace(step, decision=decision))

    def _carry_out(self, turn: Turn, place: int, step: ToolStep) -> None:
        if not is_object(step.call.arguments):
            self._replies.put_tool(turn, step, place)
            self._fail(turn, place, BROKEN, step.decision)
            return
        batch = self._batches[turn.id]
        batch.asked.discard(place)
        batch.began[place] = self._clock()
        batch.working[place] = _nothing
        self._replies.put_tool(turn, step, place)

        def tell_progress(progress: CallProgress) -> None:
            if self._batches.get(turn.id) is batch and place in batch.working:
                self._on_progress(turn, place, progress)

        give_up = self._runner.start(
            step.call,
            lambda result: self._done(turn, batch, place, result),
            question=self._replies.message(turn.question_id).answer,
            on_progress=tell_progress,
        )
        if place in batch.working:
            batch.working[place] = give_up

    def _done(self, turn: Turn, batch: _Batch, place: int, result: ToolResult) -> None:
        if self._batches.get(turn.id) is not batch or batch.working.pop(place, None) is None:
            return  # given up meanwhile
        step = _tool_at(turn, place)
        figures = ToolFigures(self._clock() - batch.began[place])
        result = structs.replace(
            result, call_id=step.call.call_id, content=self._long.cut(result.content, batch.context)
        )
        self._replies.put_tool(turn, replace(step, result=result, figures=figures), place)
        self._tell(turn)

    def _fail(self, turn: Turn, place: int, message: str, decision: ToolDecision = ToolDecision.AUTOMATIC) -> None:
        batch = self._batches[turn.id]
        batch.asked.discard(place)
        batch.working.pop(place, None)
        step = _tool_at(turn, place)
        result = ToolResult(step.call.call_id, message, is_error=True)
        self._replies.put_tool(turn, replace(step, result=result, decision=decision), place)

    def _give_up(self, turn: Turn) -> list[int]:
        """Stop what works; returns the places of the calls without a result."""
        batch = self._batches.get(turn.id)
        if batch is None:
            return []
        places, working = sorted({*batch.asked, *batch.working}), list(batch.working.values())
        batch.working.clear()
        for give_up in working:
            give_up()
        return places

    def _tell(self, turn: Turn) -> None:
        """Tell how far the calls have come, and let the model go on if all have their results."""
        batch = self._batches.get(turn.id)
        if batch is None:
            return
        if batch.asked or batch.working:
            self._on_change(turn)
            return
        del self._batches[turn.id]
        self._on_ready(turn)


def _nothing() -> None:
    """Give up what has ended at once."""


def _tool_at(turn: Turn, place: int) -> ToolStep:
    step = turn.ended_steps[place]
    assert isinstance(step, ToolStep), "calls are put where they stay"
    return step


def _tools_of(turn: Turn, *, before: int | None = None) -> list[ToolStep]:
    return [step for step in turn.ended_steps[:before] if isinstance(step, ToolStep)]
