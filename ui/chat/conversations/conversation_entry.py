"""The lines of the conversation list: conversations, folders, and the headings between them."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class SectionKind(enum.Enum):
    """What a heading says of the conversations below it."""

    PINNED = "pinned"
    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_7_DAYS = "last 7 days"
    LAST_30_DAYS = "last 30 days"
    MONTH = "month"
    """Last used in a month, which the section names."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading for the eye; `year` and `month` (1 to 12) are set for `MONTH` only."""

    kind: SectionKind
    year: int = 0
    month: int = 0


@dataclass(frozen=True, slots=True)
class FolderLine:
    """A folder in the list; its conversations stand below it while it is open."""

    id: int
    name: str
    count: int = 0
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """The way to the archived conversations, at the end of the list."""

    count: int
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class ConversationEntry:
    """A conversation in the list; `updated_at` in seconds since the epoch."""

    id: int
    title: str
    updated_at: float
    is_pinned: bool = False
    is_archived: bool = False
    folder_id: int | None = None


@dataclass(frozen=True, slots=True)
class ConversationRename:
    """A wish to call a conversation something else."""

    conversation_id: int
    title: str


@dataclass(frozen=True, slots=True)
class FolderRename:
    """A wish to call a folder something else."""

    folder_id: int
    name: str


Line = ConversationEntry | FolderLine | ArchiveLine | Section
