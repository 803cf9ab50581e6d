"""How far a token's logits differ when it is decoded among others instead of alone.

Sums are rounded differently in other kernels, so two words that are almost equally likely may change places. Where
batches are computed bit for bit alike (llama.cpp on the CPU with flash attention and most quantizations), nothing has
to be done; elsewhere a greedy choice that is closer than rounding can explain is made anew from a single decode.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from app.inference.llama.native.binding import lib

_LIKELY = 64
"""Differences are looked at among the most likely tokens only: no other can be chosen."""
_SAFETY = 4.0
"""Rounding differs from token to token, and what is rounded stays in the cache for the tokens after it."""


class BatchRounding:
    """What is known of one context: differences by the size of the batch, in logits."""

    def __init__(self, context: Any, *, vocabulary_size: int) -> None:
        self._context = context
        self._size = vocabulary_size
        self._differences: dict[int, float] = {}

    @property
    def margin(self) -> float:
        """The lead that the best token needs over the next; 0 where batches change nothing."""
        return _SAFETY * max(self._differences.values(), default=0.0)

    @property
    def is_exact(self) -> bool:
        """Whether batches were compared and changed nothing."""
        return bool(self._differences) and self.margin == 0.0

    def knows(self, batch_size: int) -> bool:
        """Whether batches of this size have been compared."""
        return batch_size in self._differences

    def compare(self, batch_size: int, in_batch: npt.NDArray[np.float32], alone: npt.NDArray[np.float32]) -> None:
        """Take note of the logits that one token got among others and alone."""
        count = min(_LIKELY, self._size)
        likely = np.argpartition(alone, -count)[-count:]
        difference = float(np.abs(in_batch[likely] - alone[likely]).max())
        self._differences[batch_size] = difference if math.isfinite(difference) else math.inf

    def is_certain(self, output: int) -> bool:
        """Whether the best token of this output leads by more than rounding can make."""
        margin = self.margin
        if margin == 0.0:
            return True
        second, first = np.partition(self.logits(output), -2)[-2:]
        return bool(first - second > margin)

    def logits(self, output: int) -> npt.NDArray[np.float32]:
        """Return a copy of the logits of an output of the last decode, wherever its token was drawn."""
        sampled = lib.llama_get_sampled_logits_ith(self._context, output)
        pointer = sampled or lib.llama_get_logits_ith(self._context, output)
        return np.array(np.ctypeslib.as_array(pointer, (self._size,)))
