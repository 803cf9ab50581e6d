"""A found place that the person wants to see."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HitChoice:
    """A conversation, the message in it (`None`: the title was found), and what was searched for."""

    conversation_id: int
    message_id: int | None
    query: str
