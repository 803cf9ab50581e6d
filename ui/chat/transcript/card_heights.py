"""Where each of many cards stands below the others, found and changed without going through all of them."""

from __future__ import annotations

from collections.abc import Iterable

from ui.chat.transcript.card_place import CardKey, CardPlace, estimated_px
from ui.theme.fonts import scaled_px

_CHUNK = 128


class CardHeights:
    """The heights of stacked cards in pixels; `top_of`, `index_at` and `put` look at some hundred numbers at most."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._sum_up()

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    @property
    def total(self) -> int:
        """The height of all cards together."""
        return sum(self._sums)

    def put(self, index: int, height: int) -> bool:
        """Change one height; return whether it was another one."""
        change = height - self._heights[index]
        self._sums[index // _CHUNK] += change
        self._heights[index] = height
        return change != 0

    def append(self, height: int) -> None:
        """Add a card below the others."""
        if len(self._heights) % _CHUNK == 0:
            self._sums.append(0)
        self._heights.append(height)
        self._sums[-1] += height

    def prepend(self, heights: Iterable[int]) -> None:
        """Add cards above the others."""
        self._heights[:0] = heights
        self._sum_up()

    def top_of(self, index: int) -> int:
        """Return how far below the first card's top this card begins; the number of cards is the end of all."""
        chunk = index // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._heights[chunk * _CHUNK : index])

    def index_at(self, y: int) -> int:
        """Return the card that covers `y`, the first or last one beyond the ends. There must be a card."""
        below = y
        for chunk, height in enumerate(self._sums):
            if below < height or chunk == len(self._sums) - 1:
                break
            below -= height
        last = min(len(self._heights), (chunk + 1) * _CHUNK) - 1
        for index in range(chunk * _CHUNK, last):
            below -= self._heights[index]
            if below < 0:
                return index
        return last

    def _sum_up(self) -> None:
        self._sums = [sum(self._heights[at : at + _CHUNK]) for at in range(0, len(self._heights), _CHUNK)]


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
