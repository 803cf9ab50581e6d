"""Where a reader is in a text, whatever its layout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A line of the text on the screen: the character of the source it begins with, and how far above it."""

    source: int
    below_px: float = 0.0
