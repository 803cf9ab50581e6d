"""Snapshots of the part of a sequence's memory that cannot be rolled back: recurrent states, mostly.

Ordinary memory forgets its end on request. A recurrent or hybrid model's state only goes forward, so it is copied at
places that a later prompt is likely to come back to; the ordinary part of a hybrid's memory is not copied.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from app.inference.llama.native.binding import lib
from app.inference.llama.sequences.token_batch import Decoder

_MOST = 8
"""Snapshots kept; a hybrid model's take tens of megabytes each."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state after the first `length` tokens."""

    length: int
    data: bytes


class Checkpoints:
    """The snapshots of one sequence, by length."""

    def __init__(self, decoder: Decoder, number: int) -> None:
        self._decoder = decoder
        self._number = number
        self._kept: list[Checkpoint] = []

    def live_in(self, decoder: Decoder, number: int) -> None:
        """Go on with what the same sequence has become in another context."""
        self._decoder, self._number = decoder, number

    def become_copy_of(self, other: Checkpoints) -> None:
        """Have the snapshots of a sequence that is copied."""
        self._kept = list(other._kept)

    def before(self, length: int) -> int:
        """Return the length of the longest snapshot of at most `length` tokens, 0 if there is none."""
        return max((kept.length for kept in self._kept if kept.length <= length), default=0)

    def take(self, length: int) -> None:
        """Copy the state as it is now, after `length` tokens.

        Of too many the one is dropped that saves the least reading, the last two aside: a turn of many steps leaves a
        checkpoint at each, and the next question goes back to before them all.
        """
        flags = lib.LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY
        size = lib.llama_state_seq_get_size_ext(self._decoder.context, self._number, flags)
        buffer = (ctypes.c_uint8 * size)()
        written = lib.llama_state_seq_get_data_ext(self._decoder.context, buffer, size, self._number, flags)
        if written == 0:
            return
        self._kept = [kept for kept in self._kept if kept.length != length]
        self._kept.append(Checkpoint(length, bytes(buffer)[:written]))
        self._kept.sort(key=lambda kept: kept.length)
        if len(self._kept) > _MOST:
            lengths = [0, *(kept.length for kept in self._kept)]
            saved = [lengths[index + 1] - lengths[index] for index in range(len(self._kept) - 2)]
            del self._kept[saved.index(min(saved))]

    def restore(self, at_most: int) -> int:
        """Go back to the longest state of `at_most` tokens; returns its length, 0 if there is none."""
        for kept in reversed(self._kept):
            if kept.length <= at_most:
                buffer = (ctypes.c_uint8 * len(kept.data)).from_buffer_copy(kept.data)
                flags = lib.LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY
                if lib.llama_state_seq_set_data_ext(self._decoder.context, buffer, len(kept.data), self._number, flags):
                    self.forget_after(kept.length)
                    return kept.length
        return 0

    def forget_after(self, length: int) -> None:
        """Drop the snapshots of more than `length` tokens: what they hold has been replaced."""
        self._kept = [kept for kept in self._kept if kept.length <= length]
