"""What the model said of a token: its probability, and the likeliest in its place."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.protocol import Candidate, DrawnToken

MOST_CANDIDATES = 8
_NEAR = 6.0
"""Logits so far below the highest may belong to candidates; of most tokens there are few."""


def drawn_token(token: int, logits: npt.NDArray[np.float32], vocabulary: Vocabulary, *, count: int) -> DrawnToken:
    """Return what logits, one for each token of the vocabulary, say of this one and of the `count` likeliest.

    In single precision, and sorting few: with a large vocabulary this is felt beside every token's decoding.
    """
    count = min(count, MOST_CANDIDATES, len(logits))
    highest = logits.max()
    near = np.flatnonzero(logits > highest - np.float32(_NEAR))
    if len(near) < count:
        near = np.argpartition(logits, -count)[-count:]
    elif len(near) > 4 * MOST_CANDIDATES:
        near = near[np.argpartition(logits[near], -count)[-count:]]
    total = float(highest) + math.log(float(np.exp(logits - highest).sum()))

    def candidate(number: int) -> Candidate:
        return Candidate(vocabulary.piece(number), float(logits[number]) - total)

    in_order = sorted(map(int, near), key=lambda number: -logits[number])[:count]
    return DrawnToken(candidate(token), tuple(map(candidate, in_order)))
