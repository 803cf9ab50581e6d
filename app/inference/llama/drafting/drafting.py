"""What drafts for one loaded model, as its options say."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.inference.draft_errors import (
    DraftModelCannotGoBack,
    DraftModelDoesNotMatch,
    DraftModelMissing,
    draft_model_note,
)
from app.inference.errors import OutOfMemoryForContext
from app.inference.llama.drafting.ngram_drafts import NgramDrafts
from app.inference.llama.drafting.speculation import BatchRounding, DraftSource, Speculation
from app.inference.llama.native.binding import LlamaLog, lib
from app.inference.llama.native.context_plan import checked_headers
from app.inference.llama.native.llama_model import ALL_LAYERS, LlamaModel
from app.inference.llama.sampling.sampling_place import SamplingPlace
from app.inference.llama.sequences.sequence import LlamaSequence, ReadingWasStopped
from app.inference.llama.sequences.token_batch import DecodeFailed, Decoder
from app.inference.protocol import LoadOptions, Note, SpeculationKind
from app.messages import Sampling

_LEAST_PARAMETERS = 50_000_000
"""A smaller model writes a token in a millisecond: looking for drafts takes more of that than they give back."""


class Drafting:
    """Makes the speculation of one model and owns its draft model; `close` before the model goes.

    A draft model that cannot be used is an error where drafts of it were asked for, else a note. Raises what
    `DraftModel` raises, and `DraftModelMissing`.
    """

    def __init__(
        self,
        context: Any,
        model: LlamaModel,
        *,
        options: LoadOptions,
        context_tokens: int,
        threads: int,
        is_offloaded: bool,
        log: LlamaLog,
    ) -> None:
        self.speculation: Speculation | None = None
        """`None` if it is off, or the model's memory could not take drafts back."""
        self.notes: tuple[Note, ...] = ()
        self._draft_model: DraftModel | None = None
        self._vocabulary_size = model.vocabulary.size
        kind = options.speculation
        if kind is SpeculationKind.OFF or not model.can_forget_partly:
            return
        if kind is SpeculationKind.AUTO and not options.draft_model and model.parameters < _LEAST_PARAMETERS:
            return
        if not options.keeps_whole_window and lib.llama_model_n_swa(model.pointer) > 0:
            return  # a draft would push tokens out of the window that are needed once it is taken back
        if kind is SpeculationKind.DRAFT and not options.draft_model:
            raise DraftModelMissing
        if options.draft_model and kind is not SpeculationKind.NGRAM:
            try:
                self._draft_model = DraftModel(
                    Path(options.draft_model),
                    model,
                    context_tokens=context_tokens,
                    threads=threads,
                    gpu_layers=ALL_LAYERS if is_offloaded else 0,
                    log=log,
                )
            except UserError as error:
                if kind is SpeculationKind.DRAFT:
                    raise
                self.notes = (draft_model_note(Path(options.draft_model).name, error),)
        sources: list[DraftSource] = [] if kind is SpeculationKind.DRAFT else [NgramDrafts()]
        if self._draft_model is not None:
            sources.append(self._draft_model)
        rounding = BatchRounding(context, vocabulary_size=self._vocabulary_size)
        self.speculation = Speculation(sources=sources, rounding=rounding)

    def move_to(self, context: Any) -> None:
        """The context has been made anew."""
        if self.speculation is not None:
            self.speculation.move_to(BatchRounding(context, vocabulary_size=self._vocabulary_size))

    def forget(self) -> None:
        """Hold nothing of what was read and written."""
        if self.speculation is not None:
            self.speculation.forget()

    def close(self) -> None:
        """Free the draft model."""
        self.speculation = None
        if self._draft_model is not None:
            self._draft_model.close()
            self._draft_model = None


# Drafts from a second, smaller model with the same vocabulary, which lives beside the first one.

_GREEDY = Sampling(temperature=0.0)
_FIRST_CHANCE = 0.65
_LEARNING = 0.05
_RETRY_AFTER = 256
"""Tokens without a draft after which it is given the chance of the beginning again: texts change."""
_MOST_UNEQUAL_SIZE = 128
"""Vocabularies of one family are padded to different sizes; the tokens that both have must be the same."""
_RECENT = 5
_MOST_MISSING = 8


