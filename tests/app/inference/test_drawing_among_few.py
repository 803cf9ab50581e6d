"""What can be drawn is found before llama.cpp's chain sees it, and what is drawn stays the same."""

from __future__ import annotations

import ctypes

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, strategies as st

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.faster_way import FasterWay
from app.inference.llama.sampling.likeliest import likeliest
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.messages import Sampling

SIZE = 20_003
CHAINS = {
    "greedy": Sampling(temperature=0.0),
    "top-k": Sampling(temperature=0.8, top_k=40, top_p=1.0, min_p=0.0, seed=3),
    "top-k, top-p, min-p": Sampling(temperature=0.8, top_k=20, top_p=0.95, min_p=0.05, seed=4),
    "top-p": Sampling(temperature=0.6, top_k=0, top_p=0.95, min_p=0.0, seed=5),
    "top-p, min-p": Sampling(temperature=1.2, top_k=0, top_p=0.9, min_p=0.02, seed=6),
    "min-p": Sampling(temperature=1.0, top_k=0, top_p=1.0, min_p=0.1, seed=7),
    "all": Sampling(temperature=1.0, top_k=0, top_p=1.0, min_p=0.0, seed=8),
    "many": Sampling(temperature=1.0, top_k=2000, top_p=1.0, min_p=0.0, seed=9),
    "penalties": Sampling(temperature=0.7, top_k=40, top_p=0.95, min_p=0.0, repeat_penalty=1.3, seed=10),
}


def logits(number: int, spread: float) -> npt.NDArray[np.float32]:
    return (np.random.default_rng(number).standard_normal(SIZE) * spread).astype(np.float32)


def drawn_by_llama(chain: SamplerChain, values: npt.NDArray[np.float32]) -> int:
    candidates = np.zeros(len(values), np.dtype(lib.llama_token_data))
    candidates["id"], candidates["logit"] = np.arange(len(values)), values
    data = candidates.ctypes.data_as(lib.llama_token_data_p)
    array = lib.llama_token_data_array(data, len(values), -1, False)
    lib.llama_sampler_apply(chain.pointer, ctypes.byref(array))
    token = int(array.data[array.selected].id)
    lib.llama_sampler_accept(chain.pointer, token)
    return token


@pytest.mark.parametrize("name", CHAINS)
def test_a_seed_draws_what_llama_cpp_draws_from_all_tokens(name: str) -> None:
    ours, theirs = (SamplerChain(CHAINS[name], vocabulary_size=SIZE) for _ in range(2))
    rows = [logits(number, spread) for spread in (0.5, 2.0, 5.0, 12.0) for number in range(25)]

    assert [ours.draw_from(row) for row in rows] == [drawn_by_llama(theirs, row) for row in rows]
    ours.close()
    theirs.close()


def test_what_many_rows_hold_is_found_for_all_at_once_and_what_cannot_be_few_is_left() -> None:
    chain = SamplerChain(CHAINS["top-p"], vocabulary_size=SIZE)
    rows = [logits(1, 12.0), logits(2, 0.1), logits(3, 12.0)]
    together = chain.candidates(np.stack(rows))
    alone = [chain.candidates(row[None])[0] for row in rows]

    assert [found is None for found in together] == [False, True, False]
    for found, one in zip(together, alone, strict=True):
        assert found is one or (found is not None and one is not None and list(found.tokens) == list(one.tokens))
    chain.close()


@given(st.integers(0, 2**32), st.integers(64, 3000), st.integers(1, 64), st.sampled_from([1.0, 1e-3, 0.0]))
def test_none_of_the_likeliest_is_missing(seed: int, size: int, count: int, spread: float) -> None:
    size = max(size, 64 * count)
    values = (np.random.default_rng(seed).standard_normal(size) * spread).astype(np.float32)
    rows = np.stack([values, np.flip(values)])

    for row, found in zip(rows, likeliest(rows, count), strict=True):
        assert set(np.argsort(-row, kind="stable")[:count]) <= set(found) or spread < 1.0
        assert np.sort(row[found])[-count] == np.sort(row)[-count]
        assert list(found) == sorted(set(found))


def test_the_faster_of_two_ways_is_found_and_found_again() -> None:
    ways = FasterWay()
    taken = []
    for step in range(600):
        way = ways.next()
        taken.append(way)
        ways.note(way, (1.0, 2.0)[way] if step < 300 else (3.0, 2.0)[way])

    assert sum(taken[6:300]) <= 3
    assert sum(taken[450:]) >= 140
