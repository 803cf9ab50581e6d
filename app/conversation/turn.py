"""One turn: a question that waits, is read, thought about and answered."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from msgspec import structs

from app.conversation.paragraph_times import ParagraphTimes
from app.errors import UserError
from app.history.confidence import ConfidenceRecorder, confidence_of_beginning
from app.history.context_exclusions import ContextExclusions
from app.history.records import ModelStep, ReplyFigures, Step, StoredMessage, ToolDecision, ToolStep, joined
from app.inference.protocol import FinishReason, RunDelta, RunStats
from app.messages import Message, RunId, Text, Thinking, ToolCall
from app.reasoning import TraceMark, TraceStep, marked_places, marks_of

if TYPE_CHECKING:
    from app.reasoning.step_finder import StepFinder


class TurnState(enum.StrEnum):
    """Where a turn stands."""

    QUEUED = "queued"
    """Others run; this one waits for its time."""
    LOADING = "loading"
    """The model is being loaded for it."""
    READING = "reading"
    """The model reads the prompt."""
    WAITING = "waiting"
    """Memory is short: it goes on when others have ended."""
    THINKING = "thinking"
    ANSWERING = "answering"
    CALLING = "calling"
    """Tools work for it, or the person is asked whether they may."""
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"


ENDED = frozenset({TurnState.FINISHED, TurnState.STOPPED, TurnState.FAILED})


class Turn:
    """A running or ended turn; owned and changed by `Session`, read by anybody on its thread.

    Its reply is written in steps: `ended_steps` and the one at work, whose place among all is `step`. `raw`, `thinking`
    and `answer` are all that has come so far, and cost little however often they are asked for.
    """

    def __init__(
        self,
        *,
        turn_id: int,
        conversation_id: int,
        question_id: int,
        reply_id: int,
        clock: Callable[[], float],
        run: RunId | None = None,
        model_name: str = "",
    ) -> None:
        self.id = turn_id
        self._first_run = run or RunId(turn_id)
        self.is_sample = run is not None
        """Whether it is one of several answers to a question, which are voted on."""
        self.conversation_id = conversation_id
        self.question_id = question_id
        self.reply_id = reply_id
        self.model_name = model_name
        self.state = TurnState.QUEUED
        self.load_fraction: float | None = None
        """How much of the model that it waits for is in memory, 0…1, once that is known."""
        self.thinking_tokens = 0
        self.answer_tokens = 0
        self.read_tokens = 0
        self.prompt_tokens = 0
        self.cached_tokens = 0
        self.stats: RunStats | None = None
        self.failure: UserError | None = None
        self.continues: StoredMessage | None = None
        """The cut reply that this one goes on from, if it does."""
        self.beginning: Message | None = None
        self.given_length: int | None = None
        """How many characters of the step at work the model was given."""
        """What the reply begins with: that of the cut one, or an edited thought."""
        self.spent = ReplyFigures()
        """What was spent on the reply before the run at work."""
        self.spent_on_step = ReplyFigures()
        """What of that was spent on the step at work: it goes on from a cut one."""
        self.answers_without_tools = False
        """Whether the model is to answer without calling any more."""
        self.goes_on_with_text = False
        """Whether it is no answer: a base model goes on with the text."""
        self._is_thought_edited = False
        self.think_budget: int | None = None
        """How many tokens this turn alone may think, in the place of what the conversation lets it."""
        self.exclusions: ContextExclusions | None = None
        """What this turn alone leaves out, in the place of what the conversation does."""
        self.answers: tuple[str, ...] = ()
        """Other answers to the question, of which this reply is to be the synthesis."""
        self._clock = clock
        self._ended: list[Step] = []
        self._ended_texts = ModelStep()
        """The texts of the ended steps, put together."""
        self._raw: list[str] = []
        self._thinking: list[str] = []
        self._answer: list[str] = []
        self.calls: list[ToolCall] = []
        """What the step at work has called so far."""
        self.calls_on = False
        self.is_circling = False
        """Whether it is being stopped since its answer goes round in circles."""
        """Whether its run was stopped since it would call for ever: what it has called counts."""
        self._confidence = ConfidenceRecorder()
        self._forked: ModelStep | None = None
        """The step whose thought this one begins with, until the engine has told of that beginning."""
        self._finder: StepFinder | None = None
        """Of the steps of the thought at work, once that has begun."""
        self.paragraphs = ParagraphTimes()
        """Of the thought at work."""
        self._run_thinking_tokens = 0
        self._thinking_began: float | None = None
        self._thinking_ended: float | None = None
        self._first_token: float | None = None

    @property
    def run(self) -> RunId:
        """The run that writes the step at work: of a turn of the broker's of its own, or a sample of a vote's."""
        return structs.replace(self._first_run, step=self.step)

    @property
    def step(self) -> int:
        """The place of the step at work: how many have ended before it."""
        return len(self._ended)

    @property
    def ended_steps(self) -> tuple[Step, ...]:
        """The steps before the one at work; a call of a tool is one as soon as it is made."""
        return tuple(self._ended)

    @property
    def raw(self) -> str:
        """What the model wrote so far."""
        return self._ended_texts.raw + _joined(self._raw)

    @property
    def thinking(self) -> str:
        return joined((self._ended_texts.thinking, _joined(self._thinking)))

    @property
    def answer(self) -> str:
        return joined((self._ended_texts.answer, _joined(self._answer)))

    def step_at_work(self) -> ModelStep:
        """Return what has come so far of the step at work, without how sure the model was of it."""
        return ModelStep(_joined(self._raw), _joined(self._thinking), _joined(self._answer))

    @property
    def thought_steps(self) -> list[TraceStep]:
        """The steps so far of the thought at work: its last sentence may still begin one."""
        return self._finder.steps if self._finder is not None else []

    def noted(self, step: ModelStep) -> ModelStep:
        """Return the step at work, as it will be kept, with how sure the model was of it and when its steps began."""
        thought = _joined(self._thinking)
        places: list[TraceMark | TraceStep] = [
            *self.paragraphs.marks,
            *(self._finder.finish() if self._finder is not None else ()),
        ]
        places.sort(key=lambda one: one.start)
        marks = marks_of(places, skipped=max(0, thought.find(step.thinking)))
        return replace(step, confidence=self._confidence.encoded(_joined(self._raw)), marks=marks)

    def end_step(self, figures: ReplyFigures, *, spent: ReplyFigures) -> ModelStep:
        """End the step at work, which called tools: nothing more comes of its run.

        `figures` are those of the step, `spent` those of the whole reply so far.
        """
        at_work = self.step_at_work()
        ended = self.noted(replace(at_work, thinking=at_work.thinking.strip(), figures=figures))
        self._keep(ended)
        self.spent, self.spent_on_step = spent, ReplyFigures()
        self.beginning = self.given_length = None
        self._raw, self._thinking, self._answer, self.calls, self.calls_on = [], [], [], [], False
        self._confidence, self._finder, self._run_thinking_tokens = ConfidenceRecorder(), None, 0
        self.paragraphs = ParagraphTimes()
        self._thinking_began = self._thinking_ended = self._first_token = None
        return ended

    def put_tool(self, tool: ToolStep, place: int | None = None) -> int:
        """Add a call of a tool, or put it with its result in the `place` that it was given; return that."""
        if place is not None:
            self._ended[place] = tool
            return place
        self._keep(tool)
        return len(self._ended) - 1

    @property
    def waits_for_person(self) -> bool:
        """Whether a call of a tool may go, or not, as soon as the person says so."""
        tools = (step for step in self._ended if isinstance(step, ToolStep) and step.result is None)
        return self.state is TurnState.CALLING and any(step.decision is ToolDecision.OPEN for step in tools)

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ENDED

    def has_failed(self) -> bool:
        """Whether it broke off with an error (`failure` says which)."""
        return self.state is TurnState.FAILED

    def thinking_s(self) -> float | None:
        """Return how long the thought has taken so far, in seconds; `None` before it begins."""
        if self._thinking_began is None:
            return None
        end = self._thinking_ended if self._thinking_ended is not None else self._clock()
        return end - self._thinking_began

    def whole_thinking_s(self) -> float | None:
        """Return how long the thought has taken, with the time before a cut, and that of earlier steps."""
        before, now = self.spent.thinking_s, self.thinking_s()
        return now if before is None else before + (now or 0.0)

    def tokens_per_s(self) -> float | None:
        """Return the speed since the first token; `None` before two tokens have come."""
        count = self.thinking_tokens + self.answer_tokens
        if self._first_token is None or count < 2:
            return None
        elapsed = self._clock() - self._first_token
        return (count - 1) / elapsed if elapsed > 0 else None

    def begin_with(self, cut: StoredMessage) -> None:
        """Go on from a reply that was cut: its steps come first, its tokens count. A last one by a model goes on."""
        self.continues = cut
        self.spent = cut.figures
        steps = cut.steps or (ModelStep(cut.raw, cut.thinking, cut.answer, cut.figures),)
        last = steps[-1]
        for step in steps[:-1] if isinstance(last, ModelStep) else steps:
            self._keep(step)
        if isinstance(last, ModelStep):
            self.spent_on_step = last.figures
            self.beginning = Message.assistant(last.answer, last.thinking, raw=last.raw)
            self._raw.append(last.raw)
            self.given_length = len(last.raw)
            self._thinking.append(last.thinking)
            self._answer.append(last.answer)
            self._confidence = ConfidenceRecorder(last.confidence, begun=last.raw)
            if last.thinking:
                finder = self._begun_finder()
                finder.feed(last.thinking)
                finder.tell(last.marks)
            self.paragraphs.feed(last.thinking)
            known = marked_places([one.start for one in self.paragraphs.marks], last.marks)
            self.paragraphs.marks = known or self.paragraphs.marks
        self.thinking_tokens = cut.figures.thinking_tokens or 0
        self.answer_tokens = cut.figures.answer_tokens or 0

    def note_progress(self, *, read: int, prompt: int, cached: int) -> None:
        """Take note of how much of the prompt is read, in tokens."""
        self.read_tokens, self.prompt_tokens, self.cached_tokens = read, prompt, cached

    def accept(self, delta: RunDelta) -> None:
        """Take in new text."""
        if self._forked is not None and not delta.drawn:
            self._confidence = ConfidenceRecorder(confidence_of_beginning(self._forked, delta.raw))
        self._forked = None
        for drawn, likeliest in delta.drawn:
            self._confidence.note(drawn, likeliest)
        self._confidence.pass_by(delta.raw)
        now = self._clock()
        if self._first_token is None:
            self._first_token = now
        if self.beginning is not None and not self._raw:  # the engine tells it first, by itself
            self.given_length = len(delta.raw)
        self._raw.append(delta.raw)
        began = self._thinking_began
        for part in delta.parts:
            if isinstance(part, ToolCall):
                self.calls.append(part)
            elif isinstance(part, Thinking):
                self._thinking.append(part.text)
                tokens = self._run_thinking_tokens + (self.spent_on_step.thinking_tokens or 0)
                seconds = (now - began if began is not None else 0.0) + (self.spent_on_step.thinking_s or 0.0)
                self._begun_finder().feed(part.text, tokens=tokens, seconds=seconds)
                self.paragraphs.feed(part.text, tokens=tokens, seconds=seconds)
            else:
                self._answer.append(part.text)
        self._run_thinking_tokens = delta.thinking_tokens
        self.thinking_tokens = delta.thinking_tokens + (self.spent.thinking_tokens or 0)
        self.answer_tokens = delta.answer_tokens + (self.spent.answer_tokens or 0)
        if delta.is_thinking and self._thinking_began is None:
            self._thinking_began = now
        if not delta.is_thinking and self._thinking_began is not None and self._thinking_ended is None:
            self._thinking_ended = now
        self.state = TurnState.THINKING if delta.is_thinking else TurnState.ANSWERING

    def keep_steps(self, steps: Sequence[Step]) -> None:
        """Begin with the first steps of another reply; what was spent on them counts."""
        for step in steps:
            self._keep(step)
        written = [step.figures for step in steps if isinstance(step, ModelStep)]
        self.spent = ReplyFigures(
            thinking_s=_sum(one.thinking_s for one in written),
            thinking_tokens=_sum(one.thinking_tokens for one in written),
            answer_tokens=_sum(one.answer_tokens for one in written),
        )
        self.thinking_tokens, self.answer_tokens = self.spent.thinking_tokens or 0, self.spent.answer_tokens or 0

    def begin_thought(
        self, text: str, *, is_closed: bool, edited: StoredMessage, step: ModelStep | None = None
    ) -> None:
        """Let the model go on from this text in the place of another reply's thought, or answer from it.

        `step` is the one of that reply whose thought it is, if it has several.
        """
        old = step or edited
        self._forked = step or next((one for one in edited.steps if isinstance(one, ModelStep)), None)
        thought = Thinking(text, origin=old.raw)
        self.beginning = Message("assistant", (thought, Text("")) if is_closed else (thought,))
        own, given = old.thinking.strip(), text.strip()
        is_own = own == given if is_closed else own.startswith(given)
        self._is_thought_edited = edited.figures.is_thought_edited or not is_own

    @property
    def is_thought_edited(self) -> bool:
        """Whether the thought, or its beginning, is a person's."""
        return self._is_thought_edited or (self.continues is not None and self.continues.figures.is_thought_edited)

    def end(self, *, stats: RunStats | None = None, failure: UserError | None = None) -> None:
        """Close the turn as finished, stopped (by the stats' reason) or failed."""
        if self._thinking_began is not None and self._thinking_ended is None:
            self._thinking_ended = self._clock()
        self.stats = stats
        self.failure = failure
        if self.beginning is not None and not self._raw:  # the engine never came to it: the person's words stay
            self._thinking.append(self.beginning.thinking)
        if failure is not None:
            self.state = TurnState.FAILED
        elif stats is None or stats.reason in (FinishReason.STOPPED, FinishReason.CUT):
            self.state = TurnState.STOPPED
        else:
            self.state = TurnState.FINISHED

    def _begun_finder(self) -> StepFinder:
        if self._finder is None:
            from app.reasoning.step_finder import StepFinder

            self._finder = StepFinder()
        return self._finder

    def _keep(self, step: Step) -> None:
        self._ended.append(step)
        if isinstance(step, ModelStep):
            before = self._ended_texts
            self._ended_texts = ModelStep(
                before.raw + step.raw, joined((before.thinking, step.thinking)), joined((before.answer, step.answer))
            )


_N = TypeVar("_N", int, float)


def _sum(values: Iterable[_N | None]) -> _N | None:
    known = [value for value in values if value is not None]
    return sum(known[1:], known[0]) if known else None


def _joined(pieces: list[str]) -> str:
    """Return a text that grows by pieces; they become one, so that the next time only new ones are joined to it."""
    if len(pieces) > 1:
        pieces[:] = ["".join(pieces)]
    return pieces[0] if pieces else ""
