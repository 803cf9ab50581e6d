"""One sequence in a context's memory: what it holds, reading a prompt into it, and going on token by token."""

from __future__ import annotations

import ctypes
import itertools
from collections import deque
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from app.inference.llama.images.image_reader import ABORTED, ImageReader
from app.inference.llama.images.image_runs import (
    before_cut_image,
    begins_image,
    missing_positions,
    next_image,
    run_at,
    run_positions,
    words_of,
)
from app.inference.llama.native.binding import lib
from app.inference.llama.sampling.sampler_chain import SamplerChain
from app.inference.llama.sequences.checkpoints import Checkpoints
from app.inference.llama.sequences.sequence_store import SequenceStore
from app.inference.llama.sequences.token_batch import READ_BATCH, DecodeFailed, Decoder, TokenBatch
from app.inference.token_prefix import shared_prefix

_cell_numbers = itertools.count()


class ReadingWasStopped(Exception):
    """The prompt was not read to its end because the person stopped it; what was read is kept."""


class LlamaSequence:
    """A sequence of a context: keeps the tokens it holds, so that a prompt's known beginning is not read again.

    Images are runs of negative numbers among the tokens (see `image_runs`), read by `images`. What is appended is
    decoded at once or, while it `is_batched`, waits to be `put` into a batch with what other sequences append.
    """

    def __init__(
        self, decoder: Decoder, number: int = 0, *, can_forget_partly: bool = True, images: ImageReader | None = None
    ) -> None:
        """`number` is its own in the context. Memory that cannot forget its end (`can_forget_partly`) goes back to
        checkpoints instead.
        """
        self.number = number
        self.is_batched = False
        self._decoder = decoder
        self._home = (decoder, number)
        self._images = images
        self._missing = 0
        """How many positions fewer than tokens it holds: images may take fewer."""
        self._checkpoints = None if can_forget_partly else Checkpoints(decoder, number)
        self._tokens: list[int] = []
        self._cells: list[int] = []
        """A number for the place of each token in memory: copies of a sequence share places."""
        self._waiting: list[int] = []
        """Tokens that come next and are not decoded yet."""
        self._trial: Sequence[int] = ()
        """Drafted tokens to decode with those."""
        self._ahead: deque[int] = deque()
        """Drafted tokens that the memory holds after `tokens`, not yet confirmed."""
        self._output = -1
        self._logits: npt.NDArray[np.float32] | None = None
        """Those after the last token, where no decode in this sequence has made them."""

    @property
    def length(self) -> int:
        """How many tokens it holds, those included that wait to be decoded."""
        return len(self._tokens) + len(self._waiting)

    @property
    def decoder(self) -> Decoder:
        """That of the context which it is in."""
        return self._decoder

    @property
    def is_away(self) -> bool:
        """Whether it is in another context than the one it was made for."""
        return self._decoder is not self._home[0]

    @property
    def tokens(self) -> Sequence[int]:
        """The tokens it holds; not to be changed."""
        return self._tokens

    @property
    def words(self) -> Sequence[int]:
        """The tokens it holds, without images; not to be changed."""
        return words_of(self._tokens) if self._images is not None else self._tokens

    @property
    def waiting(self) -> Sequence[int]:
        """The tokens that wait to be decoded; not to be changed."""
        return self._waiting

    @property
    def cells(self) -> Sequence[int]:
        """A number for each place that it takes in memory; those of copies are the same."""
        return self._cells

    @property
    def output(self) -> int:
        """Which output of the last decode has the logits after the last token: -1 if it was decoded alone."""
        return self._output

    def knows(self, tokens: Sequence[int], prompt: Sequence[int]) -> int:
        """Return how much of `prompt` a memory that holds `tokens` would save reading."""
        shared = shared_prefix(tokens, prompt)
        return shared if self._checkpoints is None or shared == len(tokens) else 0

    def keeps(self, prompt: Sequence[int]) -> int:
        """Return how much of `prompt` need not be read."""
        shared = min(shared_prefix(self._tokens, prompt), len(prompt) - 1)
        return shared if self._checkpoints is None or shared == len(self._tokens) else self._checkpoints.before(shared)

    def become_copy_of(self, other: LlamaSequence) -> None:
        """Hold what another one holds: the same places of memory, but for states that only go forward."""
        self.clear()
        if other._decoder is self._decoder:
            lib.llama_memory_seq_cp(self._decoder.memory, other.number, self.number, 0, other._position)
        elif not _copied(other._decoder, other.number, self._decoder, self.number):
            return
        self._tokens = list(other._tokens)
        self._cells = list(other._cells)
        self._missing = other._missing
        if self._checkpoints is not None and other._checkpoints is not None:
            self._checkpoints.become_copy_of(other._checkpoints)

    def move_to(self, decoder: Decoder, number: int) -> bool:
        """Go on as sequence `number` of another context; returns whether there was room. Its cells at home stay taken.

        Others would fill them out of order, and attention rounds by the order of cells. The logits after the last token
        are lost: what comes next must wait to be decoded.
        """
        if not _copied(self._decoder, self.number, decoder, number):
            return False
        self._live_in(decoder, number)
        return True

    def go_home(self) -> bool:
        """Be in the context again that it was made for; returns whether there was room, else it holds nothing more."""
        home, number = self._home
        while self.is_away:
            lib.llama_memory_seq_rm(home.memory, number, -1, -1)
            if _copied(self._decoder, self.number, home, number):
                self._remove_from(-1)
                self._live_in(home, number)
                self._cells = [next(_cell_numbers) for _ in self._tokens]
            elif not home.on_full():
                self.clear()
                return False
        return True

    def _live_in(self, decoder: Decoder, number: int) -> None:
        self._decoder, self.number = decoder, number
        if self._checkpoints is not None:
            self._checkpoints.live_in(decoder, number)

    def copy_logits(self, address: int, size: int) -> None:
        """Copy the logits after the last token, one for each token of a vocabulary of this size, to an address."""
        if self._logits is None:
            source = lib.llama_get_logits_ith(self._decoder.context, self._output)
        else:
            source = self._logits.ctypes.data
        ctypes.memmove(address, source, size * ctypes.sizeof(ctypes.c_float))

    def set_logits(self, logits: npt.NDArray[np.float32]) -> None:
        """Take these for the logits after the last token."""
        self._logits = logits

    def load(self, store: SequenceStore, conversation: str, tokens: Sequence[int]) -> None:
        """Hold what the store has saved of a conversation instead; nothing if that fails."""
        self.clear()
        if store.load(self._decoder.context, self.number, conversation, tokens):
            self._tokens = list(tokens)
            self._cells = [next(_cell_numbers) for _ in tokens]
            self._missing = missing_positions(self._tokens)
            if self._checkpoints is not None:
                self._checkpoints.take(len(tokens))
        else:
            self.clear()

    def save(self, store: SequenceStore, conversation: str) -> None:
        """Save what it holds, unless just that is saved already."""
        if store.tokens_of(conversation) != self._tokens:
            store.save(self._decoder.context, self.number, conversation, self._tokens)

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
        reading = PromptReading(self, prompt, checkpoint_at=checkpoint_at, on_progress=on_progress)
        while not reading.is_done:
            reading.read_part(batch_tokens, is_stopped=is_stopped)
        return reading.kept_tokens

    def begin(self, prompt: Sequence[int]) -> int:
        """Drop what it does not share with a prompt that is to be read now; returns how much is kept."""
        self.drop_draft()
        self._waiting.clear()
        # The last token is decoded in any case, for its logits.
        return self._shorten_to(min(shared_prefix(self._tokens, prompt), len(prompt) - 1))

    def read_part(
        self,
        part: Sequence[int],
        *,
        is_last: bool,
        is_stopped: Callable[[], bool],
        meanwhile: Callable[[], None] | None = None,
    ) -> None:
        """Decode a part of a prompt alone: words, or one image, and `meanwhile` others. Raises as `read` does."""
        if is_stopped():
            raise ReadingWasStopped
        decoder = self._decoder
        abort = lib.ggml_abort_callback(lambda _data: is_stopped())
        lib.llama_set_abort_callback(decoder.context, abort, None)
        try:
            if self._images is not None and begins_image(part[0]):
                code = self._images.read(
                    decoder.context,
                    part,
                    self._position,
                    sequence=self.number,
                    is_stopped=is_stopped,
                    meanwhile=meanwhile,
                )
            else:
                code = decoder.decode_part(part, self._position, self.number, outputs=1 if is_last else 0)
        except BaseException:
            self._take_back_batch()
            raise
        finally:
            self._output = -1
            # Only while reading: a Python callback for every node of every token's graph would cost speed.
            lib.llama_set_abort_callback(decoder.context, lib.ggml_abort_callback(0), None)
        if code != 0:
            self._take_back_batch()
            if code == ABORTED:
                raise ReadingWasStopped
            raise DecodeFailed(code)
        self._hold(part)

    def put(self, batch: TokenBatch, *, outputs: int = 1) -> None:
        """Add what waits to a batch, the last of it with logits if `outputs` is 1; `take` it when that is decoded."""
        tokens = [*self._waiting, *self._trial] if self._trial else self._waiting
        self._output = batch.add(tokens, self._position, self.number, outputs=outputs + len(self._trial))

    def try_with(self, draft: Sequence[int]) -> None:
        """Let drafted tokens be decoded together with the one that waits: see `append`."""
        self._trial = draft

    def wait_with(self, part: Sequence[int]) -> None:
        """Let this part of a prompt wait to be decoded."""
        self._waiting[:] = part

    def take(self) -> int:
        """Hold what waited: it has been decoded; returns how many drafted tokens have been, too."""
        self._hold(self._waiting)
        self._waiting.clear()
        self._ahead.extend(self._trial)
        self._trial = ()
        return len(self._ahead)

    def take_back(self) -> bool:
        """Let what was put wait again, since it was not decoded; returns whether what it held is still there."""
        held = len(self._tokens)
        self._trial = ()
        self._take_back_batch()
        return len(self._tokens) == held

    def draw(self, sampler: SamplerChain) -> int:
        """Draw what follows the last token."""
        if self._logits is not None:
            return sampler.draw_from(self._logits)
        return sampler.draw(self._decoder.context, self._output)

    def append(self, token: int, draft: Sequence[int] = ()) -> None:
        """Hold one more token; its logits are those of `output` now. Raises `DecodeFailed`.

        `draft` is decoded together with it, on trial: if the tokens appended next are those, they are there already.
        Without room for the draft the token is decoded alone.
        """
        self._logits = None
        if self._ahead:
            if self._ahead[0] == token:
                self._ahead.popleft()
                self._add(token)
                self._output += 1
                return
            self.drop_draft()
        if self.is_batched:
            self._waiting.append(token)
            return
        if not (draft and self._decode_draft(token, draft)):
            self._decode_one(token)
        self._add(token)

    def holds_next(self, token: int) -> bool:
        """Whether this token comes next in the draft at hand."""
        return bool(self._ahead) and self._ahead[0] == token

    def drop_draft(self) -> None:
        """Take what is left of a draft out of memory; the logits of `output` stay."""
        if self._ahead:
            self._ahead.clear()
            self._remove_from(self._position)

    def decode_last_again(self) -> None:
        """Decode the last token anew, alone, and drop the draft. Raises `DecodeFailed`."""
        self.drop_draft()
        token = self._tokens.pop()
        self._cells.pop()
        self._remove_from(self._position)
        self._decode_one(token)
        self._add(token)

    def _decode_draft(self, token: int, draft: Sequence[int]) -> bool:
        """Decode a token with a draft after it, all with logits; returns whether that was possible."""
        tokens = (token, *draft)
        if self._decoder.decode_draft(tokens, self._position, self.number) != 0:
            self._remove_from(self._position)
            return False
        self._ahead.extend(draft)
        self._output = 0
        return True

    def _decode_one(self, token: int) -> None:
        self._output = -1
        code = self._decoder.decode_one(token, self._position, self.number)
        if code != 0:
            raise DecodeFailed(code)

    def forget_after(self, length: int) -> None:
        """Forget what comes after so many tokens; memory that cannot forget its end goes back to a checkpoint."""
        if length < len(self._tokens):
            self._shorten_to(length)

    def clear(self) -> None:
        """Forget everything, and be at home."""
        self._remove_from(-1)
        if self.is_away:
            self._live_in(*self._home)
            self._remove_from(-1)
        self.note_cleared()

    def note_cleared(self) -> None:
        """Take note that the memory of the whole context has been cleared."""
        self._ahead.clear()
        self._waiting.clear()
        self._trial = ()
        self._output = -1
        self._logits = None
        self._tokens.clear()
        self._cells.clear()
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
        if length == 0 or not self._is_whole_at(length) or not self._forget_from(length):
            self.clear()
            return 0
        return length

    def _is_whole_at(self, length: int) -> bool:
        """Whether windows hold all that they show after so many tokens: what is saved and moved holds no more."""
        window = int(lib.llama_model_n_swa(lib.llama_get_model(self._decoder.context)))
        first = int(lib.llama_memory_seq_pos_min(self._decoder.memory, self.number)) if window else 0
        return first <= max(0, length - missing_positions(self._tokens[:length]) - window)

    def _forget_from(self, length: int) -> bool:
        """Take what comes after so many tokens out of memory; returns whether that was possible."""
        missing = missing_positions(self._tokens[:length]) if self._missing else 0
        if not self._remove_from(length - missing):
            return False
        del self._tokens[length:]
        del self._cells[length:]
        self._missing = missing
        return True

    @property
    def _position(self) -> int:
        """The position of the next token."""
        return len(self._tokens) - self._missing

    def _hold(self, part: Sequence[int]) -> None:
        self._logits = None
        self._tokens.extend(part)
        self._cells.extend(itertools.islice(_cell_numbers, len(part)))
        if part[0] < 0:
            self._missing += len(part) - run_positions(part)

    def _add(self, token: int) -> None:
        self._tokens.append(token)
        self._cells.append(next(_cell_numbers))

    def _remove_from(self, position: int) -> bool:
        return bool(lib.llama_memory_seq_rm(self._decoder.memory, self.number, position, -1))

    def checkpoint(self) -> None:
        """Keep a way back to what it holds now, if its memory needs one."""
        if self._checkpoints is not None:
            self._checkpoints.take(len(self._tokens))

    @property
    def needs_checkpoints(self) -> bool:
        """Whether it can go back only to where a checkpoint was made."""
        return self._checkpoints is not None

    def _take_back_batch(self) -> None:
        """Undo a failed or stopped batch: in some layers it may be in memory already, in others not.

        Memory that cannot forget its end goes back to a checkpoint, or is cleared: its position tells nothing about how
        far each layer came.
        """
        if self._remove_from(self._position):
            return
        if self._checkpoints is not None:
            length = self._checkpoints.restore(len(self._tokens))
            if length and self._forget_from(length):
                return
        waiting = list(self._waiting)
        self.clear()
        self._waiting = waiting


