"""The third step of the database: what is chosen about thinking in a conversation, as JSON of `ThinkingOptions`."""

from __future__ import annotations

THINKING_OPTIONS: tuple[str, ...] = ("ALTER TABLE conversation ADD COLUMN thinking_options TEXT NOT NULL DEFAULT '{}'",)
