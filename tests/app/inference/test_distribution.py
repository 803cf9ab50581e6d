"""What the model said of a token, with a large vocabulary: near enough to the whole sum, and the likeliest in order."""

from __future__ import annotations

import ctypes
import math
from typing import cast

import numpy as np
import pytest

from app.inference.llama.native.vocabulary import Vocabulary
from app.inference.llama.sampling.distribution import Distributions


class Numbers:
    def __init__(self, size: int) -> None:
        self.size = size

    def piece(self, token: int) -> bytes:
        return str(token).encode()


@pytest.mark.parametrize("size", [3, 4000, 50_000, 150_000])
@pytest.mark.parametrize("spread", [0.0, 0.4, 2.0, 4.0])
@pytest.mark.parametrize("ahead", [0.0, 5.0, 14.0])
def test_a_probability_is_that_of_all_tokens_together(size: int, spread: float, ahead: float) -> None:
    logits = np.random.default_rng(size).normal(0, spread, size).astype(np.float32)
    logits[:3] += np.float32(ahead) * np.array([1.0, 0.99, 0.9], np.float32)[:size]
    exact = np.exp(logits.astype(np.float64) - logits.max())
    exact /= exact.sum()
    order = np.argsort(-logits, kind="stable")[:3]

    distributions = Distributions(cast(Vocabulary, Numbers(size)), count=3)
    for token in (2, 1):
        ctypes.memmove(distributions.note(token), logits.ctypes.data, logits.nbytes)

    assert not distributions.is_full
    _, ((piece, chance), likeliest) = distributions.take()
    assert int(piece) == 1
    assert abs(math.exp(chance) - exact[1]) < 0.01
    possible = [place for place in order if exact[place] > exact.max() / 8000]
    assert [math.exp(one) for _, one in likeliest] == pytest.approx(exact[possible], abs=0.01)
    if spread:
        assert [int(one) for one, _ in likeliest] == possible
    assert not distributions.take()