def _copied(source: Decoder, number: int, target: Decoder, target_number: int) -> bool:
    """Copy what a sequence holds into an empty one of another context; returns whether there was room."""
    state = np.empty(lib.llama_state_seq_get_size(source.context, number), np.uint8)
    data = state.ctypes.data_as(ctypes.POINTER(ctypes.c_uint8))
    written = lib.llama_state_seq_get_data(source.context, data, state.size, number)
    if written and lib.llama_state_seq_set_data(target.context, data, written, target_number) == written:
        return True
    lib.llama_memory_seq_rm(target.memory, target_number, -1, -1)
    return False


class PromptReading:
    """Reads a prompt into a sequence part by part: alone, or in a batch with other sequences.

    `checkpoint_at` is where a later prompt is likely to part from this one. `on_progress(read, cached)` is called after
    each part.
    """

    def __init__(
        self,
        sequence: LlamaSequence,
        prompt: Sequence[int],
        *,
        checkpoint_at: int = 0,
        on_progress: Callable[[int, int], None],
    ) -> None:
        self._sequence = sequence
        self._prompt = prompt
        self._checkpoint_at = checkpoint_at
        self._on_progress = on_progress
        self.kept_tokens = sequence.begin(prompt)
        on_progress(self.kept_tokens, self.kept_tokens)

    @property
    def is_done(self) -> bool:
        """Whether the sequence holds the whole prompt, with the logits of its last token."""
        return len(self._sequence.tokens) >= len(self._prompt)

    @property
    def left(self) -> int:
        """How many tokens are still to be read."""
        return len(self._prompt) - len(self._sequence.tokens)

    @property
    def is_at_image(self) -> bool:
        """Whether an image comes next, which is read alone."""
        return self._prompt[len(self._sequence.tokens)] < 0

    def read_part(
        self, most: int, *, is_stopped: Callable[[], bool], meanwhile: Callable[[], None] | None = None
    ) -> None:
        """Decode the next part, at most so many tokens or one image. Raises as `LlamaSequence.read`."""
        part, is_last = self._next_part(most)
        self._sequence.read_part(part, is_last=is_last, is_stopped=is_stopped, meanwhile=meanwhile)
        self._note()

    def put(self, batch: TokenBatch, most: int) -> None:
        """Add the next part to a batch, which comes to `take` when it is decoded."""
        part, is_last = self._next_part(most)
        self._sequence.wait_with(part)
        self._sequence.put(batch, outputs=1 if is_last else 0)

    def take(self) -> None:
        """The part that was put has been decoded."""
        self._sequence.take()
        self._note()

    def take_back(self) -> None:
        """The part that was put has not been decoded: it is read another time."""
        self._sequence.take_back()
        self._sequence.wait_with(())

    def _next_part(self, most: int) -> tuple[Sequence[int], bool]:
        prompt, start = self._prompt, len(self._sequence.tokens)
        if begins_image(prompt[start]):
            return run_at(prompt, start), False
        end = min(start + most, len(prompt))
        if self._sequence.needs_checkpoints and start < self._checkpoint_at < end:
            end = self._checkpoint_at
        end = next_image(prompt, start, end)
        return prompt[start:end], end == len(prompt)

    def _note(self) -> None:
        read = len(self._sequence.tokens)
        if read == self._checkpoint_at:
            self._sequence.checkpoint()
        self._on_progress(read, self.kept_tokens)
