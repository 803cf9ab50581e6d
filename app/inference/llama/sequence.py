"""One sequence in a context's memory: what it holds, reading a prompt into it, and going on token by token."""

from __future__ import annotations

import ctypes
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from app.inference.llama.binding import lib
from app.inference.llama.checkpoints import Checkpoints
from app.inference.llama.image_reader import ABORTED, ImageReader
from app.inference.llama.image_runs import (
    before_cut_image,
    begins_image,
    missing_positions,
    next_image,
    run_at,
    run_positions,
    words_of,
)
from app.inference.llama.sampler_chain import SamplerChain
from app.inference.llama.sequence_store import SequenceStore
from app.inference.thread_tuner import ThreadTuner
from app.inference.token_prefix import shared_prefix

READ_BATCH = 512
"""Prompt tokens decoded in one call: small enough for progress and a quick stop, large enough for full speed."""

_NO_SLOT = 1
_NO_MEMORY = -2


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

    @property
    def is_out_of_memory(self) -> bool:
        """Whether an allocation failed."""
        return self.code == _NO_MEMORY


class LlamaSequence:
    """Sequence 0 of a context: keeps the tokens it holds, so that a prompt's known beginning is not read again.

    Images are runs of negative numbers among the tokens (see `image_runs`), read by `images`.
    """

    def __init__(
        self,
        context: Any,
        *,
        threads: int,
        is_tuned: bool,
        can_forget_partly: bool = True,
        images: ImageReader | None = None,
    ) -> None:
        """`threads` are the most to use; with `is_tuned` fewer decode a token when that is faster just now.

        Memory that cannot forget its end (`can_forget_partly`) goes back to checkpoints instead.
        """
        self._images = images
        self._missing = 0
        """How many positions fewer than tokens it holds: images may take fewer."""
        self._context = context
        self._checkpoints = None if can_forget_partly else Checkpoints(context)
        self._threads = threads
        self._tuner = ThreadTuner(threads) if is_tuned else None
        self._memory = lib.llama_get_memory(context)
        self._tokens: list[int] = []
        self._one_token = (lib.llama_token * 1)()
        self._one = lib.llama_batch_get_one(self._one_token, 1)
        self._one_position = (lib.llama_pos * 1)()
        self._ahead: deque[int] = deque()
        """Drafted tokens that the memory holds after `tokens`, not yet confirmed."""
        self._output = -1

    @property
    def length(self) -> int:
        """How many tokens it holds."""
        return len(self._tokens)

    @property
    def tokens(self) -> Sequence[int]:
        """The tokens it holds; not to be changed."""
        return self._tokens

    @property
    def words(self) -> Sequence[int]:
        """The tokens it holds, without images; not to be changed."""
        return words_of(self._tokens) if self._images is not None else self._tokens

    @property
    def output(self) -> int:
        """Which output of the last decode has the logits after the last token: -1 if it was decoded alone."""
        return self._output

    @property
    def position(self) -> int:
        """The position of the next token."""
        return self._position

    @property
    def can_hold_drafts(self) -> bool:
        """Whether tokens can be decoded on trial and taken back."""
        return self._checkpoints is None

    def knows(self, tokens: Sequence[int], prompt: Sequence[int]) -> int:
        """Return how much of `prompt` a memory that holds `tokens` would save reading."""
        shared = shared_prefix(tokens, prompt)
        return shared if self._checkpoints is None or shared == len(tokens) else 0

    def load(self, store: SequenceStore, conversation: str, tokens: Sequence[int]) -> None:
        """Hold what the store has saved of a conversation instead; nothing if that fails."""
        self.clear()
        if store.load(self._context, conversation, tokens):
            self._tokens = list(tokens)
            self._missing = missing_positions(self._tokens)
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
        batch_tokens: int = READ_BATCH,
        on_progress: Callable[[int, int], None],
        is_stopped: Callable[[], bool],
    ) -> int:
        """Make the sequence hold exactly `prompt`, with the logits of its last token; returns how many were there.

        Small batches of `batch_tokens` lose less when the reading is stopped; `checkpoint_at` is where a later prompt
        is likely to part from this one. `on_progress(read, cached)` is called after each batch. Raises
        `ReadingWasStopped`, `DecodeFailed`, and the errors of `ImageReader.read`.
        """
        self.drop_draft()
        # The last token is decoded in any case, for its logits.
        keep = self._shorten_to(min(shared_prefix(self._tokens, prompt), len(prompt) - 1))
        on_progress(keep, keep)
        abort = lib.ggml_abort_callback(lambda _data: is_stopped())
        lib.llama_set_abort_callback(self._context, abort, None)
        try:
            while (start := len(self._tokens)) < len(prompt):
                if is_stopped():
                    raise ReadingWasStopped
                end = min(start + batch_tokens, len(prompt))
                if self._checkpoints is not None and start < checkpoint_at < end:
                    end = checkpoint_at
                part, code = self._decode_part(prompt, start, end, is_stopped)
                end = start + len(part)
                if code != 0:
                    self._take_back_batch()
                    if code == ABORTED:
                        raise ReadingWasStopped
                    raise DecodeFailed(code)
                self._hold(part)
                if self._checkpoints is not None and end == checkpoint_at:
                    self._checkpoints.take(end)
                on_progress(end, keep)
        finally:
            self._output = -1
            # Only while reading: a Python callback for every node of every token's graph would cost speed.
            lib.llama_set_abort_callback(self._context, lib.ggml_abort_callback(0), None)
        return keep

    def _decode_part(
        self, prompt: Sequence[int], start: int, end: int, is_stopped: Callable[[], bool]
    ) -> tuple[Sequence[int], int]:
        """Decode the prompt from `start` on, to `end` or the next image, or one image; returns it and the code."""
        if self._images is not None and begins_image(prompt[start]):
            part = run_at(prompt, start)
            try:
                return part, self._images.read(self._context, part, self._position, is_stopped=is_stopped)
            except BaseException:
                self._take_back_batch()
                raise
        part = prompt[start : next_image(prompt, start, end) if self._images is not None else end]
        return part, lib.llama_decode(self._context, self._batch(part))

    def draw(self, sampler: SamplerChain) -> int:
        """Draw what follows the last token."""
        return sampler.draw(self._context, self._output)

    def append(self, token: int, draft: Sequence[int] = ()) -> None:
        """Hold one more token; its logits are those of `output` now. Raises `DecodeFailed`.

        `draft` is decoded together with it, on trial: if the tokens appended next are those, they are there already.
        Without room for the draft the token is decoded alone.
        """
        if self._ahead:
            if self._ahead[0] == token:
                self._tokens.append(self._ahead.popleft())
                self._output += 1
                return
            self.drop_draft()
        if not (draft and self._decode_draft(token, draft)):
            self._decode_one(token)
        self._tokens.append(token)

    def holds_next(self, token: int) -> bool:
        """Whether this token comes next in the draft at hand."""
        return bool(self._ahead) and self._ahead[0] == token

    def drop_draft(self) -> None:
        """Take what is left of a draft out of memory; the logits of `output` stay."""
        if self._ahead:
            self._ahead.clear()
            lib.llama_memory_seq_rm(self._memory, 0, self._position, -1)

    def decode_last_again(self) -> None:
        """Decode the last token anew, alone, and drop the draft. Raises `DecodeFailed`."""
        self.drop_draft()
        token = self._tokens.pop()
        lib.llama_memory_seq_rm(self._memory, 0, self._position, -1)
        self._decode_one(token)
        self._tokens.append(token)

    def _decode_draft(self, token: int, draft: Sequence[int]) -> bool:
        """Decode a token with a draft after it, all with logits; returns whether that was possible."""
        count = 1 + len(draft)
        batch = self._batch((token, *draft))
        batch.logits = (ctypes.c_int8 * count)(*[1] * count)
        if lib.llama_decode(self._context, batch) != 0:
            lib.llama_memory_seq_rm(self._memory, 0, self._position, -1)
            return False
        self._ahead.extend(draft)
        self._output = 0
        return True

    def _decode_one(self, token: int) -> None:
        self._one_token[0] = token
        self._one_position[0] = self._position
        self._one.pos = self._one_position if self._missing else None
        self._output = -1
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

    def forget_after(self, length: int) -> None:
        """Forget what comes after so many tokens; memory that cannot forget its end goes back to a checkpoint."""
        if length < len(self._tokens):
            self._shorten_to(length)

    def clear(self) -> None:
        """Forget everything."""
        self._clear(overwrites=False)

    def wipe(self) -> None:
        """Forget everything, and overwrite where it stood: that takes time."""
        self._clear(overwrites=True)

    def _clear(self, *, overwrites: bool) -> None:
        self._ahead.clear()
        self._output = -1
        lib.llama_memory_clear(self._memory, overwrites)
        self._tokens.clear()
        self._missing = 0
        if self._checkpoints is not None:
            self._checkpoints.forget_after(0)

    def _shorten_to(self, length: int) -> int:
        """Drop all after `length` tokens, or after the checkpoint before it; returns what is left."""
        if length == len(self._tokens):
            return length
        length = before_cut_image(self._tokens, length)
        if self._checkpoints is not None:
            length = self._checkpoints.restore(length)
        if length == 0 or not self._forget_from(length):
            self.clear()
            return 0
        return length

    def _forget_from(self, length: int) -> bool:
        """Take what comes after so many tokens out of memory; returns whether that was possible."""
        missing = missing_positions(self._tokens[:length]) if self._missing else 0
        if not lib.llama_memory_seq_rm(self._memory, 0, length - missing, -1):
            return False
        del self._tokens[length:]
        self._missing = missing
        return True

    @property
    def _position(self) -> int:
        """The position of the next token."""
        return len(self._tokens) - self._missing

    def _hold(self, part: Sequence[int]) -> None:
        self._tokens.extend(part)
        if part[0] < 0:
            self._missing += len(part) - run_positions(part)

    def _batch(self, part: Sequence[int]) -> Any:
        """Return a batch of tokens that come next; llama.cpp counts positions itself unless some are missing."""
        count = len(part)
        tokens = (lib.llama_token * count)(*part)
        batch = lib.llama_batch_get_one(tokens, count)
        batch.token = tokens  # keeps them as long as the batch
        if self._missing:
            batch.pos = (lib.llama_pos * count)(*range(self._position, self._position + count))
        return batch

    def _take_back_batch(self) -> None:
        """Undo a failed or stopped batch: in some layers it may be in memory already, in others not.

        Memory that cannot forget its end goes back to a checkpoint, or is cleared: its position tells nothing about how
        far each layer came.
        """
        if lib.llama_memory_seq_rm(self._memory, 0, self._position, -1):
            return
        if self._checkpoints is not None:
            length = self._checkpoints.restore(len(self._tokens))
            if length and self._forget_from(length):
                return
        self.clear()
