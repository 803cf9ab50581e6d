"""What a session tells its listener, always on the session's own thread."""

from __future__ import annotations

from dataclasses import dataclass

from app.conversation.turn import Turn
from app.engines.broker import ModelStatusChanged
from app.errors import UserError
from app.history.records import Conversation, StoredMessage
from app.history.votes import KeptVote
from app.tools.built_in.built_in_tool import CallProgress
from app.tools.server_process.messages import InputAsked


@dataclass(frozen=True, slots=True)
class TurnChanged:
    """A turn was queued, started, went on to another state, or read more of its prompt."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class TurnGrew:
    """New text; already taken in by `turn`."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """The turn is over; `reply` is the message as it is being stored."""

    turn: Turn
    reply: StoredMessage


@dataclass(frozen=True, slots=True)
class VoteEnded:
    """A vote is over: no sample runs any more. `vote` is as it is being stored with the group of its candidates."""

    conversation_id: int
    group_id: int
    vote: KeptVote


@dataclass(frozen=True, slots=True)
class ConversationChanged:
    """A conversation was made, named, deleted or brought back."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class LoopSuspected:
    """The running thought repeats itself, or the answer does; offer to answer now, or to stop."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class ProblemOccurred:
    """Something failed that is not one turn's own failure (saving, the engine while idle)."""

    error: UserError


@dataclass(frozen=True, slots=True)
class ToolCallProgressed:
    """A call that is carried out has come further; `place` is that of its step in the turn's reply."""

    turn: Turn
    place: int
    progress: CallProgress


@dataclass(frozen=True, slots=True)
class ToolServersChanged:
    """Of the tool servers something is known otherwise: which there are, whether they run, what they offer or write."""


@dataclass(frozen=True, slots=True)
class ToolInputAsked:
    """A tool server asks the person for something in mid-call; it may be answered, or not."""

    question: InputAsked


@dataclass(frozen=True, slots=True)
class ToolInputOver:
    """Nobody waits any more for an answer to the `ToolInputAsked` of this number."""

    question: int


SessionEvent = (
    ModelStatusChanged
    | TurnChanged
    | TurnGrew
    | TurnEnded
    | VoteEnded
    | ConversationChanged
    | LoopSuspected
    | ProblemOccurred
    | ToolCallProgressed
    | ToolServersChanged
    | ToolInputAsked
    | ToolInputOver
)
