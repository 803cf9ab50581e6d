"""A place where a search has found its words. Imports no database: the window shows hits before it opens one."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class FoundIn(enum.StrEnum):
    """Where the words stand."""

    TITLE = "title"
    QUESTION = "question"
    THINKING = "thinking"
    ANSWER = "answer"
    TOOL = "tool"
    """In what a tool was asked or told, or in a step that a newer Aside wrote."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where the words were found; `message_id` is `None` for a title.

    `matches` are the (start, end) of the found words in `excerpt`. `created_at` is of the message.
    """

    conversation_id: int
    message_id: int | None
    title: str
    found_in: FoundIn
    excerpt: str
    matches: tuple[tuple[int, int], ...]
    created_at: float
    step_starts: tuple[int, ...] = ()
    """Where in the thought the steps begin that were looked for, if it was a kind of step."""