class DraftModel:
    """Implements `DraftSource`: continues greedily, keeping its own sequence in step with the reply's.

    Owns the model and a context as long as that of the model it drafts for. Raises `DraftModelDoesNotMatch`,
    `DraftModelCannotGoBack`, `OutOfMemoryForContext`, and what `LlamaModel` raises. Once it cannot compute it drafts
    no more; the reply goes on without it.
    """

    def __init__(
        self, path: Path, target: LlamaModel, *, context_tokens: int, threads: int, gpu_layers: int, log: LlamaLog
    ) -> None:
        checked_headers(path)
        self._model = LlamaModel(
            path, gpu_layers=gpu_layers, log=log, on_progress=lambda _fraction: None, is_cancelled=lambda: False
        )
        self._context: Any = None
        try:
            _check_match(self._model, target)
            parameters = lib.llama_context_default_params()
            parameters.n_ctx = context_tokens
            parameters.n_threads = parameters.n_threads_batch = threads
            parameters.no_perf = True
            log.clear()
            self._context = lib.llama_init_from_model(self._model.pointer, parameters)
            if not self._context:
                raise OutOfMemoryForContext(context=context_tokens, details=log.text())
        except BaseException:
            self._model.close()
            raise
        self._vocabulary = self._model.vocabulary
        self._size = min(self._vocabulary.size, target.vocabulary.size)
        self._decoder = Decoder(self._context, threads=threads, is_tuned=False)
        self._sequence = LlamaSequence(self._decoder)
        self._place = SamplingPlace(self._context, vocabulary_size=self._vocabulary.size, on_device=gpu_layers != 0)
        self._sampler = self._place.chain(_GREEDY, number=0)
        self._tokens: list[int] = []
        self._agreed = 0
        """How many of them its sequence is known to begin with."""
        self._pending: deque[int] = deque()
        self._times: deque[float] = deque(maxlen=_RECENT)
        self._chance = _FIRST_CHANCE
        self._idle = 0
        self._is_broken = False

    @property
    def drafting_s(self) -> float:
        """What drafting one token takes: the shortest of the latest times, 0 until known."""
        return min(self._times, default=0.0)

    def begin(self, tokens: Sequence[int], *, is_stopped: Callable[[], bool] = lambda: False) -> None:
        """Read what the reply follows, as far as it is not known yet."""
        self._tokens = list(tokens)
        self._pending.clear()
        self._agreed = 0
        if self._is_broken or not tokens:
            return
        try:
            self._sequence.read(tokens, on_progress=lambda _read, _cached: None, is_stopped=is_stopped)
        except ReadingWasStopped:
            return
        except DecodeFailed:
            self._is_broken = True
            return
        self._agreed = len(tokens)

    def add(self, token: int) -> None:
        """Take note of the next token, and of whether it was drafted."""
        self._tokens.append(token)
        self._idle += 1
        if self._pending:
            is_right = self._pending.popleft() == token
            self._chance += _LEARNING * (is_right - self._chance)
            if not is_right:
                self._pending.clear()

    def forget(self) -> None:
        """Hold nothing of any reply."""
        self.begin(())
        self._decoder.wipe()
        self._sequence.note_cleared()

    def chances(self, most: int) -> Sequence[float]:
        """Return how often its drafts were right lately."""
        if self._is_broken:
            return ()
        return [self._chance if self._idle < _RETRY_AFTER else max(self._chance, _FIRST_CHANCE)] * most

    def draft(self, count: int) -> Sequence[int]:
        """Continue greedily; stops where it would end the reply."""
        if self._idle >= _RETRY_AFTER:
            self._chance = max(self._chance, _FIRST_CHANCE)
        self._idle = 0
        began = time.perf_counter()
        drafted: list[int] = []
        try:
            self._catch_up()
            while len(drafted) < count:
                token = self._sequence.draw(self._sampler)
                if token >= self._size or self._vocabulary.is_end(token):
                    break
                drafted.append(token)
                if len(drafted) < count:
                    self._sequence.append(token)
        except DecodeFailed:
            self._is_broken = True
        if drafted:
            self._times.append((time.perf_counter() - began) / len(drafted))
        self._pending = deque(drafted)
        return drafted

    def close(self) -> None:
        """Free everything."""
        if self._context:
            self._place.close()
            lib.llama_free(self._context)
            self._context = None
        self._model.close()

    def _catch_up(self) -> None:
        """Let the sequence hold what was written, with the logits after it."""
        sequence, tokens = self._sequence, self._tokens
        held = sequence.tokens
        agreed = self._agreed
        most = min(len(held), len(tokens))
        while agreed < most and held[agreed] == tokens[agreed]:
            agreed += 1
        # The last token is decoded in any case, for its logits.
        sequence.forget_after(min(agreed, len(tokens) - 1))
        missing = tokens[sequence.length :]
        if len(missing) > _MOST_MISSING:
            sequence.read(tokens, on_progress=lambda _read, _cached: None, is_stopped=lambda: False)
        else:
            sequence.append(missing[0], missing[1:])
            for token in missing[1:]:
                sequence.append(token)
        self._agreed = len(tokens)


def _check_match(draft: LlamaModel, target: LlamaModel) -> None:
    """Raise unless both models mean the same by every token that they share."""
    ours, theirs = (lib.llama_model_get_vocab(model.pointer) for model in (draft, target))
    difference = ""
    if lib.llama_vocab_type(ours) != lib.llama_vocab_type(theirs):
        difference = "the tokenizers are of different kinds"
    elif abs(draft.vocabulary.size - target.vocabulary.size) > _MOST_UNEQUAL_SIZE:
        difference = f"{draft.vocabulary.size} and {target.vocabulary.size} tokens"
    else:
        text_of = lib.llama_vocab_get_text
        for token in range(min(draft.vocabulary.size, target.vocabulary.size)):
            if text_of(ours, token) != text_of(theirs, token):
                difference = f"token {token} is {text_of(ours, token)!r} and {text_of(theirs, token)!r}"
                break
    if difference:
        raise DraftModelDoesNotMatch(draft=draft.path.name, name=target.path.name, details=difference)
    if not draft.can_forget_partly:
        raise DraftModelCannotGoBack(draft=draft.path.name)
