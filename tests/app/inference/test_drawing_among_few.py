"""What can be drawn is found before llama.cpp's chain sees it, and what is drawn stays the same."""

from __future__ import annotations

import ctypes

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, strategies as st

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.inference.llama.sampling.top_tokens import TopTokens
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
    rows = np.stack([logits(number, spread) for spread in (0.5, 2.0, 5.0, 12.0) for number in range(25)])
    rows = np.concatenate([rows, *(np.round(rows * steps) / steps for steps in (4, 64))])  # many are equal
    drawn: list[int | None] = []
    if ours.few is not None:
        top = TopTokens(SIZE)
        found = top.find(rows.ctypes.data, len(rows), 264, with_shares=ours.few.needs_shares, threads=2)
        for number, row in enumerate(rows):
            token = ours.draw_among(found, number)
            drawn.append(ours.draw_from(row) if token is None else token)
        top.close()
    else:
        drawn += [ours.draw_from(row) for row in rows]

    assert drawn == [drawn_by_llama(theirs, row) for row in rows]
    assert (ours.few is None) == (name in {"greedy", "all", "many", "penalties"})
    ours.close()
    theirs.close()


def test_what_cannot_be_few_is_left_and_takes_no_random_number() -> None:
    chain = SamplerChain(CHAINS["top-p"], vocabulary_size=SIZE)
    rows = np.stack([logits(1, 12.0), logits(2, 0.1), logits(3, 12.0)])
    assert chain.few is not None
    top = TopTokens(SIZE)
    together = top.find(rows.ctypes.data, 3, chain.few.count, with_shares=True)

    assert [chain.draw_among(together, row) is None for row in range(3)] == [False, True, False]
    assert [round(share, 1) for share in together.shares[0]] == [1.0, 0.0, 1.0]
    top.close()
    chain.close()


@pytest.mark.parametrize("name", ["top-k", "top-p", "min-p"])
def test_of_equals_at_the_edge_none_is_preferred(name: str) -> None:
    chain = SamplerChain(CHAINS[name], vocabulary_size=SIZE)
    flat = np.zeros((1, SIZE), np.float32)
    top = TopTokens(SIZE)
    assert chain.few is not None
    found = top.find(flat.ctypes.data, 1, chain.few.count, with_shares=True)

    assert chain.draw_among(found, 0) is None
    top.close()
    chain.close()


@given(st.integers(0, 2**32), st.integers(300, 3000), st.integers(1, 64), st.sampled_from([1.0, 1e-3, 0.0]))
def test_none_of_the_likeliest_is_missing(seed: int, size: int, count: int, spread: float) -> None:
    values = (np.random.default_rng(seed).standard_normal(size) * spread).astype(np.float32)
    rows = np.stack([values, np.flip(values)])
    top = TopTokens(size)
    found = top.find(rows.ctypes.data, 2, count, with_shares=False, threads=2)
    top.close()

    for row, candidates, ordered in zip(rows, found.candidates, found.ordered, strict=True):
        tokens, kept = candidates["id"], candidates["logit"]
        assert list(ordered) == list(np.sort(row)[-count:])
        assert list(kept) == list(row[tokens])
        assert list(tokens) == sorted(set(tokens))
