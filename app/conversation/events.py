"""What a session tells its listener, always on the session's own thread."""

from __future__ import annotations

from dataclasses import dataclass

from app.conversation.turn import Turn
from app.engines.broker import ModelStatusChanged
from app.errors import UserError
from app.history.records import Conversation, StoredMessage
from app.history.votes import KeptVote
from app.messages import ReplyPart


@dataclass(frozen=True, slots=True)
class TurnChanged:
    """A turn was queued, started, went on to another state, or read more of its prompt."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class TurnGrew:
    """New text; already taken in by `turn`."""

    turn: Turn
    parts: tuple[ReplyPart, ...]


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
    """The running thought repeats itself; offer to answer now."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class ProblemOccurred:
    """Something failed that is not one turn's own failure (saving, the engine while idle)."""

    error: UserError


SessionEvent = (
    ModelStatusChanged
    | TurnChanged
    | TurnGrew
    | TurnEnded
    | VoteEnded
    | ConversationChanged
    | LoopSuspected
    | ProblemOccurred
)
