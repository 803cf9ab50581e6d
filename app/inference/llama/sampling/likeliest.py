"""Finds the few tokens among a whole vocabulary that can be drawn, so that no chain has to sort all of them.

A chain of llama.cpp copies and sorts what it is given: of 150,000 tokens that takes a fifth of a millisecond, with
top-p alone many.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Logits = npt.NDArray[np.float32]
Tokens = npt.NDArray[np.int64]

_FOLDS = 6


def likeliest(values: Logits, count: int) -> Tokens:
    """Return the `count` tokens with the highest values and a few more, in order of their numbers."""
    folded = len(values) >> _FOLDS << _FOLDS
    highest = values[:folded]
    for _ in range(_FOLDS):
        half = len(highest) // 2
        highest = np.maximum(highest[:half], highest[half:])
    # So many columns have one each that is as high: none of the highest is lower.
    least = np.partition(highest, -count)[-count]
    columns = np.flatnonzero(highest >= least)
    of_columns = (columns[:, None] + np.arange(0, folded, len(highest))).ravel()
    tokens: Tokens = np.concatenate((of_columns, np.arange(folded, len(values))))
    return np.sort(tokens[values[tokens] >= least])
