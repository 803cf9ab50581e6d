"""Which way a text runs."""

from __future__ import annotations

import unicodedata


def first_strong_is_right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction is right-to-left (Unicode's rule P2)."""
    for character in text[:400]:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return False
