"""What two sequences have in common."""

from __future__ import annotations

from collections.abc import Sequence


def shared_prefix(left: Sequence[object], right: Sequence[object]) -> int:
    """Return how many tokens, or characters, both begin with."""
    count = 0
    for ours, theirs in zip(left, right, strict=False):
        if ours != theirs:
            break
        count += 1
    return count
