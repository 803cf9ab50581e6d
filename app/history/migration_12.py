"""The twelfth step of the database: how sure a model was of the tokens of a piece, as of a step."""

from __future__ import annotations

CONFIDENCE_OF_PIECES: tuple[str, ...] = ("ALTER TABLE piece ADD COLUMN confidence TEXT NOT NULL DEFAULT ''",)
