"""Several replies to one prompt, written together: each step decodes one token of every reply in one batch.

The prompt is read once, into sequence 0; each reply continues a copy of it in a sequence of its own, which for
ordinary memory is no copy at all: the same cells belong to several sequences. Recurrent states are copied. Where there
are more replies than sequences, the next begins where one has ended.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.inference.llama.binding import lib
from app.inference.llama.sampler_chain import SamplerChain
from app.inference.llama.sequence import DecodeFailed
from app.inference.protocol import RunStats

ReplySteps = Generator[None, None, RunStats]


class SampleSequence:
    """The sequence of one of the replies. What is appended is decoded with the others' tokens at the next step."""

    def __init__(
        self, context: Any, number: int, *, length: int, position: int, logits: npt.NDArray[np.float32]
    ) -> None:
        """`logits` are those after the prompt, which ends at `position` after `length` tokens."""
        self._context = context
        self._logits = logits
        self.number = number
        """Its number in the context's memory."""
        self.length = length
        self.position = position
        self.output: int | None = None
        """Which output of the last decode is its own; `None` as long as it holds nothing but the prompt."""
        self.waiting: int | None = None

    def draw(self, sampler: SamplerChain) -> int:
        """Draw what follows its last token."""
        if self.output is None:
            return sampler.draw_from(self._logits)
        return sampler.draw(self._context, self.output)

    def append(self, token: int) -> None:
        """Hold one more token."""
        self.waiting = token
        self.length += 1
        self.position += 1


BeginReply = Callable[[SampleSequence], ReplySteps]


@dataclass(frozen=True, slots=True)
class _Running:
    """A reply that is being written."""

    number: int
    sequence: SampleSequence
    steps: ReplySteps


class SampleBatch:
    """Writes replies after a prompt of `length` tokens that sequence 0 of `context` has just read.

    At most `at_once` side by side. Use as a context manager: the copies are gone at its end, and sequence 0 holds the
    prompt as before.
    """

    def __init__(self, context: Any, *, at_once: int, length: int, position: int, vocabulary_size: int) -> None:
        self._context = context
        self._memory = lib.llama_get_memory(context)
        self._length = length
        self._position = position
        # The decodes that follow write over them, and replies that begin later need them, too.
        self._logits = np.array(np.ctypeslib.as_array(lib.llama_get_logits_ith(context, -1), (vocabulary_size,)))
        self._at_once = at_once
        self._free = list(range(at_once, 0, -1))
        self._batch = lib.llama_batch_init(at_once, 0, 1)

    def __enter__(self) -> SampleBatch:
        return self

    def __exit__(self, *_: object) -> None:
        for number in range(1, 1 + self._at_once):
            lib.llama_memory_seq_rm(self._memory, number, -1, -1)
        lib.llama_batch_free(self._batch)

    def write(self, replies: Sequence[BeginReply], *, on_end: Callable[[int, RunStats], None]) -> None:
        """Begin and run the replies; `on_end` gets the number of each that has ended, and its figures.

        Where the context is full those that run end. Raises `DecodeFailed`.
        """
        waiting = deque(enumerate(replies))
        running: list[_Running] = []
        failure: DecodeFailed | None = None
        while True:
            running = [reply for reply in running if self._goes_on(reply, failure, on_end)]
            while waiting and self._free:
                number, begin = waiting.popleft()
                sequence = self._copy_of_prompt(self._free.pop())
                reply = _Running(number, sequence, begin(sequence))
                if self._goes_on(reply, None, on_end):
                    running.append(reply)
            if not running:
                return
            failure = self._decode([reply.sequence for reply in running])

    def _copy_of_prompt(self, number: int) -> SampleSequence:
        lib.llama_memory_seq_cp(self._memory, 0, number, -1, -1)
        return SampleSequence(self._context, number, length=self._length, position=self._position, logits=self._logits)

    def _goes_on(self, reply: _Running, failure: DecodeFailed | None, on_end: Callable[[int, RunStats], None]) -> bool:
        """Let a reply take its next step; returns whether it has given a token to decode, and tells if it has ended."""
        try:
            if failure is None:
                next(reply.steps)
            else:
                reply.steps.throw(failure)
        except StopIteration as end:
            lib.llama_memory_seq_rm(self._memory, reply.sequence.number, -1, -1)
            self._free.append(reply.sequence.number)
            on_end(reply.number, end.value)
            return False
        return True

    def _decode(self, sequences: Sequence[SampleSequence]) -> DecodeFailed | None:
        """Decode what waits, a token of each sequence."""
        batch = self._batch
        for index, sequence in enumerate(sequences):
            assert sequence.waiting is not None, "a reply stops only after it gave a token"
            batch.token[index] = sequence.waiting
            batch.pos[index] = sequence.position - 1
            batch.n_seq_id[index] = 1
            batch.seq_id[index][0] = sequence.number
            batch.logits[index] = 1
            sequence.waiting = None
            sequence.output = index
        batch.n_tokens = len(sequences)
        code = lib.llama_decode(self._context, batch)
        return DecodeFailed(code) if code != 0 else None
