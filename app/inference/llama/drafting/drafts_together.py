"""Drafts for several runs that are decoded together: of all that is promised, as many tokens as pay.

What is drawn is as without drafts. Whether they pay is measured: what further tokens cost a batch of so many runs, and
how often each run's own text repeats itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.inference.llama.drafting.ngram_drafts import NgramDrafts
from app.inference.llama.images.image_runs import words_of
from app.inference.llama.sequences.decode_costs import DecodeCosts

_COUNTS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32)
"""How many tokens all runs may draft together; few different ones, so that each is measured often."""
_MOST_OF_ONE = 8
_LEAST_GAIN = 1.08
"""Expected tokens a decode, against those without drafts; less is not worth the risk of being wrong about it."""


class FollowedText:
    """What one run has written, as far as drafts are made from it."""

    def __init__(self) -> None:
        self._source = NgramDrafts()
        self._seen = 0

    def follow(self, tokens: Sequence[int], waiting: Sequence[int]) -> None:
        """Take note of what has come since, the token included that waits to be decoded; images say nothing."""
        if not self._seen:
            self._source.begin(words_of(tokens))
            self._seen = len(tokens)
        for token in (*tokens[self._seen :], *waiting):
            self._source.add(token)
        self._seen = len(tokens) + len(waiting)

    def chances(self, most: int) -> Sequence[float]:
        """Return how likely it is that each of the next tokens is known, if those before it are."""
        return self._source.chances(min(most, _MOST_OF_ONE)) if most > 0 else ()

    def draft(self, count: int) -> Sequence[int]:
        """Return so many tokens that may come next."""
        return self._source.draft(count)


class DraftsTogether:
    """Chooses what is drafted for each step of a batch, and learns from the time that steps take."""

    def __init__(self) -> None:
        self._costs: dict[int, DecodeCosts] = {}
        """By the count of runs; a single one of these is a decode without drafts."""

    def drafts(self, texts: Sequence[tuple[FollowedText, int]]) -> tuple[Sequence[Sequence[int]], float]:
        """Return a draft for each run's text and room, and what they make the next decode cost."""
        costs, runs = self._costs_of(len(texts)), len(texts)
        if costs.single_s is None:
            return [()] * runs, 1.0
        promises: list[tuple[float, int]] = []
        for number, (text, room) in enumerate(texts):
            chance = 1.0
            for one in text.chances(room):
                chance *= one
                promises.append((chance, number))
        promises.sort(key=lambda promise: -promise[0])
        best_gain, best_count, expected = _LEAST_GAIN, 0, float(runs)
        for count, (chance, _) in enumerate(promises[: _COUNTS[-1]], start=1):
            expected += chance
            if count in _COUNTS and (gain := expected / runs / costs.ratio(1 + count)) > best_gain:
                best_gain, best_count = gain, count
        counts = [0] * runs
        for _, number in promises[:best_count]:
            counts[number] += 1
        cost = costs.ratio(1 + best_count)
        return [text.draft(count) if count else () for (text, _), count in zip(texts, counts, strict=True)], cost

    def record(self, runs: int, drafted: int, seconds: float) -> None:
        """Take note of how long a decode of so many runs took, with so many drafted tokens together."""
        self._costs_of(runs).record(1 + drafted, seconds)

    def _costs_of(self, runs: int) -> DecodeCosts:
        return self._costs.setdefault(runs, DecodeCosts())
