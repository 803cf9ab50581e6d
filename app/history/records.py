"""The values that history stores: conversations, and a tree of messages in each."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Literal

from app.history.thinking_options import ThinkingOptions
from app.messages import Count, Measure


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
    thinking_ended: str = "none"
    is_thought_edited: bool = False
    """The thought, or its beginning, is a person's."""
    is_answer_edited: bool = False


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A question or a reply. `raw` is the model's stream; `thinking` and `answer` are derived from it.

    For a question `answer` is its text and `raw` and `thinking` are empty. Siblings (same `parent_id`) are versions.
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
