"""Which card stands where in the transcript, before anything of it is built or read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.history.branch_outline import BranchEntry
from ui.theme.spacing import spaced_px

_LINE_PX = 22.0
_LETTER_PX = 7.2
_SHORTEST_QUESTION_PX = 68
_SHORTEST_REPLY_PX = 92
GAP_PX = 18
"""Between two cards."""
_GAP_BELOW_QUESTION_PX = 2
"""Less, since the place of its row of buttons is mostly empty."""
_FOLDED_LINES = 14
"""A question is not taller than this at first: long ones are folded."""


class CardKey(NamedTuple):
    """What a card is known by: its message. A reply that was never begun has the place of its question's number."""

    is_reply: bool
    message_id: int


class ReadingPlace(NamedTuple):
    """Where a reader is: which card is at the upper edge of what is seen, and how far below that it begins."""

    key: CardKey
    top_px: int


class CardPlace(NamedTuple):
    """A card and how much text it has, in bytes. A tuple: there may be many thousands."""

    key: CardKey
    size_bytes: int = 0


def gap_px(key: CardKey) -> int:
    """Return the room between a card and the next one in the present density."""
    return spaced_px(GAP_PX if key.is_reply else _GAP_BELOW_QUESTION_PX)


def places_of(outline: Iterable[BranchEntry]) -> list[CardPlace]:
    """Return a card for each message of a branch; a question at the end has one more, for the reply to come."""
    places = [CardPlace(CardKey(entry.role == "assistant", entry.message_id), entry.size_bytes) for entry in outline]
    if places and not places[-1].key.is_reply:
        places.append(CardPlace(CardKey(True, places[-1].key.message_id)))
    return places


def earlier_places_of(earlier: Sequence[BranchEntry]) -> list[CardPlace]:
    """Return the cards above those shown; a question at the cut has its reply below it, in the part that is there."""
    places = places_of(earlier)
    return places[:-1] if earlier and earlier[-1].role == "user" else places


def estimated_px(place: CardPlace, *, column_px: int, scale: float) -> int:
    """Return about how tall a card will be; corrected when it is built."""
    letters = max(1.0, column_px / (_LETTER_PX * scale))
    lines = math.ceil(place.size_bytes / letters)
    if place.key.is_reply:
        return round(_SHORTEST_REPLY_PX * scale + _LINE_PX * scale * lines)
    return round(_SHORTEST_QUESTION_PX * scale + _LINE_PX * scale * min(lines - 1, _FOLDED_LINES))
