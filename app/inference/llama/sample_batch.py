"""Several replies to one prompt, written together: each step decodes one token of every reply in one batch.

The prompt is read once, into sequence 0; each reply continues a copy of it in a sequence of its own, which for
ordinary memory is no copy at all: the same cells belong to several sequences. Recurrent states are copied.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

from app.inference.llama.binding import lib
from app.inference.llama.sequence import DecodeFailed
from app.inference.protocol import TurnStats

ReplySteps = Generator[None, None, TurnStats]


class SampleSequence:
    """The sequence of one of the replies. What is appended is decoded with the others' tokens at the next step."""

    def __init__(self, number: int, *, length: int, position: int) -> None:
        self.number = number
        """Its number in the context's memory."""
        self.length = length
        self.position = position
        self.output = -1
        """At first that of the prompt's last token."""
        self.waiting: int | None = None

    def append(self, token: int) -> None:
        """Hold one more token."""
        self.waiting = token
        self.length += 1
        self.position += 1


class SampleBatch:
    """The sequences of all replies after a prompt of `length` tokens that sequence 0 of `context` has just read.

    Use as a context manager: the copies are gone at its end, and sequence 0 holds the prompt as before.
    """

    def __init__(self, context: Any, *, count: int, length: int, position: int) -> None:
        self._context = context
        self._memory = lib.llama_get_memory(context)
        self.sequences = [SampleSequence(k + 1, length=length, position=position) for k in range(count)]
        self._batch = lib.llama_batch_init(count, 0, 1)

    def __enter__(self) -> SampleBatch:
        for sequence in self.sequences:
            lib.llama_memory_seq_cp(self._memory, 0, sequence.number, -1, -1)
        return self

    def __exit__(self, *_: object) -> None:
        for sequence in self.sequences:
            lib.llama_memory_seq_rm(self._memory, sequence.number, -1, -1)
        lib.llama_batch_free(self._batch)

    def write(self, replies: Sequence[ReplySteps]) -> Generator[tuple[int, TurnStats], None, None]:
        """Run the replies side by side; yields the number of each that has ended, with its figures.

        Where the context is full all end there. Raises `DecodeFailed`.
        """
        running = list(enumerate(replies))
        failure: DecodeFailed | None = None
        while running:
            left: list[tuple[int, ReplySteps]] = []
            for number, steps in running:
                try:
                    if failure is None:
                        next(steps)
                    else:
                        steps.throw(failure)
                except StopIteration as end:
                    self.sequences[number].waiting = None
                    yield number, end.value
                    continue
                left.append((number, steps))
            running = left
            failure = self._decode([self.sequences[number] for number, _ in running])

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
        if not sequences:
            return None
        code = lib.llama_decode(self._context, batch)
        return DecodeFailed(code) if code != 0 else None
