"""How much models think in a new conversation, as a choice."""

from __future__ import annotations

import enum


class DefaultThinking(enum.StrEnum):
    """The level that a new conversation begins with; a model that lacks it goes by its own."""

    AUTO = "auto"
    """As the model sees fit."""
    OFF = "off"
    ON = "on"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
