"""Draws the next tokens of several replies side by side, on threads: llama.cpp gives up the interpreter meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

from app.inference.llama.native.binding import lib

_LARGE_VOCABULARY = 16_384
"""From so many tokens on a draw takes longer than it takes to hand it to another thread."""
_MOST_DRAWERS = min(16, os.cpu_count() or 1)


class Drawers:
    """The threads, which begin when they are first of use; `close` ends them."""

    def __init__(self, *, vocabulary_size: int) -> None:
        self._is_of_use = vocabulary_size >= _LARGE_VOCABULARY
        self._threads: ThreadPoolExecutor | None = None

    def draw(self, context: Any, draws: Sequence[Callable[[], None]]) -> None:
        """Draw from the outputs of the last decode; one that fails fails again when it is drawn for alone."""
        if len(draws) < 2 or not self._is_of_use:
            return
        lib.llama_synchronize(context)
        lib.llama_get_logits_ith(context, -1)  # llama.cpp puts its outputs in order at the first look
        if self._threads is None:
            self._threads = ThreadPoolExecutor(_MOST_DRAWERS, thread_name_prefix="draw")
        wait([self._threads.submit(draw) for draw in draws])

    def close(self) -> None:
        if self._threads is not None:
            self._threads.shutdown()
            self._threads = None
