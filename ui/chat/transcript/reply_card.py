"""What the transcript shows of one reply, as plain values."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import ClassVar

from app.conversation.shown_vote import ShownVote
from app.history.attachments import AttachmentHead
from app.messages import Image
from ui.chat.calls.shown_call import ShownCall
from ui.widgets.notice_bar import Notice


class ReplyPhase(enum.StrEnum):
    """How far a reply has come."""

    WAITING = "waiting"
    """Another reply is being written first."""
    LOADING = "loading"
    """The model is being loaded for it."""
    READING = "reading"
    THINKING = "thinking"
    ANSWERING = "answering"
    CALLING = "calling"
    """Tools work for it, or the person is asked whether they may."""
    COMPLETE = "complete"
    STOPPED = "stopped"
    """Ended by the person."""
    LENGTH = "length"
    """Ended by a limit."""
    FAILED = "failed"


_ENDED = frozenset({ReplyPhase.COMPLETE, ReplyPhase.STOPPED, ReplyPhase.LENGTH, ReplyPhase.FAILED})


@dataclass(frozen=True, slots=True)
class ReplyCard:
    """One reply below its question; a reply that was never begun has no `reply_id`.

    `progress` is 0…1 of loading or reading, if known; times in seconds; `version` counts from 1.
    `can_continue`: it was cut, and can go on where it stopped.
    """

    question_id: int
    phase: ReplyPhase
    reply_id: int | None = None
    answer: str = ""
    has_thought: bool = False
    calls: int = 0
    """How many times a tool was called."""
    open_calls: tuple[ShownCall, ...] = ()
    """Those without a result."""
    pictures: tuple[Image, ...] = ()
    """What tools have drawn."""
    thinking_s: float | None = None
    thinking_tokens: int = 0
    progress: float | None = None
    waiting_for: str = ""
    tokens_per_s: float | None = None
    first_token_s: float | None = None
    saved_by_drafts: float = 0.0
    """Which share of the time drafting has saved."""
    version: int = 1
    versions: int = 1
    failure: Notice | None = None
    can_continue: bool = False
    is_thought_edited: bool = False
    is_answer_edited: bool = False
    is_synthesis: bool = False
    """The model has made it of other answers to the question."""
    goes_on_with_text: bool = False
    model_name: str = ""
    vote: ShownVote | None = None
    """The vote that it is a candidate of."""

    is_reply: ClassVar[bool] = True

    @property
    def message_id(self) -> int:
        """Its identity in the transcript."""
        return self.reply_id if self.reply_id is not None else self.question_id

    @property
    def has_ended(self) -> bool:
        """Whether no more text comes."""
        return self.phase in _ENDED

    @property
    def broke_off_thinking(self) -> bool:
        """Whether it ended before its answer began."""
        return self.has_ended and self.has_thought and not self.answer.strip()


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """One question as the transcript shows it; `version` counts from 1."""

    question_id: int
    text: str
    version: int = 1
    versions: int = 1
    files: tuple[AttachmentHead, ...] = ()
    """The files that were sent along."""
    is_left_out: bool = False
    """The model is not given this turn any more."""
    are_files_left_out: bool = False
    is_reply: ClassVar[bool] = False

    @property
    def message_id(self) -> int:
        """Its identity in the transcript."""
        return self.question_id


Card = QuestionCard | ReplyCard


@dataclass(frozen=True, slots=True)
class VersionStep:
    """A wish to see the version before (-1) or after (+1) the message shown."""

    message_id: int
    step: int


@dataclass(frozen=True, slots=True)
class MessageEdit:
    """A confirmed edit of a question or an answer: another version of it."""

    message_id: int
    text: str
    is_reply: bool


@dataclass(frozen=True, slots=True)
class FilePlace:
    """`index` counts the question's files from 0."""

    question_id: int
    index: int
