"""What a rendered prompt leaves open, in words for tables, logs and the window."""

from __future__ import annotations

from enum import Enum

from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.stream_splitter import StreamSplitter


class PromptState(Enum):
    """How a prompt ends."""

    OPEN = "open"
    """Inside a thought: the reply goes on with it."""
    CLOSED = "closed"
    """After a thought, often an empty one: the reply is an answer."""
    NOT_OPEN = "not open"
    """Before anything: the model decides."""


def state_of_prompt(form: ReasoningFormat, prompt_tail: str) -> PromptState:
    """Return what a prompt that ends like this leaves open."""
    state = StreamSplitter(form, prompt_tail=prompt_tail).state
    if state == "thinking":
        return PromptState.OPEN
    has_closed = prompt_tail.rstrip().endswith(form.close_markers)
    if state == "answer" or has_closed or _ends_with_empty_thought(form, prompt_tail):
        return PromptState.CLOSED
    return PromptState.NOT_OPEN


def _ends_with_empty_thought(form: ReasoningFormat, prompt_tail: str) -> bool:
    """Return whether a message without a body stands before the one that the prompt begins."""
    if form.channels is None:
        return False
    before, role, _ = prompt_tail.rstrip().rpartition(form.channels.message_start + form.channels.role)
    empty = tuple(begin + end for begin in form.channels.body_start for end in form.channels.message_end)
    return bool(role) and before.rstrip().endswith(empty)
