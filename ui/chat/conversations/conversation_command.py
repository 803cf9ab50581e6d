"""What a person may want done with the conversations that are marked in the list."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class CommandKind(enum.Enum):
    """The commands."""

    PIN = "pin"
    UNPIN = "unpin"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    MOVE = "move"
    """Into the folder of the command, or out of all folders."""
    NEW_FOLDER = "new folder"
    """Into a folder that is made for them."""
    EXPORT = "export"
    PRINT = "print"
    DELETE = "delete"
    FORGET = "forget"
    """Delete for good, with all that is left anywhere; the person is asked first."""


@dataclass(frozen=True, slots=True)
class ConversationCommand:
    """A command and the conversations it is for; `folder_id` is for `MOVE`."""

    kind: CommandKind
    conversation_ids: tuple[int, ...]
    folder_id: int | None = None
