"""One sequence in a context's memory: what it holds, reading a prompt into it, and going on token by token."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from app.inference.llama.binding import lib
from app.inference.llama.checkpoints import Checkpoints
from app.inference.llama.sequence_store import SequenceStore
from app.inference.thread_tuner import ThreadTuner
from app.inference.token_prefix import shared_prefix

READ_BATCH = 512
"""Prompt tokens decoded in one call: small enough for progress and a quick stop, large enough for full speed."""

_NO_SLOT = 1
_ABORTED = 2


class ReadingWasStopped(Exception):
    """The prompt was not read to its end because the person stopped it; what was read is kept."""


class DecodeFailed(Exception):
    """llama.cpp could not compute; `code` is what `llama_decode` returned."""

    def __init__(self, code: int) -> None:
        super().__init__(f"llama_decode returned {code}")
        self.code = code

    @property
    def is_context_full(self) -> bool:
        """Whether there was no room left in the context."""
        return self.code == _NO_SLOT


class LlamaSequence:
    """Sequence 0 of a context: keeps the tokens it holds, so that a prompt's known beginning is not read again."""

    def __init__(self, context: Any, *, threads: int, is_tuned: bool, can_forget_partly: bool = True) -> None:
        """`threads` are the most to use; with `is_tuned` fewer decode a token when that is faster just now.

        Memory that cannot forget its end (`can_forget_partly`) goes back to checkpoints instead.
        """
        self._context = context
        self._checkpoints = None if can_forget_partly else Checkpoints(context)
        self._threads = threads
        self._tuner = ThreadTuner(threads) if is_tuned else None
        self._memory = lib.llama_get_memory(context)
        self._tokens: list[int] = []
        self._one_token = (lib.llama_token * 1)()
        self._one = lib.llama_batch_get_one(self._one_token, 1)

    @property
    def length(self) -> int:
        """How many tokens it holds."""
        return len(self._tokens)

    @property
    def tokens(self) -> Sequence[int]:
        """The tokens it holds; not to be changed."""
        return self._tokens

    def knows(self, tokens: Sequence[int], prompt: Sequence[int]) -> int:
        """Return how much of `prompt` a memory that holds `tokens` would save reading."""
        shared = shared_prefix(tokens, prompt)
        return shared if self._checkpoints is None or shared == len(tokens) else 0

    def load(self, store: SequenceStore, conversation: str, tokens: Sequence[int]) -> None:
        """Hold what the store has saved of a conversation instead; nothing if that fails."""
        self.clear()
        if store.load(self._context, conversation, tokens):
            self._tokens = list(tokens)
            if self._checkpoints is not None:
                self._checkpoints.take(len(tokens))
        else:
            self.clear()

    def save(self, store: SequenceStore, conversation: str) -> None:
        """Save what it holds, unless just that is saved already."""
        if store.tokens_of(conversation) != self._tokens:
            store.save(self._context, conversation, self._tokens)

    def read(
        self,
        prompt: Sequence[int],
        *,
        checkpoint_at: int = 0,
        on_progress: Callable[[int, int], None],
        is_stopped: Callable[[], bool],
    ) -> int:
        """Make the sequence hold exactly `prompt`, with the logits of its last token; returns how many were there.

        `checkpoint_at` is where a later prompt is likely to part from this one. `on_progress(read, cached)` is called
        after each batch. Raises `ReadingWasStopped`, `DecodeFailed`.
        """
        # The last token is decoded in any case, for its logits.
        keep = self._shorten_to(min(shared_prefix(self._tokens, prompt), len(prompt) - 1))
        on_progress(keep, keep)
        abort = lib.ggml_abort_callback(lambda _data: is_stopped())
        lib.llama_set_abort_callback(self._context, abort, None)
        try:
            while (start := len(self._tokens)) < len(prompt):
                if is_stopped():
                    raise ReadingWasStopped
                end = min(start + READ_BATCH, len(prompt))
                if self._checkpoints is not None and start < checkpoint_at < end:
                    end = checkpoint_at
                part = prompt[start:end]
                tokens = (lib.llama_token * len(part))(*part)
                code = lib.llama_decode(self._context, lib.llama_batch_get_one(tokens, len(part)))
                if code != 0:
                    self._take_back_batch()
                    if code == _ABORTED:
                        raise ReadingWasStopped
                    raise DecodeFailed(code)
                self._tokens.extend(part)
                if self._checkpoints is not None and end == checkpoint_at:
                    self._checkpoints.take(end)
                on_progress(end, keep)
        finally:
            # Only while reading: a Python callback for every node of every token's graph would cost speed.
            lib.llama_set_abort_callback(self._context, lib.ggml_abort_callback(0), None)
        return keep

    def append(self, token: int) -> None:
        """Decode one more token; its logits are those of the context now. Raises `DecodeFailed`."""
        self._one_token[0] = token
        tuner = self._tuner
        if tuner is None:
            code = lib.llama_decode(self._context, self._one)
        else:
            if tuner.threads != self._threads:
                self._threads = tuner.threads
                lib.llama_set_n_threads(self._context, self._threads, self._threads)
            began = time.perf_counter()
            code = lib.llama_decode(self._context, self._one)
            tuner.record(time.perf_counter() - began)
        if code != 0:
            raise DecodeFailed(code)
        self._tokens.append(token)

    def forget_after(self, length: int) -> None:
        """Forget what comes after so many tokens; memory that cannot forget its end goes back to a checkpoint."""
        if length < len(self._tokens):
            self._shorten_to(length)

    def clear(self) -> None:
        """Forget everything."""
        lib.llama_memory_clear(self._memory, False)
        self._tokens.clear()
        if self._checkpoints is not None:
            self._checkpoints.forget_after(0)

    def _shorten_to(self, length: int) -> int:
        """Drop all after `length` tokens, or after the checkpoint before it; returns what is left."""
        if length == len(self._tokens):
            return length
        if self._checkpoints is not None:
            length = self._checkpoints.restore(length)
        if length == 0 or not lib.llama_memory_seq_rm(self._memory, 0, length, -1):
            self.clear()
            return 0
        del self._tokens[length:]
        return length

    def _take_back_batch(self) -> None:
        """Undo a failed or stopped batch: in some layers it may be in memory already, in others not.

        Memory that cannot forget its end goes back to a checkpoint, or is cleared: its position tells nothing about how
        far each layer came.
        """
        length = len(self._tokens)
        if lib.llama_memory_seq_rm(self._memory, 0, length, -1):
            return
        if self._checkpoints is not None:
            length = self._checkpoints.restore(length)
            if length and lib.llama_memory_seq_rm(self._memory, 0, length, -1):
                del self._tokens[length:]
                return
        self.clear()
