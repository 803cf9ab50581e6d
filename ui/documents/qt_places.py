"""Places in a text as Qt counts them: in UTF-16 units, of which an emoji has two, where Python counts one character."""

from __future__ import annotations

import re

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def to_qt(text: str, place: int) -> int:
    """Return Qt's number for the place before a character."""
    return place + len(_WIDE.findall(text, 0, place))


def qt_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Return Qt's number for the first of some characters, and how many units they have."""
    first = to_qt(text, start)
    return first, to_qt(text, end) - first


def from_qt(text: str, place: int) -> int:
    """Return the character before which a place of Qt's is; in the middle of one is before it."""
    for found in _WIDE.finditer(text, 0, place):
        if found.start() >= place - 1:
            return found.start() if found.start() == place - 1 else place
        place -= 1
    return place
