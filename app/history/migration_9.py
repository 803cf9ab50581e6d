"""The ninth step of the database: the vote over the candidates of a turn, as JSON of `KeptVote`, beside their first."""

from __future__ import annotations

VOTES: tuple[str, ...] = ("ALTER TABLE message ADD COLUMN vote TEXT",)
