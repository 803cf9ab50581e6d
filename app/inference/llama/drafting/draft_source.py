"""What a source of drafts promises: tokens that a reply may go on with, and how likely they are to be right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol


class DraftSource(Protocol):
    """Follows one reply at a time: `begin`, then `add` for each token of it, and drafts on request."""

    @property
    def drafting_s(self) -> float:
        """What drafting one token takes, in seconds."""

    def begin(self, tokens: Sequence[int], *, is_stopped: Callable[[], bool]) -> None:
        """Start anew after these tokens; gives up when `is_stopped`."""

    def add(self, token: int) -> None:
        """Take note of the reply's next token, drawn or forced."""

    def forget(self) -> None:
        """Hold nothing of any reply."""

    def chances(self, most: int) -> Sequence[float]:
        """Return how likely each of at most `most` drafted tokens is to be right, if those before it are."""

    def draft(self, count: int) -> Sequence[int]:
        """Return at most `count` tokens that may come next."""
