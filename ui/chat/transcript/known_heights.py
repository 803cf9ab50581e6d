"""How tall cards are: as they were built last, else as their text lets one expect."""

from __future__ import annotations

from collections.abc import Iterable

from ui.chat.transcript.card_place import CardKey, CardPlace, estimated_px
from ui.theme.fonts import scaled_px

_MOST = 50_000


class KnownHeights:
    """Remembers heights of any conversation's cards, for one width each."""

    def __init__(self) -> None:
        self._known: dict[CardKey, tuple[int, int]] = {}

    def remember(self, key: CardKey, *, width_px: int, height_px: int) -> None:
        """Keep what was measured."""
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = (width_px, height_px)

    def forget(self) -> None:
        """The size of text has changed: nothing measured holds."""
        self._known.clear()

    def of(self, places: Iterable[CardPlace], *, width_px: int) -> list[int]:
        """Return the heights of cards in a column of this width."""
        scale = scaled_px(100) / 100
        return [
            seen[1]
            if seen is not None and seen[0] == width_px
            else estimated_px(place, column_px=width_px, scale=scale)
            for place in places
            for seen in (self._known.get(place.key),)
        ]
