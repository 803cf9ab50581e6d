"""What the model said of a token: its probability, and the likeliest in its place."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.protocol import Candidate, DrawnToken

MOST_CANDIDATES = 8
_NEAR = 9.0
"""Logits so far below the highest may belong to candidates; of most tokens there are few."""
_SORTED = 64
"""More are not sorted to find the highest."""
_MANY = 4096
_SAMPLED = 8
"""Of so many tokens that are not near one is weighed: each is less than 1/8000 of the likeliest."""


def drawn_token(token: int, logits: npt.NDArray[np.float32], vocabulary: Vocabulary, *, count: int) -> DrawnToken:
    """Return what logits, one for each token of the vocabulary, say of this one and of the `count` likeliest.

    In single precision, sorting few and weighing part of the others: with a large vocabulary this is felt beside every
    token's decoding. A probability is right within half a hundredth.
    """
    count = min(count, MOST_CANDIDATES, len(logits))
    bound = logits.max() - np.float32(_NEAR)
    near = np.flatnonzero(logits > bound)
    if len(near) < count:
        near = np.argpartition(logits, -count)[-count:]
    values = logits[near]
    total = _log_of_all(logits, values, bound)
    if len(near) > _SORTED:
        few = values.argpartition(-count)[-count:]
        near, values = near[few], values[few]
    order = values.argsort()[: -count - 1 : -1]
    likeliest = zip(near[order].tolist(), values[order].tolist(), strict=True)
    return DrawnToken(
        Candidate(vocabulary.piece(token), float(logits[token]) - total),
        tuple(Candidate(vocabulary.piece(number), value - total) for number, value in likeliest),
    )


def _log_of_all(logits: npt.NDArray[np.float32], near: npt.NDArray[np.float32], bound: np.float32) -> float:
    """Return the logarithm of what all tokens weigh: the near ones each, those below the bound by a part of them."""
    highest = near.max()
    step = _SAMPLED if len(logits) > _MANY else 1
    some = np.minimum(logits[::step], bound)  # near ones count as if they were just not
    rest = step * np.exp(some - highest).sum() - (near > bound).sum() * math.exp(bound - highest)
    return float(highest) + math.log(np.exp(near - highest).sum() + max(0.0, rest))
