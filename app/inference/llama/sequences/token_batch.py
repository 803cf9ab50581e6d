"""Tokens of several sequences that are decoded together, and the decoder that all sequences of a context share."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from app.inference.llama.native.binding import lib
from app.inference.llama.sequences.decode_costs import DecodeCosts
from app.inference.thread_tuner import ThreadTuner

READ_BATCH = 512
"""Prompt tokens decoded in one call: small enough for progress and a quick stop, large enough for full speed."""
MOST_RUNS = 256
"""What llama.cpp takes for the most sequences of a context."""
_ALONE, _MIXED = -1, -2
"""Batches with a part of a prompt: nothing else, or tokens of replies beside it."""
_LEAST_TOLD = 12
"""Fewer tokens tell little of what one takes."""
NO_SLOT = 1
NO_MEMORY = -2


class DecodeFailed(Exception):
    """llama.cpp could not compute; `code` is what `llama_decode` returned."""

    def __init__(self, code: int) -> None:
        super().__init__(f"llama_decode returned {code}")
        self.code = code

    @property
    def is_context_full(self) -> bool:
        """Whether there was no room left in the context."""
        return self.code == NO_SLOT

    @property
    def is_out_of_memory(self) -> bool:
        """Whether an allocation failed."""
        return self.code == NO_MEMORY


class TokenBatch:
    """What one `llama_decode` is given: at most `capacity` tokens, each of a sequence and at a position."""

    def __init__(self, capacity: int) -> None:
        self._tokens = np.zeros(capacity, np.int32)
        self._positions = np.zeros(capacity, np.int32)
        self._numbers = np.zeros(capacity, np.int32)
        self._outputs = np.zeros(capacity, np.int8)
        self._counts = np.ones(capacity, np.int32)
        arrays = self._tokens, self._positions, self._numbers, self._outputs
        self._places = [array.data for array in arrays]
        first = self._numbers.ctypes.data
        self._pointers = np.arange(first, first + 4 * capacity, 4, dtype=np.uintp)
        int32, int8 = ctypes.POINTER(ctypes.c_int32), ctypes.POINTER(ctypes.c_int8)
        self.native: Any = lib.llama_batch(
            n_tokens=0,
            token=self._tokens.ctypes.data_as(int32),
            embd=None,
            pos=self._positions.ctypes.data_as(int32),
            n_seq_id=self._counts.ctypes.data_as(int32),
            seq_id=self._pointers.ctypes.data_as(ctypes.POINTER(int32)),
            logits=self._outputs.ctypes.data_as(int8),
        )
        self.size = 0

    def clear(self) -> None:
        """Take everything out."""
        self.size = 0

    def add(self, tokens: Sequence[int], position: int, number: int, *, outputs: int) -> int:
        """Add tokens of sequence `number` that follow each other from `position` on.

        The last `outputs` of them get logits; returns the place of the first that does.
        """
        start, end = self.size, self.size + len(tokens)
        if end == start + 1:  # as of every reply at every step: slices take many times as long
            self._set(start, tokens[0], position, number, outputs)
            self.size = end
            return end - outputs
        self._tokens[start:end] = tokens
        self._positions[start:end] = range(position, position + len(tokens))
        self._numbers[start:end] = number
        self._outputs[start:end] = 0
        self._outputs[end - outputs : end] = 1
        self.size = end
        return end - outputs

    def set_one(self, token: int, position: int, number: int) -> None:
        """Hold nothing but this token."""
        self._set(0, token, position, number, 1)
        self.size = 1

    def _set(self, place: int, token: int, position: int, number: int, outputs: int) -> None:
        tokens, positions, numbers, has_logits = self._places
        tokens[place], positions[place], numbers[place], has_logits[place] = token, position, number, outputs


class Decoder:
    """Decodes for all sequences of one context; `context` changes when it is made anew.

    `threads` are the most to use; with `is_tuned` fewer decode tokens when that is faster just now. `on_full` is asked
    to make room when a token that is decoded alone finds none, and says whether it has.
    """

    def __init__(self, context: Any, *, threads: int, is_tuned: bool) -> None:
        self._threads = threads
        self._most_threads = threads
        self._is_tuned = is_tuned
        self._costs = DecodeCosts()
        self._tuners: dict[int, ThreadTuner] = {}
        """By the kind of batch: how many tokens of replies are decoded together, or one with a part of a prompt."""
        self._one = TokenBatch(1)
        self._reading: TokenBatch | None = None
        self.on_full: Callable[[], bool] = lambda: False
        self.move_to(context)

    def move_to(self, context: Any) -> None:
        """Decode in this context from now on."""
        self.context: Any = context
        self.memory: Any = lib.llama_get_memory(context) if context else None
        self._threads = self._most_threads

    def wipe(self) -> None:
        """Forget what all sequences hold, and overwrite where it stood: that takes time."""
        lib.llama_memory_clear(self.memory, True)

    def decode_one(self, token: int, position: int, number: int) -> int:
        """Decode one token, with logits; returns llama_decode's code."""
        one = self._one
        one.set_one(token, position, number)
        code = self._decode_timed(one, 1)
        while code == NO_SLOT and self.on_full():
            code = self._decode_timed(one, 1)
        return code

    def decode_draft(self, tokens: Sequence[int], position: int, number: int) -> int:
        """Decode tokens of one sequence, all with logits; returns llama_decode's code."""
        return self._decode(self._filled(tokens, position, number, outputs=len(tokens)))

    def decode_part(self, tokens: Sequence[int], position: int, number: int, *, outputs: int) -> int:
        """Decode a part of a prompt, the last `outputs` tokens with logits; returns llama_decode's code."""
        return self._decode_timed(self._filled(tokens, position, number, outputs=outputs), _ALONE, per_token=True)

    def decode_mixed(self, batch: TokenBatch) -> int:
        """Decode a part of a prompt beside tokens of replies; returns llama_decode's code."""
        return self._decode_timed(batch, _MIXED, per_token=True)

    def decode_tokens(self, batch: TokenBatch, *, drafted: int = 0) -> int:
        """Decode a token of each of some sequences, and `drafted` ones; returns llama_decode's code."""
        return self._decode_timed(batch, batch.size - drafted, is_told=not drafted)

    def _filled(self, tokens: Sequence[int], position: int, number: int, *, outputs: int) -> TokenBatch:
        batch = self._reading
        if batch is None or len(tokens) > READ_BATCH:
            batch = TokenBatch(max(READ_BATCH, len(tokens)))
            self._reading = batch if len(tokens) <= READ_BATCH else self._reading
        batch.clear()
        batch.add(tokens, position, number, outputs=outputs)
        return batch

    def _decode_timed(self, batch: TokenBatch, kind: int, *, per_token: bool = False, is_told: bool = True) -> int:
        """Decode on as many threads as are fastest just now for this kind of batch."""
        if not self._is_tuned:
            return self._decode(batch)
        tuner = self._tuners.get(kind)
        if tuner is None:
            tuner = self._tuners[kind] = ThreadTuner(self._most_threads, tries_first=not per_token)
        began = time.perf_counter()
        code = self.decode_with(batch, tuner.threads)
        seconds = time.perf_counter() - began
        if not is_told:
            return code
        if not per_token:
            tuner.record(seconds)
            self._costs.record(kind, seconds)
        elif batch.size >= _LEAST_TOLD:
            tuner.record(seconds / batch.size)
        return code

    def decode_with(self, batch: TokenBatch, threads: int) -> int:
        """Decode on so many threads; returns llama_decode's code."""
        if threads != self._threads:
            self._threads = threads
            lib.llama_set_n_threads(self.context, threads, threads)
        return self._decode(batch)

    @property
    def single_s(self) -> float | None:
        """How long a token takes that is decoded alone, `None` while unknown, or where nothing is measured."""
        return self._costs.single_s

    def cost(self, count: int) -> float:
        """Return what so many tokens cost, in single ones: together, or one after another where that is cheaper."""
        return min(count, self._costs.ratio(count))

    def is_cheaper_singly(self, count: int) -> bool:
        """Whether so many tokens take longer together than one after another: small models on some processors do."""
        return self._is_tuned and count > 1 and self._costs.single_s is not None and self._costs.ratio(count) > count

    def _decode(self, batch: TokenBatch) -> int:
        batch.native.n_tokens = batch.size
        return int(lib.llama_decode(self.context, batch.native))
