"""Where words have been found in a conversation, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.history.search_hit import FoundIn


class FoundPlace(NamedTuple):
    """A message, or the thought before an answer."""

    message_id: int
    in_thought: bool = False


class FoundPlaces:
    """How often the words stand in each place, and which hit is shown; places may get more or fewer hits meanwhile."""

    def __init__(self, message_ids: Iterable[int] = (), counts: Iterable[tuple[FoundPlace, int]] = ()) -> None:
        self._order = {message_id: index for index, message_id in enumerate(message_ids)}
        self._counts = {place: count for place, count in counts if count > 0}
        self._places = sorted(self._counts, key=self._rank)
        self.current: FoundPlace | None = None
        self.hit = 0
        """Which of the hits in the current place is shown, from 0."""

    @property
    def total(self) -> int:
        """How many hits there are."""
        return sum(self._counts.values())

    @property
    def number(self) -> int:
        """Which of all hits is shown, from 1; 0 if none is."""
        if self.current not in self._counts:
            return 0
        rank = self._rank(self.current)
        return sum(count for place, count in self._counts.items() if self._rank(place) < rank) + self.hit + 1

    def put(self, place: FoundPlace, count: int) -> bool:
        """Take in that a place has so many hits now; return whether anything is different."""
        if self._counts.get(place, 0) == count:
            return False
        if count > 0:
            self._order.setdefault(place.message_id, len(self._order))
            self._counts[place] = count
        else:
            del self._counts[place]
        self._places = sorted(self._counts, key=self._rank)
        if place == self.current:
            self.hit = max(0, min(self.hit, count - 1))
        return True

    def begin_at(self, message_id: int | None) -> None:
        """Go to the first hit in this message or below it, else to the very first."""
        at = self._order.get(message_id, 0) if message_id is not None else 0
        below = (place for place in self._places if self._rank(place)[0] >= at)
        self.current, self.hit = next(below, self._places[0] if self._places else None), 0

    def step(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) hit, around the ends."""
        if not self._places:
            return
        if self.current not in self._counts:
            self.current, self.hit = self._neighbour(step), 0
        else:
            self.hit += step
            if 0 <= self.hit < self._counts[self.current]:
                return
            at = self._places.index(self.current)
            self.current, self.hit = self._places[(at + step) % len(self._places)], 0
        if step < 0:
            self.hit = self._counts[self.current] - 1

    # --- private ----------------------------------------------------------------------------------------------

    def _rank(self, place: FoundPlace) -> tuple[int, bool]:
        return self._order.get(place.message_id, len(self._order)), not place.in_thought

    def _neighbour(self, step: int) -> FoundPlace:
        """Return the place after or before a current one that has no hits any more."""
        if self.current is not None:
            rank = self._rank(self.current)
            beyond = [place for place in self._places if (self._rank(place) > rank) == (step > 0)]
            if beyond:
                return beyond[0] if step > 0 else beyond[-1]
        return self._places[0 if step > 0 else -1]


@dataclass(frozen=True, slots=True)
class HitChoice:
    """A conversation, the message in it (`None`: the title was found), and what was searched for.

    `words` are the first ones found there, as they are written there; `around` goes on to the next ones beside them.
    """

    conversation_id: int
    message_id: int | None
    query: str
    found_in: FoundIn = FoundIn.ANSWER
    words: str = ""
    around: str = ""


def count_of(words: str, text: str) -> int:
    """Return how often words stand in a text, whatever the case."""
    return text.casefold().count(words.casefold()) if words else 0


def whole_word_hit(words: str, text: str, *, around: str = "") -> int:
    """Return which of the places of words in a text is the first that goes on so, or at a word's beginning."""
    following = r"\W+".join(map(re.escape, re.findall(r"\w+", around)))
    found = re.search(r"(?<!\w)" + following, text, re.IGNORECASE) if following else None
    found = found or re.search(r"(?<!\w)" + re.escape(words), text, re.IGNORECASE)
    return count_of(words, text[: found.start()]) if found is not None else 0


def first_word(query: str) -> str:
    """Return what to mark of a search's query: the words in quotes, or the first word."""
    if query.count('"') >= 2:
        return query.split('"')[1]
    return next(iter(query.split()), "")
