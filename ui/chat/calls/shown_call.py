"""What a card shows of a call of a tool, and what a person wants done with it, as plain values."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.conversation.tool_runner import Decision
from app.history.records import ToolStep
from app.messages import ToolCall
from app.tools.built_in.built_in_tool import CallProgress
from app.tools.server_process.messages import InputAsked


@dataclass(frozen=True, slots=True)
class ToolPlace:
    """A tool as a person knows it, and where a call of it goes; `schema` is that of its arguments."""

    name: str
    server: str = ""
    """Empty for one of Aside's own."""
    where: str = ""
    """The program, or the address; empty if it stays in Aside."""
    schema: str = "{}"
    is_elsewhere: bool = False
    """Whether what it is given leaves this computer."""


@dataclass(frozen=True, slots=True)
class ShownCall:
    """A call without a result: it waits for the person, or is carried out for so many `seconds` already."""

    turn_id: int
    place: int
    """Of its step in the turn's reply."""
    step: ToolStep
    tool: ToolPlace
    seconds: float | None = None
    progress: CallProgress | None = None
    has_thought: bool = False
    """Whether a thought has led to it, which could be edited."""
    question: InputAsked | None = None
    """What its server asks the person."""

    @property
    def key(self) -> tuple[int, int]:
        """Its identity."""
        return self.turn_id, self.place

    @property
    def call(self) -> ToolCall:
        return self.step.call

    @property
    def asks(self) -> bool:
        """Whether the person is to decide on it, or to answer its server."""
        return self.seconds is None or self.question is not None


class Standing(enum.Enum):
    """What a person says of a tool once and for all."""

    ALWAYS_HERE = "always_here"
    """Calls with these kinds of arguments may go, in this conversation."""
    ALWAYS = "always"
    NEVER_HERE = "never_here"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class CallDecision:
    """What a person has decided on a call, and perhaps on calls like it."""

    call: ShownCall
    decision: Decision
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class InputGiven:
    """What a person answers a server; `content` is JSON of its form, `None` to decline."""

    question: InputAsked
    content: str | None
