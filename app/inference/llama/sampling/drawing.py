"""Draws the next tokens of several runs side by side: the same that each chain draws by itself.

What can be drawn is found for all of them at once, on ggml's threads. Where that may be too much to leave others out,
llama.cpp draws among all tokens, on threads: it gives up the interpreter meanwhile.
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.inference.llama.sampling.top_tokens import TopTokens
from app.inference.thread_tuner import ThreadTuner

_LARGE_VOCABULARY = 16_384
"""Of fewer tokens each chain draws as fast by itself."""
_CORES = os.cpu_count() or 1
_MOST_DRAWING = min(8, _CORES)
_MOST_FINDING = 16 if _CORES >= 16 else max(1, _CORES // 2)
"""ggml's threads wait for each other, spinning: on all of few cores one that is busy would stop them all."""


def _is_quick(chain: SamplerChain) -> bool:
    """Whether a chain draws as fast by itself: without sorting all tokens, unless several threads find for it."""
    return chain.is_highest or (chain.is_quick and _MOST_FINDING == 1)


class Drawers:
    """Threads and memory, which are taken when they are first of use; `close` gives them back."""

    def __init__(self, *, vocabulary_size: int) -> None:
        self._size = vocabulary_size
        self._threads: ThreadPoolExecutor | None = None
        self._top: TopTokens | None = None
        self._tuner = ThreadTuner(_MOST_FINDING, tries_first=False)

    def draw(self, context: Any, draws: Sequence[tuple[SamplerChain, int]]) -> list[int | None]:
        """Return what each chain draws after an output of the last decode; `None` where it draws as fast by itself."""
        drawn: list[int | None] = [None] * len(draws)
        places = [place for place, (chain, _) in enumerate(draws) if not (chain.is_on_device or _is_quick(chain))]
        if len(places) < 2 or self._size < _LARGE_VOCABULARY:
            return drawn
        # llama.cpp puts its outputs in order at the first look, so this thread looks at them all.
        pointers = [lib.llama_get_logits_ith(context, output) for _, output in draws]
        addresses = [ctypes.addressof(pointer.contents) for pointer in pointers]
        self._draw_among_few(draws, [place for place in places if draws[place][0].few], addresses, drawn)
        self._draw_among_all(context, draws, [place for place in places if drawn[place] is None], drawn)
        return drawn

    def close(self) -> None:
        """End the threads, give the memory back."""
        if self._threads is not None:
            self._threads.shutdown()
            self._threads = None
        if self._top is not None:
            self._top.close()
            self._top = None

    def _draw_among_few(
        self,
        draws: Sequence[tuple[SamplerChain, int]],
        places: Sequence[int],
        addresses: Sequence[int],
        drawn: list[int | None],
    ) -> None:
        if not places:
            return
        if self._top is None:
            self._top = TopTokens(self._size)
        first = min(addresses[place] for place in places)
        rows = [(addresses[place] - first) // (4 * self._size) for place in places]
        few = [one for place in places if (one := draws[place][0].few) is not None]
        began = time.perf_counter()
        found = self._top.find(
            first,
            1 + max(rows),
            max(one.count for one in few),
            with_shares=any(one.needs_shares for one in few),
            threads=self._tuner.threads,
        )
        self._tuner.record(time.perf_counter() - began)
        for row, place in zip(rows, places, strict=True):
            drawn[place] = draws[place][0].draw_among(found, row)

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
            self._threads = ThreadPoolExecutor(_MOST_DRAWING, thread_name_prefix="draw")
        list(self._threads.map(draw, [places[at::_MOST_DRAWING] for at in range(min(_MOST_DRAWING, len(places)))]))
