"""Draws the next tokens of several runs side by side: what can be drawn is found for some at once.

Where that is nearly all, llama.cpp draws on threads; it gives up the interpreter meanwhile. Looking for the few gains
nothing from threads: numpy takes the interpreter back too often.
"""

from __future__ import annotations

import ctypes
import os
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.sampler_chain import Candidates, SamplerChain
from app.messages import Sampling

_LARGE_VOCABULARY = 16_384
"""From so many tokens on it is worth looking for the few that can be drawn."""
_MOST_THREADS = min(16, os.cpu_count() or 1)
_ROWS_AT_ONCE = 4
"""As many as stay in a processor's cache."""


class Drawers:
    """The threads, which begin when they are first of use; `close` ends them."""

    def __init__(self, *, vocabulary_size: int) -> None:
        self._size = vocabulary_size
        self._threads: ThreadPoolExecutor | None = None

    def draw(self, context: Any, draws: Sequence[tuple[SamplerChain, int]]) -> list[int | None]:
        """Return what each chain draws after an output of the last decode; `None` where it draws as fast by itself."""
        drawn: list[int | None] = [None] * len(draws)
        if len(draws) < 2 or self._size < _LARGE_VOCABULARY:
            return drawn
        # llama.cpp puts its outputs in order at the first look, so this thread looks at them all.
        pointers = [lib.llama_get_logits_ith(context, output) for _, output in draws]
        addresses = [ctypes.addressof(pointer.contents) for pointer in pointers]
        first, row_bytes = min(addresses), 4 * self._size
        rows = [(address - first) // row_bytes for address in addresses]
        whole = (ctypes.c_float * (self._size * (1 + max(rows)))).from_address(first)
        logits = np.ctypeslib.as_array(whole).reshape(-1, self._size)

        def find(part: Sequence[int]) -> list[Candidates | None]:
            begin, end = rows[part[0]], rows[part[-1]] + 1
            is_block = end - begin == len(part)
            block = logits[begin:end] if is_block else logits[[rows[place] for place in part]]
            return draws[part[0]][0].candidates(block)

        def draw_among_all(place: int) -> int:
            chain, output = draws[place]
            return chain.draw_among_all(context, output)

        parts = self._parts([chain for chain, _ in draws])
        among_all: list[int] = []
        for part in parts:
            for place, candidates in zip(part, find(part), strict=True):
                if candidates is not None:
                    drawn[place] = draws[place][0].draw_among(candidates, logits[rows[place]])
                else:
                    among_all.append(place)
        if among_all:
            if self._threads is None:
                self._threads = ThreadPoolExecutor(_MOST_THREADS, thread_name_prefix="draw")
            for place, token in zip(among_all, self._threads.map(draw_among_all, among_all), strict=True):
                drawn[place] = token
        return drawn

    def close(self) -> None:
        if self._threads is not None:
            self._threads.shutdown()
            self._threads = None

    def _parts(self, chains: Sequence[SamplerChain]) -> list[list[int]]:
        """Return the places of chains that draw on the CPU, some of a kind together."""
        alike: defaultdict[Sampling, list[int]] = defaultdict(list)
        for place, chain in enumerate(chains):
            if not chain.is_on_device:
                alike[chain.kind].append(place)
        return [
            places[at : at + _ROWS_AT_ONCE] for places in alike.values() for at in range(0, len(places), _ROWS_AT_ONCE)
        ]
