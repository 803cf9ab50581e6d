"""Says in words what drafting has saved."""

from __future__ import annotations

from app.text import translatable

_SAVED = (
    (0.1, translatable("Drafting saved about a tenth of the time.")),
    (0.2, translatable("Drafting saved about a fifth of the time.")),
    (0.25, translatable("Drafting saved about a quarter of the time.")),
    (1 / 3, translatable("Drafting saved about a third of the time.")),
    (0.5, translatable("Drafting saved about half of the time.")),
    (2 / 3, translatable("Drafting saved about two thirds of the time.")),
    (0.75, translatable("Drafting saved about three quarters of the time.")),
)
_LEAST = 0.075


def saving_words(share: float) -> str:
    """Return the sentence for a share of the decoding time, to be translated; empty if it is hardly worth a word."""
    if share < _LEAST:
        return ""
    return min(_SAVED, key=lambda saved: abs(saved[0] - share))[1]
