"""Drafts from the conversation itself: what followed when the last few tokens stood there before.

Summaries, corrected code, quotations and loops repeat what is written already. The method is known as prompt lookup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.inference.token_prefix import shared_prefix

_GRAM = 3
"""A shorter match says too little."""
_MOST_CANDIDATES = 8
_LONGEST_COMPARED = 32
_CLASS_STARTS = (3, 4, 5, 7, 10, 16, 28)
"""Lengths of a match from which on it is judged apart from shorter ones."""
_FIRST_CHANCES = (0.5, 0.55, 0.6, 0.7, 0.8, 0.85, 0.9)
_LEARNING = 0.08
_TOKEN_BITS = 21
"""Vocabularies have fewer than two million tokens."""
_MASK = (1 << (_GRAM * _TOKEN_BITS)) - 1


class NgramDrafts:
    """Implements `DraftSource`: the longest of the latest places where the text stood as it stands now, and what came
    after.

    Each run of three tokens is known by its last place, and each place by the one before: constant work a token. While
    the text follows a place, the next token only moves on. How often a match of a length has been right is learnt from
    every token, drafted or not, so that trying costs nothing.
    """

    drafting_s = 0.0

    def __init__(self) -> None:
        self._tokens: list[int] = []
        self._last_place: dict[int, int] = {}
        self._place_before: list[int] = []
        self._key = 0
        self._place = -1
        """Where the text is repeated: the index of the token expected next; -1 if nowhere."""
        self._length = 0
        self._chances = list(_FIRST_CHANCES)

    def begin(self, tokens: Sequence[int], *, is_stopped: Callable[[], bool] = lambda: False) -> None:
        """Start anew after these tokens; what they share with the last ones is not indexed again."""
        self._forget_after(shared_prefix(self._tokens, tokens))
        self._place = -1
        for token in tokens[len(self._tokens) :]:
            if is_stopped():
                return
            self._index(token)
        self._find_place()

    def add(self, token: int) -> None:
        """Take note of the next token."""
        place = self._place
        if place < 0:
            self._index(token)
            self._find_place()
            return
        is_right = self._tokens[place] == token
        class_ = _class_of(self._length)
        self._chances[class_] += _LEARNING * (is_right - self._chances[class_])
        self._index(token)
        if is_right:
            self._place += 1
            self._length += 1
        else:
            self._find_place()

    def forget(self) -> None:
        """Hold nothing of any reply."""
        self.begin(())

    def chances(self, most: int) -> Sequence[float]:
        """Return the chances of the tokens at the place found; empty if there is none."""
        if self._place < 0:
            return ()
        # Never past the end: a place that the text overlaps itself ends where the text does, but goes round.
        return [self._chances[_class_of(self._length + ahead)] for ahead in range(most)]

    def draft(self, count: int) -> Sequence[int]:
        """Return what followed there; where the text overlaps itself, it goes round."""
        place, tokens = self._place, self._tokens
        if place < 0:
            return ()
        period = len(tokens) - place
        if count <= period:
            return tokens[place : place + count]
        return [tokens[place + ahead % period] for ahead in range(count)]

    def _index(self, token: int) -> None:
        self._tokens.append(token)
        self._key = (self._key << _TOKEN_BITS | token) & _MASK
        place = len(self._tokens)
        self._place_before.append(self._last_place.get(self._key, -1))
        if place >= _GRAM:
            self._last_place[self._key] = place

    def _find_place(self) -> None:
        """Look for the longest match that ends with the last three tokens, among the latest few."""
        self._place, self._length = -1, 0
        tokens = self._tokens
        end = len(tokens)
        if end <= _GRAM:
            return
        candidate = self._place_before[-1]
        for _ in range(_MOST_CANDIDATES):
            if candidate < 0:
                return
            length = _GRAM
            most = min(candidate, _LONGEST_COMPARED)
            while length < most and tokens[candidate - 1 - length] == tokens[end - 1 - length]:
                length += 1
            if length > self._length:
                self._place, self._length = candidate, length
            candidate = self._place_before[candidate - 1]

    def _forget_after(self, length: int) -> None:
        """Take the tokens after `length` out of the index."""
        tokens = self._tokens
        if length < len(tokens) // 2:
            tokens.clear()
            self._last_place.clear()
            self._place_before.clear()
            self._key = 0
            return
        while len(tokens) > length:
            if len(tokens) >= _GRAM:
                before = self._place_before[-1]
                if before < 0:
                    del self._last_place[self._key]
                else:
                    self._last_place[self._key] = before
            self._place_before.pop()
            tokens.pop()
            self._key >>= _TOKEN_BITS
            if len(tokens) >= _GRAM:
                self._key |= tokens[-_GRAM] << ((_GRAM - 1) * _TOKEN_BITS)


def _class_of(length: int) -> int:
    """Return which of the classes a match of this length belongs to."""
    class_ = len(_CLASS_STARTS) - 1
    while class_ and _CLASS_STARTS[class_] > length:
        class_ -= 1
    return class_
