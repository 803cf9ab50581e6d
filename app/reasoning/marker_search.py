"""Finds a set of markers in a text of which only the beginning has arrived."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

MeaningT = TypeVar("MeaningT")


class Found(NamedTuple, Generic[MeaningT]):
    """A marker at `start` up to `end`, and what it means."""

    start: int
    end: int
    meaning: MeaningT


class MarkerSearch(Generic[MeaningT]):
    """Searches for markers, each of which has a meaning. No marker may be the beginning of another one."""

    def __init__(self, meanings: Mapping[str, MeaningT]) -> None:
        self._meanings = dict(meanings)
        self._pattern = re.compile("|".join(map(re.escape, self._meanings))) if self._meanings else None
        self._beginnings = frozenset(marker[:i] for marker in self._meanings for i in range(1, len(marker)))
        self._longest = max(map(len, self._meanings), default=1)

    def find(self, text: str, start: int = 0) -> Found[MeaningT] | None:
        """Return the first marker in `text` from `start` on."""
        match = self._pattern.search(text, start) if self._pattern else None
        return Found(match.start(), match.end(), self._meanings[match[0]]) if match else None

    def at_start(self, text: str) -> Found[MeaningT] | None:
        """Return the marker that `text` begins with."""
        match = self._pattern.match(text) if self._pattern else None
        return Found(0, match.end(), self._meanings[match[0]]) if match else None

    def may_become_marker(self, text: str) -> bool:
        """Return whether `text` is the beginning of a marker and not yet a whole one."""
        return text in self._beginnings

    def held_back(self, text: str) -> int:
        """Return the length of the longest ending of `text` that may still become a marker."""
        for length in range(min(self._longest - 1, len(text)), 0, -1):
            if text[-length:] in self._beginnings:
                return length
        return 0
