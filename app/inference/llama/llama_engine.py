"""The engine on llama.cpp: loads a GGUF file and answers turns with it. Lives in the child's main thread."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Collection
from dataclasses import replace

from app.errors import UserError
from app.inference.chat_template import RenderingWasStopped
from app.inference.engine import Emit, Interrupts
from app.inference.errors import NoModelLoaded, report_of
from app.inference.llama.loading.loaded_llama import LoadedLlama
from app.inference.llama.loading.model_loading import ModelLoading
from app.inference.llama.native import binding
from app.inference.llama.native.binding import LlamaLog, lib
from app.inference.llama.prompts.prompt_accounting import account_for
from app.inference.llama.replies.run_batch import RunBatch
from app.inference.llama.sequences.sequence import ReadingWasStopped
from app.inference.llama.sequences.sequence_pool import HeldSequence, Settling
from app.inference.llama.sequences.token_batch import DecodeFailed
from app.inference.protocol import (
    CountTokens,
    LoadModel,
    ModelLoaded,
    ModelUnloaded,
    ReadAhead,
    StartRun,
    TokensCounted,
)
from app.messages import RunId

_AHEAD_BATCH = 64
"""Small, so that little is lost when the question is sent in the middle of it."""


class LlamaEngine:
    """Implements `app.inference.engine.Engine`."""

    def __init__(self, emit: Emit, interrupts: Interrupts) -> None:
        self._emit = emit
        self._interrupts = interrupts
        self._log = LlamaLog()
        lib.llama_backend_init()
        self._loaded: LoadedLlama | None = None
        self._runs: RunBatch | None = None

    @property
    def name(self) -> str:
        """The binding, its version, and what it uses of this processor."""
        return f"{binding.version()} ({binding.processor_features()})"

    def load(self, command: LoadModel) -> None:
        """Load the file; see `Engine.load`."""
        self.unload()
        began = time.monotonic()
        self._loaded = ModelLoading(
            command,
            log=self._log,
            emit=self._emit,
            is_cancelled=lambda: self._interrupts.is_load_cancelled(command.load_id),
        ).run()
        self._runs = RunBatch(self._loaded, emit=self._emit, interrupts=self._interrupts, log=self._log)
        self._emit(ModelLoaded(command.load_id, self._loaded.info, time.monotonic() - began))

    def unload(self) -> None:
        loaded, self._loaded = self._loaded, None
        runs, self._runs = self._runs, None
        if runs is not None and loaded is not None:
            loaded.pool.save_all()
            runs.give_up()
            loaded.close()

    def close(self) -> None:
        """Free everything."""
        self.unload()

    def start(self, command: StartRun) -> None:
        """Take up runs; see `Engine.start`."""
        if self._runs is None or self._loaded is None:
            raise NoModelLoaded
        self._runs.add(replace(command, request=self._loaded.as_asked(command.request)))

    @property
    def runs(self) -> Collection[RunId]:
        """Those that have not ended."""
        return self._runs.runs if self._runs is not None else ()

    def step(self) -> None:
        """Let all runs go on; see `Engine.step`."""
        runs, loaded = self._runs, self._loaded
        assert runs is not None, "there are runs"
        assert loaded is not None, "they are of a model"
        runs.step()
        if not runs.runs:
            loaded.wipe_if_due()

    def give_up(self) -> None:
        """Hold no runs any more, nor a model that can answer nothing any more."""
        runs, loaded = self._runs, self._loaded
        if runs is not None:
            runs.give_up()
        if loaded is not None and loaded.context is None:
            self._loaded = self._runs = None
            loaded.close()
            self._emit(ModelUnloaded())

    def rest(self, is_wanted: Callable[[], bool]) -> None:
        """Put the cache into the state that the next prompts will need; see `Engine.rest`.

        The next prompt holds the answer without its thought. Reading the answer in now, while nobody waits, leaves only
        the next question to be read then.
        """
        loaded = self._loaded
        if loaded is None:
            return
        loaded.rest()
        # What is not finished when a command comes is read with the next prompt; a failure here costs time, no more.
        with contextlib.suppress(ReadingWasStopped, RenderingWasStopped):
            for held in loaded.pool.held:
                if held.settling is not None:
                    self._settle(loaded, held, held.settling, is_wanted)

    def _settle(
        self, loaded: LoadedLlama, held: HeldSequence, settling: Settling, is_wanted: Callable[[], bool]
    ) -> None:
        prefix = loaded.prompts.next_prefix(
            settling.request, thinking=settling.thinking, answer=settling.answer, is_stopped=is_wanted
        )
        if 0 < len(prefix) < loaded.info.context:
            with contextlib.suppress(DecodeFailed):
                held.sequence.read(prefix, checkpoint_at=len(prefix), on_progress=_tell_nobody, is_stopped=is_wanted)
        held.settling = None

    def forget(self, conversations: Collection[str]) -> None:
        """Overwrite what is held of them; see `Engine.forget`."""
        if self._loaded is not None:
            self._loaded.forget(conversations)

    def count(self, command: CountTokens) -> TokensCounted:
        loaded = self._loaded
        if loaded is None:
            raise NoModelLoaded
        vocabulary, request = loaded.model.vocabulary, command.request
        request = loaded.as_asked(request) if request is not None else None
        if request is not None and command.accounts:
            try:
                account = account_for(request, loaded.prompts, loaded.thinking, vocabulary)
            except UserError as error:
                return TokensCounted(command.count_id, error=report_of(error))
            return TokensCounted(command.count_id, account.tokens, account=account)
        prompt_tokens = len(loaded.prompts.write(request).tokens) if request is not None else 0
        texts = tuple(len(vocabulary.tokenize_inner(vocabulary.guard.protect(text))) for text in command.texts)
        images = tuple(loaded.tokens_of_image(image) for image in command.images)
        return TokensCounted(command.count_id, prompt_tokens, texts, images)

    def read_ahead(self, command: ReadAhead, is_wanted: Callable[[], bool]) -> None:
        """Read what is typed so far; see `Engine.read_ahead`."""
        loaded = self._loaded
        if loaded is None or self.runs or is_wanted():
            return
        try:
            ahead = loaded.prompts.ahead(loaded.as_asked(command.request), is_stopped=is_wanted)
        except RenderingWasStopped:
            return
        if is_wanted() or not 0 < len(ahead.tokens) < loaded.info.context:
            return
        # What is typed stands behind the settled reply: it is read with it.
        held = loaded.pool.take(command.request.conversation, ahead.tokens)
        if held is None:
            return
        held.draft_after = ahead.history_tokens
        with contextlib.suppress(ReadingWasStopped, DecodeFailed):
            held.sequence.read(
                ahead.tokens,
                checkpoint_at=ahead.history_tokens,
                batch_tokens=_AHEAD_BATCH,
                on_progress=_tell_nobody,
                is_stopped=is_wanted,
            )
        loaded.pool.release(held)


def _tell_nobody(_read_tokens: int, _cached_tokens: int) -> None:
    """Take progress that nobody waits for."""
