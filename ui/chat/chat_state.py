"""Where the person is in the chat, and what is unfinished there, while its views are made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.errors import UserError
    from ui.chat.thoughts.thought_card import ParagraphTimes
    from ui.chat.transcript.card_place import CardKey, ReadingPlace


@dataclass(frozen=True, slots=True)
class ChatState:
    """What is not in history: it would be lost with the views. A draft is, with its files."""

    conversation_id: int | None
    place: ReadingPlace | None
    """None at the end."""
    cursor: int
    """In the question that is being written."""
    waiting_files: tuple[str, ...]
    """Paths of files that are still being read."""
    edited: Mapping[CardKey, str]
    """What is written in the editors of messages."""
    thought_drafts: Mapping[int, str]
    """What is written in editors of thoughts, by reply."""
    edited_thought: int | None
    """The question whose reply's thought is being edited."""
    thought_times: Mapping[int, ParagraphTimes]
    found: str
    """What is searched for on the page; empty without a search."""
    problem: UserError | None
    """What is told above the transcript."""
