"""llama.cpp's native sampler chain for one reply."""

from __future__ import annotations

import ctypes
import secrets
from typing import Any

import numpy as np
import numpy.typing as npt

from app.inference.llama.native.binding import lib
from app.messages import Sampling

_PENALTY_WINDOW = 64


class SamplerChain:
    """Draws tokens. Order: penalties, top-k, top-p, min-p, temperature, draw; greedy at temperature 0.

    `pointer` is the chain itself; whoever hands it to llama.cpp takes it back before `close`.
    """

    def __init__(self, sampling: Sampling, *, vocabulary_size: int) -> None:
        self.pointer: Any = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
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
            self._add(lib.llama_sampler_init_top_k(min(sampling.top_k, vocabulary_size)))
        if sampling.top_p is not None and sampling.top_p < 1.0:
            self._add(lib.llama_sampler_init_top_p(sampling.top_p, 1))
        if sampling.min_p is not None and sampling.min_p > 0.0:
            self._add(lib.llama_sampler_init_min_p(sampling.min_p, 1))
        self._add(lib.llama_sampler_init_temp(sampling.temperature))
        seed = sampling.seed if sampling.seed is not None else secrets.randbits(32)
        # llama.cpp takes its largest seed as a wish for a random one.
        self._add(lib.llama_sampler_init_dist(seed % lib.LLAMA_DEFAULT_SEED))

    def draw(self, context: Any, index: int = -1) -> int:
        """Return the next token after output `index` of the last decode; the chain takes note of it.

        What a device has drawn already is only fetched.
        """
        return int(lib.llama_sampler_sample(self.pointer, context, index))

    def draw_from(self, logits: npt.NDArray[np.float32]) -> int:
        """Return the next token after these logits, one for each token; the chain takes note of it."""
        candidates = np.zeros(len(logits), np.dtype(lib.llama_token_data))
        candidates["id"], candidates["logit"] = np.arange(len(logits)), logits
        data = candidates.ctypes.data_as(lib.llama_token_data_p)
        array = lib.llama_token_data_array(data, len(logits), -1, False)
        lib.llama_sampler_apply(self.pointer, ctypes.byref(array))
        token = int(array.data[array.selected].id)
        lib.llama_sampler_accept(self.pointer, token)
        return token

    def accept(self, token: int) -> None:
        """Take note of a token that was not drawn.

        Only penalties look at it; the random numbers of a chain on a device are counted by the tokens that it drew.
        """
        if self.has_penalties:
            lib.llama_sampler_accept(self.pointer, token)

    def close(self) -> None:
        """Free the chain."""
        if self.pointer is not None:
            lib.llama_sampler_free(self.pointer)
            self.pointer = None

    def _add(self, sampler: Any) -> None:
        lib.llama_sampler_chain_add(self.pointer, sampler)
