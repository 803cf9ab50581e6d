"""What the command palette offers, as plain values."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass


class PaletteKind(enum.StrEnum):
    """What is chosen with an entry."""

    ACTION = "action"
    MODEL = "model"
    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line of the palette; `key` identifies it from one opening to the next, `more_words` find it too."""

    key: str
    kind: PaletteKind
    text: str
    choose: Callable[[], object]
    keys: str = ""
    """Its shortcut, as this system writes it."""
    detail: str = ""
    more_words: str = ""
