"""The eleventh step of the database: which tools a conversation offers, and what was said of their calls there."""

from __future__ import annotations

TOOLS: tuple[str, ...] = ("ALTER TABLE conversation ADD COLUMN tools TEXT NOT NULL DEFAULT '{}'",)
