"""The values that history stores: conversations, a tree of messages in each, and the steps of replies."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from app.history.preset_records import ThinkingOptions
from app.messages import Count, Measure, Part, Text, Thinking, ToolCall, ToolResult
from app.reasoning import TraceStep, with_marks


class MessageState(enum.StrEnum):
    """How far a message has come."""

    RUNNING = "running"
    """A reply being written now, or cut off by a crash and not yet recovered."""
    COMPLETE = "complete"
    STOPPED = "stopped"
    """Ended by the person."""
    LENGTH = "length"
    """Ended by the token limit or the context."""
    FAILED = "failed"
    """Broke off: the engine or the app died; what was written stands."""


@dataclass(frozen=True, slots=True)
class ReplyFigures:
    """What a reply cost, and what of it a person has written; unknown values are `None`. Times in seconds."""

    thinking_s: Measure | None = None
    thinking_tokens: Count | None = None
    answer_tokens: Count | None = None
    tokens_per_s: Measure | None = None
    time_to_first_token_s: Measure | None = None
    prompt_tokens: Count | None = None
    cached_tokens: Count | None = None
    saved_by_drafts: Measure | None = None
    """Which share of the time of decoding was saved."""
    given_length: Count | None = None
    """How many characters of `raw` stood in the prompt: the model went on from there."""
    thinking_ended: str = "none"
    is_thought_edited: bool = False
    """The thought, or its beginning, is a person's."""
    is_answer_edited: bool = False
    is_synthesis: bool = False
    """The model has made it of several answers to the question, which it was shown."""
    goes_on_with_text: bool = False
    """It is no answer: a base model has gone on with the text."""


class ToolDecision(enum.StrEnum):
    """Whether a tool may do what it was called for."""

    OPEN = "open"
    """Nobody has decided yet."""
    AUTOMATIC = "automatic"
    """It needs nobody's leave."""
    ALLOWED = "allowed"
    """By the person."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ToolFigures:
    """What a call of a tool took; unknown values are `None`."""

    duration_s: Measure | None = None


@dataclass(frozen=True, slots=True)
class ModelStep:
    """What a model wrote until it ended or called tools: the stream, and thought and answer taken from it."""

    raw: str = ""
    thinking: str = ""
    answer: str = ""
    figures: ReplyFigures = ReplyFigures()
    confidence: str = ""
    """How sure the model was of its tokens, if somebody took note; `app.history.confidence` reads it."""
    marks: str = ""
    """When steps and lines of the thought began, if that was told; `app.reasoning.with_marks` reads it."""
    bookmarks: tuple[int, ...] = ()
    """Where the person has marked the thought, in characters, in order."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not (self.raw or self.thinking or self.answer)

    @property
    def thought_steps(self) -> list[TraceStep]:
        """The steps of its thought, with how many tokens and seconds came before each, if that is known."""
        from app.reasoning.step_finder import steps_of

        return with_marks(steps_of(self.thinking), self.marks)

    def first_thought_steps(self, length: int) -> list[TraceStep]:
        """Return the steps in so many characters at the beginning of its thought; the last few may yet be others."""
        from app.reasoning.step_finder import first_steps_of

        return with_marks(first_steps_of(self.thinking, length), self.marks)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The thought, if there is one, and the answer."""
        return (Thinking(self.thinking), Text(self.answer)) if self.thinking else (Text(self.answer),)


@dataclass(frozen=True, slots=True)
class ToolStep:
    """A call that the model's step before it made, and what came of it: nothing yet if `result` is `None`."""

    call: ToolCall
    result: ToolResult | None = None
    decision: ToolDecision = ToolDecision.OPEN
    figures: ToolFigures = ToolFigures()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The call, and its result if there is one."""
        return (self.call,) if self.result is None else (self.call, self.result)


@dataclass(frozen=True, slots=True)
class UnknownStep:
    """A step of a kind that a newer Aside has written; `payload` is all that is known of it, as a JSON object."""

    kind: str
    payload: str = "{}"

    @property
    def parts(self) -> tuple[Part, ...]:
        """None: nobody knows what it says."""
        return ()


Step = ModelStep | ToolStep | UnknownStep


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A question or a reply. Siblings (same `parent_id`) are versions; of one `group_id`, candidates of one turn.

    A reply is made of `steps`; its `raw`, `thinking` and `answer` are those of its model's steps, put together. For a
    question `answer` is its text, `raw` and `thinking` are empty and there are no steps.
    Times are seconds since the epoch.
    """

    id: int
    conversation_id: int
    parent_id: int | None
    role: Literal["user", "assistant"]
    raw: str
    thinking: str
    answer: str
    state: MessageState
    created_at: float
    model_name: str = ""
    error: str = ""
    figures: ReplyFigures = ReplyFigures()
    group_id: int | None = None
    steps: tuple[Step, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it says, in order."""
        steps = self.steps or (ModelStep(self.raw, self.thinking, self.answer),)
        return tuple(part for step in steps for part in step.parts)

    def with_steps(self, steps: Iterable[Step]) -> StoredMessage:
        """Return it made of other steps."""
        steps = tuple(steps)
        written = [step for step in steps if isinstance(step, ModelStep)]
        return replace(
            self,
            steps=steps,
            raw="".join(step.raw for step in written),
            thinking=joined(step.thinking for step in written),
            answer=joined(step.answer for step in written),
        )


@dataclass(frozen=True, slots=True)
class ReplyEnd:
    """How a reply ends: with which step, after `ordinal` others, and what is told of the whole."""

    step: ModelStep
    state: MessageState
    figures: ReplyFigures = ReplyFigures()
    error: str = ""
    ended_at: float | None = None
    """The moment its conversation moves to in the list; `None` for when it is written."""
    ordinal: int = 0


def joined(texts: Iterable[str]) -> str:
    """Return the texts of several steps as one, apart by an empty line."""
    return "\n\n".join(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation's entry in the list; `leaf_id` is the end of the branch shown.

    `thinking_level` is how much the model may think here, `auto` as it sees fit. `pinned_at` and `archived_at` are
    when it was put there, `None` if it was not.
    """

    id: int
    title: str
    created_at: float
    updated_at: float
    leaf_id: int | None = None
    deleted_at: float | None = None
    thinking_level: str = "auto"
    pinned_at: float | None = None
    archived_at: float | None = None
    folder_id: int | None = None
    thinking_options: ThinkingOptions = field(default_factory=ThinkingOptions)
