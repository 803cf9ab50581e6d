"""Puts conversations, folders and headings into the order of the list. Pure: ten thousand take a few milliseconds."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

_BY_TIME = attrgetter("updated_at", "id")


def section_of(updated_at: float, today: dt.date) -> Section:
    """Return the heading for a time, seen from a day (both local time)."""
    return _section_and_end(updated_at, today)[0]


def arranged(
    entries: Iterable[ConversationEntry],
    folders: Sequence[FolderLine],
    *,
    today: dt.date,
    is_archive_open: bool,
) -> list[Line]:
    """Return all lines from top to bottom: pinned, folders, by date, archive; everywhere the newest first."""
    pinned: list[Line] = []
    dated: list[ConversationEntry] = []
    archived: list[Line] = []
    inside: dict[int, list[ConversationEntry]] = {folder.id: [] for folder in folders}
    for entry in sorted(entries, key=_BY_TIME, reverse=True):
        if entry.is_archived:
            archived.append(entry)
        elif entry.is_pinned:
            pinned.append(entry)
        elif entry.folder_id in inside:
            inside[entry.folder_id].append(entry)
        else:
            dated.append(entry)
    lines: list[Line] = [Section(SectionKind.PINNED), *pinned] if pinned else []
    for folder in folders:
        held = inside[folder.id]
        lines.append(FolderLine(folder.id, folder.name, len(held), folder.is_open))
        if folder.is_open:
            lines += held
    lines += _under_dates(dated, today)
    if archived:
        lines.append(ArchiveLine(len(archived), is_archive_open))
        if is_archive_open:
            lines += archived
    return lines


def _under_dates(entries: Iterable[ConversationEntry], today: dt.date) -> Iterator[Line]:
    """Yield entries (newest first) with the headings; a date is computed once for each heading, not for each entry."""
    ends_at = float("inf")
    for entry in entries:
        if entry.updated_at < ends_at:
            section, ends_at = _section_and_end(entry.updated_at, today)
            yield section
        yield entry


def _section_and_end(updated_at: float, today: dt.date) -> tuple[Section, float]:
    """Return the section of a time and the first moment (seconds since the epoch) that belongs to it."""
    for kind, days in (
        (SectionKind.TODAY, 0),
        (SectionKind.YESTERDAY, 1),
        (SectionKind.LAST_7_DAYS, 7),
        (SectionKind.LAST_30_DAYS, 30),
    ):
        begin = _midnight(today - dt.timedelta(days=days))
        if updated_at >= begin:
            return Section(kind), begin
    try:
        day = dt.datetime.fromtimestamp(updated_at).date().replace(day=1)
    except (ValueError, OverflowError, OSError):  # an imported time that no calendar has
        return Section(SectionKind.MONTH, 1970, 1), float("-inf")
    return Section(SectionKind.MONTH, day.year, day.month), _midnight(day)


def _midnight(day: dt.date) -> float:
    try:
        return dt.datetime(day.year, day.month, day.day).timestamp()
    except (ValueError, OverflowError, OSError):
        return float("-inf")


class SectionKind(enum.Enum):
    """What a heading says of the conversations below it."""

    PINNED = "pinned"
    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_7_DAYS = "last 7 days"
    LAST_30_DAYS = "last 30 days"
    MONTH = "month"
    """Last used in a month, which the section names."""


class Section(Struct, frozen=True):
    """A heading for the eye; `year` and `month` (1 to 12) are set for `MONTH` only."""

    kind: SectionKind
    year: int = 0
    month: int = 0


class FolderLine(Struct, frozen=True):
    """A folder in the list; its conversations stand below it while it is open."""

    id: int
    name: str
    count: int = 0
    is_open: bool = True


class ArchiveLine(Struct, frozen=True):
    """The way to the archived conversations, at the end of the list."""

    count: int
    is_open: bool = False


class ConversationEntry(Struct, frozen=True):
    """A conversation in the list; `updated_at` in seconds since the epoch."""

    id: int
    title: str
    updated_at: float
    is_pinned: bool = False
    is_archived: bool = False
    folder_id: int | None = None


class ConversationRename(Struct, frozen=True):
    """A wish to call a conversation something else."""

    conversation_id: int
    title: str


class FolderRename(Struct, frozen=True):
    """A wish to call a folder something else."""

    folder_id: int
    name: str


Line = ConversationEntry | FolderLine | ArchiveLine | Section
