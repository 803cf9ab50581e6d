"""Conversations as rows of token ids, made by many processes while the GPU trains. Free of torch.

A row holds whole conversations, longest first into whatever space is left; the rest is padding. The top bit of an id
says that this token is to be learned (everything the assistant says in the last turn).
"""

from __future__ import annotations

import multiprocessing
import queue as queues
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from byte_pairs import Tokenizer
from chat_format import END_OF_TEXT, training_text
from curriculum import mixture

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

    from numpy.typing import NDArray

LEARNED = 0x8000


def encoded(rng: Random, tokenizer: Tokenizer) -> NDArray[np.uint16]:
    """One conversation, `LEARNED` set where the loss counts, and the end of text after it."""
    given, learned = training_text(rng, mixture.conversation(rng))
    head = tokenizer.encode(given)
    tail = tokenizer.encode(learned)
    ids = np.array([*head, *tail, tokenizer.special[END_OF_TEXT]], dtype=np.uint16)
    ids[len(head) : len(head) + len(tail)] |= LEARNED
    return ids


def shard(rng: Random, tokenizer: Tokenizer, rows: int, length: int) -> NDArray[np.uint16]:
    """`rows` rows of `length` tokens; conversations that are longer than a row are left out."""
    pad = tokenizer.special[END_OF_TEXT]
    out = np.full((rows, length), pad, dtype=np.uint16)
    used = [0] * rows
    goal, total, found = rows * length * 0.985, 0, []
    while total < goal:
        ids = encoded(rng, tokenizer)
        if len(ids) <= length:
            found.append(ids)
            total += len(ids)
    found.sort(key=len, reverse=True)
    # Best fit: space_left[n] lists the rows with n tokens free.
    space: list[list[int]] = [[] for _ in range(length + 1)]
    space[length] = list(range(rows))
    for ids in found:
        n = next((n for n in range(len(ids), length + 1) if space[n]), -1)
        if n < 0:
            continue
        row = space[n].pop()
        at = used[row]
        out[row, at : at + len(ids)] = ids
        used[row] = at + len(ids)
        space[n - len(ids)].append(row)
    return out[np.random.default_rng(rng.randrange(1 << 30)).permutation(rows)]


def _produce(seed: int, rows: int, lengths: tuple[int, ...], out: Queue[tuple[int, NDArray[np.uint16]]]) -> None:
    rng, tokenizer = Random(seed), Tokenizer.load()
    turn = seed
    while True:
        length = lengths[turn % len(lengths)]
        turn += 1
        out.put((length, shard(rng, tokenizer, rows * max(lengths) // length, length)))


class Feed:
    """Shards from worker processes. `take(length)` waits for one; `close()` ends the workers.

    When the workers are slower than the trainer, shards already used are given out again.
    """

    def __init__(self, *, workers: int, rows: int, lengths: tuple[int, ...], seed: int, kept: int = 400) -> None:
        context = multiprocessing.get_context("fork")
        self._queue: Queue[tuple[int, NDArray[np.uint16]]] = context.Queue(maxsize=4 * workers)
        self._workers = [
            context.Process(target=_produce, args=(seed * 1000 + i, rows, lengths, self._queue), daemon=True)
            for i in range(workers)
        ]  # fmt: skip
        for worker in self._workers:
            worker.start()
        self._rng = Random(seed)
        self._kept = kept
        self._old: dict[int, list[NDArray[np.uint16]]] = {length: [] for length in lengths}
        self._new: dict[int, list[NDArray[np.uint16]]] = {length: [] for length in lengths}
        self.made = 0
        self.repeated = 0

    def take(self, length: int) -> NDArray[np.uint16]:
        """Rows of this length."""
        while True:
            try:
                while True:
                    got, rows = self._queue.get_nowait()
                    self._new[got].append(rows)
                    self.made += 1
            except queues.Empty:
                pass
            new, old = self._new[length], self._old[length]
            if new:
                rows = new.pop(0)
                if len(old) < self._kept:
                    old.append(rows)
                else:
                    old[self._rng.randrange(self._kept)] = rows
                return rows
            if len(old) > 20:
                self.repeated += 1
                return self._rng.choice(old)
            got, rows = self._queue.get(timeout=120)
            self._new[got].append(rows)
            self.made += 1

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.join()
        self._queue.cancel_join_thread()
        self._queue.close()
