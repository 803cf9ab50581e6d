"""The words for the lines of the conversation list, to read and to hear."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.history.conversation_lines import (
    ArchiveLine,
    ConversationEntry,
    FolderLine,
    Line,
    Section,
    SectionKind,
)


def line_text(line: Line) -> str:
    """Return what a line shows."""
    if isinstance(line, ConversationEntry):
        return line.title or _tr("Untitled")
    if isinstance(line, FolderLine):
        return line.name
    if isinstance(line, ArchiveLine):
        return _tr("Archive")
    return _section_text(line)


def spoken_line(line: Line, *, is_running: bool, is_shown: bool, is_asking: bool = False) -> str:
    """Return what a screen reader says for a line."""
    text = line_text(line)
    if is_shown:
        text = _tr("{title}, shown").format(title=text)
    if isinstance(line, ConversationEntry):
        if line.is_pinned:
            text = _tr("{title}, pinned").format(title=text)
        if is_asking:
            return _tr("{title}, waits for your answer").format(title=text)
        return _tr("{title}, writing").format(title=text) if is_running else text
    if isinstance(line, FolderLine | ArchiveLine):
        held = QCoreApplication.translate("ConversationList", "%n conversations", "", line.count)
        words = _tr("{name}, folder with {held}, open") if line.is_open else _tr("{name}, folder with {held}, closed")
        return words.format(name=text, held=held)
    return text


def _section_text(section: Section) -> str:
    match section.kind:
        case SectionKind.PINNED:
            return _tr("Pinned")
        case SectionKind.TODAY:
            return _tr("Today")
        case SectionKind.YESTERDAY:
            return _tr("Yesterday")
        case SectionKind.LAST_7_DAYS:
            return _tr("Previous 7 days")
        case SectionKind.LAST_30_DAYS:
            return _tr("Previous 30 days")
    is_this_year = section.year == dt.date.today().year
    day = QDate(section.year, section.month, 1)
    return QLocale().toString(day, "MMMM" if is_this_year else "MMMM yyyy")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ConversationList", text)
