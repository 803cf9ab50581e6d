"""What the thinking pane shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from ui.chat.thinking.paragraph_times import ParagraphTimes


@dataclass(frozen=True, slots=True)
class ThoughtProgress:
    """How long and how much; `is_live` while the model still thinks, `is_circling` when it repeats itself."""

    is_live: bool = False
    is_circling: bool = False
    can_edit: bool = False
    """Whether the reply is over, so that its thought can be edited."""
    is_edited: bool = False
    """Whether the thought, or its beginning, is a person's."""
    seconds: float | None = None
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class ThoughtCard:
    """The thought of one reply; `times` is known for thoughts of this session only."""

    reply_id: int
    text: str
    progress: ThoughtProgress = ThoughtProgress()
    times: ParagraphTimes | None = None
