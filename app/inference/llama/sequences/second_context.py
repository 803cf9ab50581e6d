"""A second context: two sequences are decoded side by side, each on half of the threads.

A batch of two gains little on a CPU for most quantizations, and threads wait for each other hundreds of times a token;
two decodes that know nothing of each other do not. Whether that pays is measured.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from app.inference.llama.native.binding import lib
from app.inference.llama.sequences.decode_costs import DecodeCosts
from app.inference.llama.sequences.sequence import LlamaSequence
from app.inference.llama.sequences.token_batch import MOST_RUNS, Decoder, TokenBatch
from app.inference.thread_tuner import ThreadTuner

_LEAST_ROOM = 128
"""What a sequence must be able to grow by, to be worth moving."""
_LEAST_GAIN = 1.05
_TRIAL_DECODES = 32
"""Before so many it is not judged: a new thread begins on the core of the one that it is to be beside."""


class SecondContext:
    """Decodes one sequence in a second context beside another in the first, that of `decoder`.

    `make` returns a context for one sequence of so many tokens or more, or nothing where memory is short. It is made
    when it is of use, and `close` gives it back.
    """

    def __init__(self, decoder: Decoder, make: Callable[[int], Any], *, threads: int) -> None:
        self._first = decoder
        self._second = Decoder(None, threads=threads, is_tuned=True)
        self._make = make
        self._is_refused = False
        """Whether there was no room: until it is closed, no more sequences come."""
        self._tuner = ThreadTuner(threads // 2, tries_first=False)
        self._thread: ThreadPoolExecutor | None = None
        self._costs = DecodeCosts()
        self._left_of_trial = 0
        self._batches = TokenBatch(MOST_RUNS), TokenBatch(MOST_RUNS)

    def decode(self, older: LlamaSequence, younger: LlamaSequence) -> tuple[int, ...]:
        """Decode what waits in two sequences, and hold it; returns llama_decode's code for each.

        For none where it is cheaper to decode both in the first context, or where memory is short.
        """
        away = older if older.is_away else younger
        if not (away.is_away and self._left_of_trial > 0) and not self.pays():
            return ()
        if not (away.is_away or self._take(away)):
            return ()
        codes = self._decode(younger if away is older else older, away)
        if away is older:
            codes = codes[::-1]
        for sequence, code in zip((older, younger), codes, strict=True):
            if code == 0:
                sequence.take()
        return codes

    def pays(self) -> bool:
        """Whether it is faster than to decode both in the first context, together or one after the other."""
        single_s = self._first.single_s
        if single_s is None or self._is_refused:
            return False
        self._costs.record(1, single_s)
        return _LEAST_GAIN * self._costs.ratio(2) < self._first.cost(2)

    def _take(self, sequence: LlamaSequence) -> bool:
        """Move a sequence into the second context, until it goes home; returns whether there was room."""
        needed = sequence.length + _LEAST_ROOM
        if self._second.context and needed > lib.llama_n_ctx(self._second.context):
            self._free()
        if not self._second.context:
            self._second.move_to(self._make(needed))
        self._is_refused = not (self._second.context and sequence.move_to(self._second, 0))
        self._left_of_trial = _TRIAL_DECODES
        return not self._is_refused

    def _decode(self, here: LlamaSequence, away: LlamaSequence) -> tuple[int, ...]:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="decode")
        for sequence, batch in zip((here, away), self._batches, strict=True):
            batch.clear()
            sequence.put(batch)
        threads, began = self._tuner.threads, time.perf_counter()
        other = self._thread.submit(self._second.decode_with, self._batches[1], threads)
        codes = self._first.decode_with(self._batches[0], threads), other.result()
        seconds = time.perf_counter() - began
        self._tuner.record(seconds)
        self._costs.record(2, seconds)
        self._left_of_trial -= 1
        return codes

    def close(self) -> None:
        """Give the second context back, in which no sequence is any more."""
        self._is_refused = False
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None
        self._free()

    def _free(self) -> None:
        if self._second.context:
            lib.llama_free(self._second.context)
            self._second.move_to(None)
