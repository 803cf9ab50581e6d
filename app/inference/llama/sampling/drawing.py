"""Draws the next tokens of several runs side by side, in the way that is faster here: the tokens are the same.

Either the few that can be drawn are found first, on one thread since numpy takes the interpreter back too often for
more. Or llama.cpp draws among all tokens, on threads: it gives up the interpreter meanwhile.
"""

from __future__ import annotations

import ctypes
import os
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.faster_way import FasterWay
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.messages import Sampling

_LARGE_VOCABULARY = 16_384
"""Of fewer tokens each chain draws as fast by itself."""
_MOST_THREADS = min(8, os.cpu_count() or 1)
_ROWS_AT_ONCE = 4
"""As many as stay in a processor's cache."""


class Drawers:
    """The threads, which begin when they are first of use; `close` ends them."""

    def __init__(self, *, vocabulary_size: int, clock: Callable[[], float] = time.perf_counter) -> None:
        self._size = vocabulary_size
        self._clock = clock
        self._threads: ThreadPoolExecutor | None = None
        self._ways: defaultdict[tuple[Sampling, int], FasterWay] = defaultdict(FasterWay)
        """By what the first of so many draws with."""

    def draw(self, context: Any, draws: Sequence[tuple[SamplerChain, int]]) -> list[int | None]:
        """Return what each chain draws after an output of the last decode; `None` where it draws as fast by itself."""
        drawn: list[int | None] = [None] * len(draws)
        places = [place for place, (chain, _) in enumerate(draws) if not chain.is_on_device]
        if len(places) < 2 or self._size < _LARGE_VOCABULARY:
            return drawn
        # llama.cpp puts its outputs in order at the first look, so this thread looks at them all.
        pointers = [lib.llama_get_logits_ith(context, output) for _, output in draws]
        addresses = [ctypes.addressof(pointer.contents) for pointer in pointers]
        ways = self._ways[draws[places[0]][0].kind, len(places)]
        way, began = ways.next(), self._clock()
        if way == 0:
            self._draw_among_few(draws, places, addresses, drawn)
        self._draw_among_all(context, draws, [place for place in places if drawn[place] is None], drawn)
        ways.note(way, self._clock() - began)
        return drawn

    def close(self) -> None:
        """End the threads."""
        if self._threads is not None:
            self._threads.shutdown()
            self._threads = None

    def _draw_among_few(
        self,
        draws: Sequence[tuple[SamplerChain, int]],
        places: Sequence[int],
        addresses: Sequence[int],
        drawn: list[int | None],
    ) -> None:
        """Draw where few can be drawn, some of a kind together."""
        first = min(addresses)
        rows = [(address - first) // (4 * self._size) for address in addresses]
        whole = (ctypes.c_float * (self._size * (1 + max(rows)))).from_address(first)
        logits = np.ctypeslib.as_array(whole).reshape(-1, self._size)
        alike: defaultdict[Sampling, list[int]] = defaultdict(list)
        for place in places:
            alike[draws[place][0].kind].append(place)
        for of_kind in alike.values():
            for at in range(0, len(of_kind), _ROWS_AT_ONCE):
                part = of_kind[at : at + _ROWS_AT_ONCE]
                begin, end = rows[part[0]], rows[part[-1]] + 1
                is_block = end - begin == len(part)
                block = logits[begin:end] if is_block else logits[[rows[place] for place in part]]
                for place, found in zip(part, draws[part[0]][0].candidates(block), strict=True):
                    if found is not None:
                        drawn[place] = draws[place][0].draw_among(found, logits[rows[place]])

    def _draw_among_all(
        self, context: Any, draws: Sequence[tuple[SamplerChain, int]], places: Sequence[int], drawn: list[int | None]
    ) -> None:
        def draw(part: Sequence[int]) -> None:
            for place in part:
                chain, output = draws[place]
                drawn[place] = chain.draw_among_all(context, output)

        if not places:
            return
        if self._threads is None:
            self._threads = ThreadPoolExecutor(_MOST_THREADS, thread_name_prefix="draw")
        list(self._threads.map(draw, [places[at::_MOST_THREADS] for at in range(min(_MOST_THREADS, len(places)))]))
