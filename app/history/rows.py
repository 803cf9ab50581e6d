"""Turns database rows into records, and text into what SQLite can hold."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.history.preset_records import ThinkingOptions
from app.history.records import Conversation, MessageState

if TYPE_CHECKING:
    import sqlite3  # the window needs `storable` before its first paint, and a database only after it

CONVERSATION_COLUMNS = ", ".join(field.name for field in fields(Conversation))
T = TypeVar("T")


def conversation_from(row: sqlite3.Row) -> Conversation:
    """Return the conversation of a row with `CONVERSATION_COLUMNS`, which are named as its fields."""
    options = decoded(row["thinking_options"], ThinkingOptions)
    return Conversation(**{**dict(row), "thinking_options": options})


def encoded(value: object) -> str:
    """Return figures, options or choices as the JSON that is stored."""
    return msgspec.json.encode(value).decode()


def storable(text: str) -> str:
    """Return `text` with lone surrogates replaced: SQLite holds UTF-8, which has none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def decoded(stored: str, kind: type[T]) -> T:
    """Return figures or options from the JSON that is stored; nothing is known of them if it cannot be read."""
    try:
        return msgspec.json.decode(stored, type=kind)
    except msgspec.MsgspecError:
        return kind()


def state_from(stored: str) -> MessageState:
    """Return a message's state; one that nobody knows has failed."""
    try:
        return MessageState(stored)
    except ValueError:
        return MessageState.FAILED
