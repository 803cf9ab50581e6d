"""One line of the conversation list, and the groups that the lines are shown in."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass


class DateGroup(enum.IntEnum):
    """How long ago a conversation was last used."""

    TODAY = 0
    YESTERDAY = 1
    THIS_WEEK = 2
    """Within the last seven days."""
    EARLIER = 3


@dataclass(frozen=True, slots=True)
class ConversationEntry:
    """A conversation in the list; `updated_at` in seconds since the epoch."""

    id: int
    title: str
    updated_at: float


@dataclass(frozen=True, slots=True)
class ConversationRename:
    """A wish to call a conversation something else."""

    conversation_id: int
    title: str


def date_group(updated_at: float, today: dt.date) -> DateGroup:
    """Return the group of a time, seen from a day (both in local time)."""
    days = (today - dt.datetime.fromtimestamp(updated_at).date()).days
    if days <= 0:
        return DateGroup.TODAY
    if days == 1:
        return DateGroup.YESTERDAY
    return DateGroup.THIS_WEEK if days < 7 else DateGroup.EARLIER
