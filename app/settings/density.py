"""How close things stand to each other, as a choice."""

from __future__ import annotations

import enum


class Density(enum.StrEnum):
    """The choices of the setting."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    """Less room between things: more of them are on the screen."""
