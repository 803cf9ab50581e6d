"""How much a model may think."""

from __future__ import annotations

from enum import Enum


class ThinkingLevel(Enum):
    """The levels that a person can choose from, of which a model has some."""

    OFF = "off"
    """Answer straight away."""
    ON = "on"
    """Think as the model sees fit."""
    LOW = "low"
    """Think briefly."""
    MEDIUM = "medium"
    """Think for a while."""
    HIGH = "high"
    """Think thoroughly."""
    MAX = "max"
    """Think as long as it takes; for models that tell this apart from `high`."""
