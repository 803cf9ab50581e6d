"""Where drafts of the next tokens come from, as a choice."""

from __future__ import annotations

import enum


class DraftingChoice(enum.StrEnum):
    """What drafts; the values are those that the engine knows."""

    AUTO = "auto"
    """The conversation, and the draft model if there is one."""
    NGRAM = "ngram"
    """The conversation only."""
    DRAFT = "draft"
    """The draft model only."""
    OFF = "off"
