"""A question whose reply calls tools, on the command line: each call is decided on and carried out, and told."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from app.cli.engine_run import EngineRun
from app.cli.output import Output
from app.cli.streams import write_error_line
from app.conversation.call_rules import MOST_CALLS, REFUSED, calls_without_end, objection_to, with_ids
from app.conversation.long_results import READ_ON, LongResults, with_read_on
from app.history.records import ModelStep, Step, ToolStep
from app.history.step_messages import messages_of
from app.inference.protocol import (
    FinishReason,
    GenerationRequest,
    RunDelta,
    RunEvent,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.inference.template_values import parsed_json
from app.messages import Text, Thinking, ToolCall, ToolResult, ToolSpec
from app.text import quoted
from app.tools.toolbox import OfferedTool, Toolbox
from app.voting.ballot import Ballot

_LOOK_S = 0.1
_SHOWN_CHARACTERS = 300
_GIVEN_UP = "The call was given up."


class ToolTurn:
    """Goes on with a reply as long as it calls tools. `steps` is how many it has had, of the model and of tools."""

    def __init__(
        self,
        toolbox: Toolbox,
        output: Output,
        *,
        question: str,
        allows: Callable[[OfferedTool, ToolCall, Callable[[], bool]], bool],
        sample: int | None = None,
    ) -> None:
        """`sample` is its number, where it is one of several."""
        self._toolbox = toolbox
        self._output = output
        self._allows = allows
        self._question = question
        self._sample = sample
        self._request = GenerationRequest(())
        self._offered: tuple[ToolSpec, ...] = ()
        self._said: list[RunDelta] = []
        self._spent: list[RunStats] = []
        self.stats: RunStats
        """The figures of all steps, once it is over."""
        self._steps: list[Step] = []
        self._context = 0
        self._long = LongResults()

    @property
    def steps(self) -> int:
        return len(self._steps)

    def follow(self, engine: EngineRun, request: GenerationRequest) -> Iterator[RunEvent]:
        """Ask, and ask on, and yield the events of all steps; the one `RunFinished` has the figures of all."""
        asked = self.begin(request)
        while True:
            ended: RunFinished | None = None
            is_endless = False
            for event in engine.answer(asked):
                if isinstance(event, RunFinished):
                    ended = event
                    continue
                if is_endless:  # what its run had in hand when it was stopped
                    continue
                if isinstance(event, RunDelta):
                    self.take(event)
                    if calls_without_end(_calls_in(self._said)):
                        is_endless = True
                        engine.end_answer()
                yield event
            assert ended is not None, "an answer ends, or raises"
            following = self.go_on(ended, lambda: engine.was_interrupted, is_endless=is_endless)
            if following is None:
                yield replace(ended, stats=self.stats)
                return
            asked = following

    def begin(self, request: GenerationRequest) -> GenerationRequest:
        """Return what is asked first."""
        self._request = request
        return self._asked()

    def take(self, event: RunDelta) -> None:
        """Note what a step says."""
        self._said.append(event)

    def go_on(
        self, ended: RunFinished, is_stopped: Callable[[], bool], *, is_endless: bool = False
    ) -> GenerationRequest | None:
        """Carry out what a step has called, and return what is asked next; `None` when it is over, with its `stats`."""
        most = self._request.sampling.max_tokens
        calls = _calls_in(self._said)
        self._spent.append(ended.stats)
        self._context = ended.stats.context
        self._steps.append(_written(self._said))
        self._said.clear()
        is_used_up = most is not None and _tokens(self._spent) >= most
        goes_on = calls and self._offered and (is_endless or ended.stats.reason is FinishReason.TOOL_CALLS)
        if goes_on and not is_used_up:
            self._carry_out(calls, is_stopped)
        if goes_on and not is_used_up and not is_stopped():
            return self._asked()
        self.stats = in_sequence(self._spent)
        if goes_on:
            reason = FinishReason.LENGTH if is_used_up else FinishReason.STOPPED
            self.stats = replace(self.stats, reason=reason)
        return None

    def _asked(self) -> GenerationRequest:
        is_free = len(self._calls()) < MOST_CALLS
        self._offered = with_read_on(self._toolbox.specs, self._steps) if is_free else ()
        request = replace(self._request, tools=self._offered)
        if not self._spent:
            return request
        most = request.sampling.max_tokens
        left = None if most is None else most - _tokens(self._spent)
        return replace(
            request,
            messages=(*request.asked, *messages_of(self._steps, sees_images=True)),
            sampling=structs.replace(request.sampling, max_tokens=left),
        )

    def _calls(self) -> list[ToolCall]:
        return [step.call for step in self._steps if isinstance(step, ToolStep)]

    def _carry_out(self, calls: list[ToolCall], is_interrupted: Callable[[], bool]) -> None:
        """Work on the calls of a step, one after another: that is how they are asked for."""
        for call in with_ids(calls, used=[one.call_id for one in self._calls()]):
            self._tell_call(call)
            is_reading_on = call.name == READ_ON.name
            names = [*self._toolbox.tools, *[READ_ON.name] * is_reading_on]
            objection = objection_to(call, offered=names, earlier=self._calls())
            is_allowed = not objection and (
                is_reading_on or self._allows(self._toolbox.tools[call.name], call, is_interrupted)
            )
            if is_interrupted():
                result = ToolResult(call.call_id, _GIVEN_UP, is_error=True)
            elif not is_allowed:
                result = ToolResult(call.call_id, objection or REFUSED, is_error=True)
            elif is_reading_on:
                result = self._long.read(call, self._context)
            else:
                result = self._result_of(call, is_interrupted)
            self._tell_result(result, is_allowed=is_allowed)
            self._steps.append(ToolStep(call, result))

    def _result_of(self, call: ToolCall, is_interrupted: Callable[[], bool]) -> ToolResult:
        done: queue.SimpleQueue[ToolResult] = queue.SimpleQueue()
        give_up = self._toolbox.start(call, done.put, question=self._question)
        while not is_interrupted():
            try:
                result = done.get(timeout=_LOOK_S)
            except queue.Empty:
                continue
            return structs.replace(result, content=self._long.cut(result.content, self._context))
        give_up()
        return ToolResult(call.call_id, _GIVEN_UP, is_error=True)

    def _tell_call(self, call: ToolCall) -> None:
        if self._output.is_json:
            parsed = parsed_json(call.arguments)
            arguments = parsed if isinstance(parsed, dict) else call.arguments
            told = {"step": self.steps, "id": call.call_id, "name": call.name, "arguments": arguments}
            self._output.event(event="tool_call", **told, **self._whose())
            return
        self._output.end_thinking()
        write_error_line(f"{self._named()}→ {quoted(call.name)} {quoted(call.arguments, longest=_SHOWN_CHARACTERS)}")

    def _tell_result(self, result: ToolResult, *, is_allowed: bool) -> None:
        if self._output.is_json:
            self._output.event(
                event="tool_result",
                step=self.steps,
                id=result.call_id,
                content=result.content,
                is_error=result.is_error,
                allowed=is_allowed,
                **self._whose(),
            )
            return
        write_error_line(
            f"{self._named()}{'✗' if result.is_error else '←'} {quoted(result.content, longest=_SHOWN_CHARACTERS)}"
        )

    def _whose(self) -> dict[str, int]:
        return {} if self._sample is None else {"sample": self._sample}

    def _named(self) -> str:
        return "" if self._sample is None else f"Reply {self._sample + 1}: "


def follow_samples(
    turns: Sequence[ToolTurn], engine: EngineRun, request: GenerationRequest, ballot: Ballot
) -> Iterator[RunEvent]:
    """Ask as often as the ballot needs, and on in each of the replies; yields as `ToolTurn.follow` for each of them."""
    asked = [turn.begin(request) for turn in turns]
    for event in engine.vote(asked[0], ballot):
        turn = turns[event.run.sample]
        if isinstance(event, RunDelta):
            turn.take(event)
        if not isinstance(event, RunFinished):
            yield event
            continue
        following = turn.go_on(event, lambda: engine.was_interrupted or engine.ends_samples)
        if following is not None:
            engine.ask_on(event.run, following)
            continue
        ended = replace(event, stats=turn.stats)
        yield engine.give_up(ended) if event.stats.reason is FinishReason.TOOL_CALLS else ended


def in_sequence(steps: list[RunStats]) -> RunStats:
    """Return the figures of the steps of one reply: counts and times added up, the rest of the last."""
    last = steps[-1]
    tokens = [step.thinking_tokens + step.answer_tokens for step in steps]
    writing_s = sum(count / step.tokens_per_s for count, step in zip(tokens, steps, strict=True) if step.tokens_per_s)
    thought_s = [step.thinking_s for step in steps if step.thinking_s is not None]
    ends = [step.thinking_ended for step in steps if step.thinking_ended is not ThinkingEnd.NONE]
    return replace(
        last,
        thinking_ended=ends[-1] if ends else ThinkingEnd.NONE,
        prompt_tokens=sum(step.prompt_tokens for step in steps),
        cached_tokens=sum(step.cached_tokens for step in steps),
        thinking_tokens=sum(step.thinking_tokens for step in steps),
        answer_tokens=sum(step.answer_tokens for step in steps),
        forced_tokens=sum(step.forced_tokens for step in steps),
        time_to_first_token_s=steps[0].time_to_first_token_s,
        thinking_s=sum(thought_s) if thought_s else None,
        tokens_per_s=sum(tokens) / writing_s if writing_s > 0 else None,
        drafted_tokens=sum(step.drafted_tokens for step in steps),
        accepted_tokens=sum(step.accepted_tokens for step in steps),
        uncounted=tuple(dict.fromkeys(name for step in steps for name in step.uncounted)),
    )


def _tokens(steps: list[RunStats]) -> int:
    return sum(step.thinking_tokens + step.answer_tokens for step in steps)


def _calls_in(said: list[RunDelta]) -> list[ToolCall]:
    return [part for delta in said for part in delta.parts if isinstance(part, ToolCall)]


def _written(said: list[RunDelta]) -> ModelStep:
    parts = [part for delta in said for part in delta.parts]
    return ModelStep(
        raw="".join(delta.raw for delta in said),
        thinking="".join(part.text for part in parts if isinstance(part, Thinking)).strip(),
        answer="".join(part.text for part in parts if isinstance(part, Text)),
    )
