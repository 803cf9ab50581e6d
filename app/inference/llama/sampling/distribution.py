"""What the model said of the tokens that are drawn: their probabilities, and the likeliest in their places."""

from __future__ import annotations

import math

import numpy as np

from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.llama.sampling.sampler_chain import Logits
from app.inference.protocol import DrawnToken

MOST_CANDIDATES = 8
_AT_ONCE = 16
_NEAR = np.float32(9.0)
"""Logits so far below the highest may belong to candidates; of most tokens there are few."""
_OF_NEAREST = math.exp(-_NEAR)
_SORTED = 64
"""More are not sorted to find the highest."""
_MANY = 4096
_SAMPLED = 12
"""Of so many tokens that are not near one is weighed: each is less than 1/8000 of the likeliest."""


class Distributions:
    """Keeps the logits that some tokens were drawn from until they are told of together.

    Between two decodes of a model no cache holds what this needs: of several at once each takes a third of the time.
    """

    def __init__(self, vocabulary: Vocabulary, *, count: int) -> None:
        """Of each token the `count` likeliest in its place are told, at most `MOST_CANDIDATES`.

        None is told that is less than 1/8000 as likely as the likeliest: where a model is sure, it stands alone.
        """
        self._vocabulary = vocabulary
        self._count = min(count, MOST_CANDIDATES, vocabulary.size)
        self._tokens: list[int] = []
        self._rows = np.empty((_AT_ONCE, vocabulary.size), np.float32)
        self._addresses = [row.ctypes.data for row in self._rows]

    @property
    def is_full(self) -> bool:
        """Whether what it holds must be told before another token is noted."""
        return len(self._tokens) == _AT_ONCE

    def note(self, token: int) -> int:
        """Take note of a token that was drawn; returns the address that the logits must be copied to."""
        self._tokens.append(token)
        return self._addresses[len(self._tokens) - 1]

    def take(self) -> tuple[DrawnToken, ...]:
        """Return what is to be told of the tokens noted since the last time."""
        told = tuple([self._told(token, row) for token, row in zip(self._tokens, self._rows, strict=False)])
        self._tokens.clear()
        return told

    def _told(self, token: int, logits: Logits) -> DrawnToken:
        """In single precision, sorting few and weighing part of the others; right within half a hundredth."""
        count, piece = self._count, self._vocabulary.piece
        highest = logits.max()
        near = np.flatnonzero(logits > highest - _NEAR)
        values = logits[near]
        total = float(highest) + math.log(_weight(logits, values, highest))
        if len(near) > _SORTED:
            few = values.argpartition(-count)[-count:]
            near, values = near[few], values[few]
        if len(near) > 1:
            order = values.argsort()[: -count - 1 : -1]
            near, values = near[order], values[order]
        likeliest = zip(near.tolist(), values.tolist(), strict=True)
        return (
            (piece(token), float(logits[token]) - total),
            tuple([(piece(number), value - total) for number, value in likeliest]),
        )


def _weight(logits: Logits, near: Logits, highest: np.float32) -> float:
    """Return what all tokens weigh, the likeliest 1: the near ones each, those below them by a part of them."""
    step = _SAMPLED if len(logits) > _MANY else 1
    some = np.minimum(logits[step // 2 :: step], highest - _NEAR)  # near ones count as if just not
    some -= highest
    rest = float(np.exp(some, out=some).sum()) * len(logits) / len(some) - len(near) * _OF_NEAREST
    return float(np.exp(near - highest).sum()) + max(0.0, rest)
