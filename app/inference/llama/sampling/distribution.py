"""What the model said of a token: its probability, and the likeliest in its place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.protocol import Candidate, DrawnToken

MOST_CANDIDATES = 8


def drawn_token(token: int, logits: npt.NDArray[np.float32], vocabulary: Vocabulary, *, count: int) -> DrawnToken:
    """Return what logits, one for each token of the vocabulary, say of this one and of the `count` likeliest."""
    wide = logits.astype(np.float64)
    highest = wide.max()
    total = highest + np.log(np.exp(wide - highest).sum())
    count = min(count, MOST_CANDIDATES, len(wide))
    likeliest = np.argpartition(wide, -count)[-count:]

    def candidate(number: int) -> Candidate:
        return Candidate(vocabulary.piece(number), float(wide[number] - total))

    in_order = sorted(map(int, likeliest), key=lambda number: -wide[number])
    return DrawnToken(candidate(token), tuple(map(candidate, in_order)))
