"""What drafts have brought one reply."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class DraftFigures:
    """Counts tokens, and in `saved` the decodes that were spared less what drafts made others cost."""

    drafted: int = 0
    accepted: int = 0
    saved: float = 0.0

    def note_draft(self, tokens: int, cost: float) -> None:
        """Take note of a decode with so many drafted tokens, which cost so many times one without."""
        self.drafted += tokens
        self.saved -= cost - 1.0

    def note_accepted(self) -> None:
        """Take note of a token that was there already when it was drawn."""
        self.accepted += 1
        self.saved += 1.0

    def note_again(self) -> None:
        """Take note of a token that was decoded a second time."""
        self.saved -= 1.0
