"""llama.cpp's native sampler chain for one reply."""

from __future__ import annotations

import ctypes
import math
import secrets
import time
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.faster_way import FasterWay
from app.inference.llama.sampling.likeliest import Logits, Tokens, likeliest
from app.messages import Sampling

_PENALTY_WINDOW = 64
_LARGE_VOCABULARY = 16_384
"""A smaller one is sorted as fast as the few are found that can be drawn."""
_FEW = 64
_FEW_BY_SHARE = 256
"""Top-p without top-k asks for as many as it takes."""
_MANY = 1024
_TOKEN_DATA = np.dtype(lib.llama_token_data)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Tokens among which the next is, and their share of the probability where top-p asks for it."""

    tokens: Tokens
    share: float = 1.0


def _if_few(tokens: Tokens, share: float = 1.0) -> Candidates | None:
    return Candidates(tokens, share) if 0 < len(tokens) <= _MANY else None


class SamplerChain:
    """Draws tokens. Order: penalties, top-k, top-p, min-p, temperature, draw; greedy at temperature 0.

    `pointer` is the chain itself; whoever hands it to llama.cpp takes it back before `close`. What can be drawn of a
    large vocabulary may be found first: the chain draws the same, where it had to sort all in a fifth of the time.
    """

    def __init__(self, sampling: Sampling, *, vocabulary_size: int) -> None:
        self.pointer: Any = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
        self.is_on_device = False
        """Whether a device draws with it, as a part of a context's graph."""
        self.kind = replace(sampling, seed=None, max_tokens=None)
        """The same for chains that can draw the same."""
        self._vocabulary_size = vocabulary_size
        self._ways = FasterWay()
        self._sorts_all = False
        """Whether llama.cpp sorts a whole vocabulary for each token: top-p does, without top-k."""
        self._samplers: list[Any] = []
        self._top_k, self._top_p, self._min_p = 0, 1.0, 0.0
        self._place_of_top_p = -1
        penalty = sampling.repeat_penalty
        self.has_penalties = penalty is not None and penalty != 1.0
        """Whether it looks back at earlier tokens, forced ones included."""
        if penalty is not None and self.has_penalties:
            self._add(lib.llama_sampler_init_penalties(vocabulary_size, _PENALTY_WINDOW, penalty, 0.0, 0.0))
        self.is_greedy = not sampling.temperature or sampling.temperature <= 0
        if self.is_greedy or sampling.temperature is None:
            self._add(lib.llama_sampler_init_greedy())
            return
        if sampling.top_k is not None and sampling.top_k > 0:
            # A device cannot choose from more than there are.
            self._top_k = min(sampling.top_k, vocabulary_size)
            self._add(lib.llama_sampler_init_top_k(self._top_k))
        if sampling.top_p is not None and sampling.top_p < 1.0:
            self._top_p, self._place_of_top_p = sampling.top_p, len(self._samplers)
            self._sorts_all = not self._top_k and vocabulary_size >= _LARGE_VOCABULARY
            self._add(lib.llama_sampler_init_top_p(self._top_p, 1))
        if sampling.min_p is not None and sampling.min_p > 0.0:
            self._min_p = sampling.min_p
            self._add(lib.llama_sampler_init_min_p(self._min_p, 1))
        self._add(lib.llama_sampler_init_temp(sampling.temperature))
        seed = sampling.seed if sampling.seed is not None else secrets.randbits(32)
        # llama.cpp takes its largest seed as a wish for a random one.
        self._add(lib.llama_sampler_init_dist(seed % lib.LLAMA_DEFAULT_SEED))

    def draw(self, context: Any, index: int = -1) -> int:
        """Return the next token after output `index` of the last decode; the chain takes note of it.

        What a device has drawn already is only fetched.
        """
        if self.is_on_device or not self._sorts_all:
            return self.draw_among_all(context, index)
        way, began = self._ways.next(), time.perf_counter()
        logits = logits_at(context, index, self._vocabulary_size)
        found = self.candidates(logits[None])[0] if way == 0 else None
        token = self.draw_among(found, logits) if found is not None else self.draw_among_all(context, index)
        self._ways.note(way, time.perf_counter() - began)
        return token

    def draw_among_all(self, context: Any, index: int) -> int:
        """Return the next token, whatever it may be; one that a device has drawn is only fetched."""
        return int(lib.llama_sampler_sample(self.pointer, context, index))

    def draw_from(self, logits: Logits) -> int:
        """Return the next token after these logits, one for each token; the chain takes note of it."""
        found = self.candidates(logits[None])[0]
        return self.draw_among(found or Candidates(np.arange(len(logits))), logits)

    def candidates(self, rows: Logits) -> list[Candidates | None]:
        """Return for each row of logits all that can be drawn; `None` if that is too much to leave others out."""
        found = None
        if not self.has_penalties and self._vocabulary_size >= _LARGE_VOCABULARY:
            found = self._few(rows)
        return found or [None] * len(rows)

    def draw_among(self, found: Candidates, logits: Logits) -> int:
        """Return the next token, one of these; the chain takes note of it."""
        candidates = np.zeros(len(found.tokens), _TOKEN_DATA)
        candidates["id"], candidates["logit"] = found.tokens, logits[found.tokens]
        data = candidates.ctypes.data_as(lib.llama_token_data_p)
        array = lib.llama_token_data_array(data, len(candidates), -1, False)
        if found.share == 1.0:
            lib.llama_sampler_apply(self.pointer, ctypes.byref(array))
        else:
            self._apply_to_share(array, found.share)
        token = int(candidates["id"][array.selected])
        lib.llama_sampler_accept(self.pointer, token)
        return token

    def accept(self, token: int) -> None:
        """Take note of a token that was not drawn.

        Only penalties look at it; the random numbers of a chain on a device are counted by the tokens that it drew.
        """
        if self.has_penalties:
            lib.llama_sampler_accept(self.pointer, token)

    def close(self) -> None:
        if self.pointer is not None:
            lib.llama_sampler_free(self.pointer)
            self.pointer = None

    def _few(self, rows: Logits) -> list[Candidates | None] | None:
        if self.is_greedy:
            return [Candidates(tokens) for tokens in rows.argmax(axis=1)[:, None]]
        if self._top_k:
            return list(map(_if_few, likeliest(rows, self._top_k))) if self._top_k <= _FEW else None
        highest = rows.max(axis=1)[:, None]
        if self._top_p < 1.0:
            weights = np.exp(rows - highest)
            found = zip(likeliest(weights, _FEW_BY_SHARE), weights, weights.sum(axis=1), strict=True)
            shares = [(tokens, float(row[tokens].sum() / whole)) for tokens, row, whole in found]
            return [_if_few(tokens, share) if share >= self._top_p else None for tokens, share in shares]
        if self._min_p:
            least = highest + np.float32(math.log(self._min_p) - 0.001)
            return [_if_few(np.flatnonzero(is_one)) for is_one in rows >= least]
        return None

    def _apply_to_share(self, array: Any, share: float) -> None:
        """Let each sampler choose in turn; top-p knows how much of all it is shown."""
        for place, sampler in enumerate(self._samplers):
            if place != self._place_of_top_p:
                lib.llama_sampler_apply(sampler, ctypes.byref(array))
                continue
            top_p = lib.llama_sampler_init_top_p(min(1.0, self._top_p / share), 1)
            lib.llama_sampler_apply(top_p, ctypes.byref(array))
            lib.llama_sampler_free(top_p)

    def _add(self, sampler: Any) -> None:
        self._samplers.append(sampler)
        lib.llama_sampler_chain_add(self.pointer, sampler)


def logits_at(context: Any, index: int, size: int) -> Logits:
    """Return the logits of an output of the last decode, one for each token of a vocabulary of this size, no copy."""
    pointer = lib.llama_get_logits_ith(context, index)
    return np.ctypeslib.as_array((ctypes.c_float * size).from_address(ctypes.addressof(pointer.contents)))
