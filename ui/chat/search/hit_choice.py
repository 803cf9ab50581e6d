"""A found place that the person wants to see."""

from __future__ import annotations

from dataclasses import dataclass

from app.history.search_hit import FoundIn


@dataclass(frozen=True, slots=True)
class HitChoice:
    """A conversation, the message in it (`None`: the title was found), and what was searched for.

    `words` are the first ones found there, as they are written there.
    """

    conversation_id: int
    message_id: int | None
    query: str
    found_in: FoundIn = FoundIn.ANSWER
    words: str = ""
