"""llama.cpp's native sampler chain for one reply."""

from __future__ import annotations

import ctypes
import math
import secrets
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.top_tokens import TopRows, TopTokens
from app.messages import Sampling

Logits = npt.NDArray[np.float32]

_PENALTY_WINDOW = 64
_LARGE_VOCABULARY = 16_384
"""A smaller one is sorted as fast as the few are found that can be drawn."""
_MANY = 256
_MORE = 8
"""So many more are looked for than can be drawn: equals at the edge are seen then."""
_TOKEN_DATA = np.dtype(lib.llama_token_data)


@dataclass(frozen=True, slots=True)
class Few:
    """How many of the likeliest tokens hold all that a chain can draw, as a rule."""

    count: int
    needs_shares: bool = False
    """Whether top-p has to know how much of the probability they hold."""


class SamplerChain:
    """Draws tokens. Order: penalties, top-k, top-p, min-p, temperature, draw; greedy at temperature 0.

    `pointer` is the chain itself; whoever hands it to llama.cpp takes it back before `close`. What can be drawn of a
    large vocabulary may be found first: the chain draws the same, where it had to sort all in a fifth of the time.
    """

    def __init__(self, sampling: Sampling, *, vocabulary_size: int) -> None:
        self.pointer: Any = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
        self.is_on_device = False
        """Whether a device draws with it, as a part of a context's graph."""
        self._vocabulary_size = vocabulary_size
        self._top: TopTokens | None = None
        """Of a chain that draws by itself, where llama.cpp would sort a whole vocabulary for each token."""
        self._samplers: list[Any] = []
        self._top_k, self._top_p, self._min_p = 0, 1.0, 0.0
        self._place_of_top_p = -1
        penalty = sampling.repeat_penalty
        self.has_penalties = penalty is not None and penalty != 1.0
        """Whether it looks back at earlier tokens, forced ones included."""
        if penalty is not None and self.has_penalties:
            self._add(lib.llama_sampler_init_penalties(vocabulary_size, _PENALTY_WINDOW, penalty, 0.0, 0.0))
        self.is_greedy = not sampling.temperature or sampling.temperature <= 0
        self.is_highest = self.is_greedy and not self.has_penalties
        """Whether it draws the token that the model finds likeliest, which needs no chain."""
        if self.is_greedy or sampling.temperature is None:
            self._add(lib.llama_sampler_init_greedy())
            self.few = self._few()
            return
        if sampling.top_k is not None and sampling.top_k > 0:
            # A device cannot choose from more than there are.
            self._top_k = min(sampling.top_k, vocabulary_size)
            self._add(lib.llama_sampler_init_top_k(self._top_k))
        if sampling.top_p is not None and sampling.top_p < 1.0:
            self._top_p, self._place_of_top_p = sampling.top_p, len(self._samplers)
            self._add(lib.llama_sampler_init_top_p(self._top_p, 1))
        if sampling.min_p is not None and sampling.min_p > 0.0:
            self._min_p = sampling.min_p
            self._add(lib.llama_sampler_init_min_p(self._min_p, 1))
        self._add(lib.llama_sampler_init_temp(sampling.temperature))
        seed = sampling.seed if sampling.seed is not None else secrets.randbits(32)
        # llama.cpp takes its largest seed as a wish for a random one.
        self._add(lib.llama_sampler_init_dist(seed % lib.LLAMA_DEFAULT_SEED))
        self.few = self._few()
        """Which tokens of a large vocabulary to look for; `None` where that may be too few."""

    @property
    def is_quick(self) -> bool:
        """Whether llama.cpp chooses without sorting a whole vocabulary."""
        return self.few is not None and not self.few.needs_shares

    def _few(self) -> Few | None:
        if self.is_greedy or self.has_penalties or self._vocabulary_size < _LARGE_VOCABULARY:
            return None
        if self._top_k:
            return Few(self._top_k + _MORE) if self._top_k <= _MANY else None
        if self._top_p < 1.0:
            return Few(_MANY, needs_shares=True)
        return Few(_MANY) if self._min_p else None

    def draw(self, context: Any, index: int = -1) -> int:
        """Return the next token after output `index` of the last decode; the chain takes note of it.

        What a device has drawn already is only fetched.
        """
        if self.is_highest and not self.is_on_device:
            return int(logits_at(context, index, self._vocabulary_size).argmax())
        few = self.few
        token = None
        if few is not None and few.needs_shares and not self.is_on_device:
            if self._top is None:
                self._top = TopTokens(self._vocabulary_size)
            address = ctypes.addressof(lib.llama_get_logits_ith(context, index).contents)
            token = self.draw_among(self._top.find(address, 1, few.count, with_shares=True), 0)
        return self.draw_among_all(context, index) if token is None else token

    def draw_among_all(self, context: Any, index: int) -> int:
        """Return the next token, whatever it may be; one that a device has drawn is only fetched."""
        return int(lib.llama_sampler_sample(self.pointer, context, index))

    def draw_from(self, logits: Logits) -> int:
        """Return the next token after these logits, one for each token; the chain takes note of it."""
        candidates = _candidates(logits)
        array = _array_of(candidates)
        lib.llama_sampler_apply(self.pointer, ctypes.byref(array))
        token = int(array.data[array.selected].id)
        self.accept(token)
        return token

    def draw_among(self, found: TopRows, row: int) -> int | None:
        """Return the next token, one of those found in a row; `None` if others can be drawn as well."""
        ordered = found.ordered[row]
        if self._top_k:
            return self._drawn(found, row) if ordered[0] < ordered[-self._top_k] else None
        if self._top_p < 1.0:
            share, surely = (of_rows[row] for of_rows in found.shares)
            return self._drawn(found, row, share) if surely >= self._top_p else None
        is_whole = ordered[0] < ordered[-1] + math.log(self._min_p) - 0.001
        return self._drawn(found, row) if is_whole else None

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
        if self._top is not None:
            self._top.close()
            self._top = None

    def _drawn(self, found: TopRows, row: int, share: float = 1.0) -> int:
        """Draw one of those found in a row, which hold this share of the probability where top-p asks for it."""
        array, ordered = found.array(row), found.ordered[row]
        if share == 1.0:
            lib.llama_sampler_apply(self.pointer, ctypes.byref(array))
        else:
            self._apply_to_share(array, share)
        rank = int(array.selected)
        if array.sorted and ordered[-1 - rank] in (ordered[-2 - rank], ordered[-rank] if rank else None):
            # Which of equals stands there depends on how all tokens are sorted.
            candidates = _candidates(found.whole[row])
            array = _array_of(candidates)
            for sampler in self._samplers[:-1]:
                lib.llama_sampler_apply(sampler, ctypes.byref(array))
        return int(array.data[rank].id)

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


def _candidates(logits: Logits) -> npt.NDArray[np.void]:
    """Return all tokens as llama.cpp's samplers take them."""
    candidates = np.zeros(len(logits), _TOKEN_DATA)
    candidates["id"], candidates["logit"] = np.arange(len(logits)), logits
    return candidates


def _array_of(candidates: npt.NDArray[np.void]) -> Any:
    data = candidates.ctypes.data_as(lib.llama_token_data_p)
    return lib.llama_token_data_array(data, len(candidates), -1, False)


def logits_at(context: Any, index: int, size: int) -> Logits:
    """Return the logits of an output of the last decode, one for each token of a vocabulary of this size, no copy."""
    pointer = lib.llama_get_logits_ith(context, index)
    return np.ctypeslib.as_array((ctypes.c_float * size).from_address(ctypes.addressof(pointer.contents)))
