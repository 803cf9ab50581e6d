"""The engine on llama.cpp: loads a GGUF file and answers turns with it. Lives in the child's main thread."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from app.inference.chat_template import RenderingWasStopped
from app.inference.delta_stream import DeltaStream
from app.inference.engine import Emit, Orders
from app.inference.errors import (
    EngineBug,
    NoModelLoaded,
    OutOfMemoryWhileComputing,
    PromptTooLong,
    TemplateFailed,
)
from app.inference.llama import binding
from app.inference.llama.binding import LlamaLog, lib
from app.inference.llama.loaded_llama import LoadedLlama
from app.inference.llama.model_loading import ModelLoading
from app.inference.llama.prompt_writer import WrittenPrompt
from app.inference.llama.reply_writer import OneWriter, ReplyTask, ReplyWriter, SampleWriter, of_sample
from app.inference.llama.sequence import DecodeFailed, ReadingWasStopped
from app.inference.protocol import (
    CountTokens,
    FinishReason,
    GenerationRequest,
    LoadModel,
    ModelLoaded,
    ModelUnloaded,
    PromptProgress,
    ReadAhead,
    RunFinished,
    RunStats,
    StartRun,
    ThinkingEnd,
    TokensCounted,
)
from app.reasoning import Delta

_AHEAD_BATCH = 64
"""Small, so that little is lost when the question is sent in the middle of it."""


@dataclass(frozen=True, slots=True)
class _Settling:
    """A finished turn whose reply is to be read into the cache as history."""

    request: GenerationRequest
    thinking: str
    answer: str


class LlamaEngine:
    """Implements `app.inference.engine.Engine`."""

    def __init__(self, emit: Emit, orders: Orders) -> None:
        self._emit = emit
        self._orders = orders
        self._log = LlamaLog()
        lib.llama_backend_init()
        self._loaded: LoadedLlama | None = None
        self._settling: _Settling | None = None

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
            is_cancelled=lambda: self._orders.is_load_cancelled(command.load_id),
        ).run()
        self._emit(ModelLoaded(command.load_id, self._loaded.info, time.monotonic() - began))

    def unload(self) -> None:
        """Free the model."""
        self._settling = None
        loaded, self._loaded = self._loaded, None
        if loaded is not None:
            loaded.save_cache()
            loaded.close()

    def close(self) -> None:
        """Free everything."""
        self.unload()

    def generate(self, command: StartRun) -> None:
        """Answer; see `Engine.generate`."""
        loaded = self._loaded
        if loaded is None:
            raise NoModelLoaded
        request, asked_at = command.request, time.monotonic()
        if request.samples > 1:
            self._make_room_for(loaded, request.samples)
        if request.samples > 1 and loaded.replies_at_once > 1:
            self._answer(loaded, request, SampleWriter(command.runs), asked_at=asked_at)
            return
        for run in command.runs:
            one = replace(request, sampling=of_sample(request.sampling, run.sample), samples=1)
            self._answer(loaded, one, OneWriter(run), asked_at=asked_at)

    def _make_room_for(self, loaded: LoadedLlama, samples: int) -> None:
        try:
            loaded.make_room_for(samples)
        except BaseException:
            if loaded.context is None:  # nothing can be answered any more
                self._loaded = None
                loaded.close()
                self._emit(ModelUnloaded())
            raise

    def _answer(self, loaded: LoadedLlama, request: GenerationRequest, writer: ReplyWriter, *, asked_at: float) -> None:
        """Read the prompt and let the replies to it be written."""

        def is_stopped() -> bool:
            return all(self._orders.is_stopped(run) for run in writer.runs)

        self._settling = None
        context = loaded.info.context
        try:
            prompt = loaded.prompts.write(request, is_stopped=is_stopped)
        except RenderingWasStopped:
            self._tell_stopped(writer, prompt_tokens=0, context=context)
            return
        if not prompt.tokens:
            raise TemplateFailed(details="it makes nothing of this conversation")
        if len(prompt.tokens) >= context:
            raise PromptTooLong(prompt_tokens=len(prompt.tokens), context=context)

        def on_progress(read: int, cached: int) -> None:
            self._emit(PromptProgress(writer.runs[0], read, len(prompt.tokens), cached, at_once))

        at_once = min(loaded.replies_at_once, len(writer.runs))
        streams = [DeltaStream(self._emit, run) for run in writer.runs]
        loaded.change_to(request.conversation, prompt.tokens)
        # Before the prompt is read: on a device the first token is drawn together with its last batch.
        writer.prepare(loaded, request)
        try:
            try:
                cached = loaded.sequence.read(
                    prompt.tokens, checkpoint_at=prompt.stable_tokens, on_progress=on_progress, is_stopped=is_stopped
                )
            finally:
                for stream in streams:
                    _report_begun(stream, request, prompt)
            task = ReplyTask(self._orders, self._emit, request, prompt, cached, asked_at)
            writer.write(loaded, task, streams, on_end=lambda run, stats: self._emit(RunFinished(run, stats)))
        except ReadingWasStopped:
            self._tell_stopped(writer, prompt_tokens=len(prompt.tokens), context=context)
        except DecodeFailed as error:
            loaded.sequence.clear()
            details = f"{error}\n{self._log.text()}"
            if error.is_out_of_memory:
                raise OutOfMemoryWhileComputing(details=details) from error
            raise EngineBug(what="llama.cpp could not compute", details=details) from error
        told = request.told_beginning
        answer = (told.text if told is not None else "") + streams[0].answer
        # After a call the next prompt goes on from the reply as it is, with its thought.
        if answer.strip() and len(streams) == 1 and not loaded.prompts.names_a_call(request, answer):
            thinking = (told.thinking if told is not None else "") + streams[0].thinking
            self._settling = _Settling(request, thinking.strip(), answer)

    def _tell_stopped(self, writer: ReplyWriter, *, prompt_tokens: int, context: int) -> None:
        """Report that the turn ended before its first token."""
        stats = RunStats(FinishReason.STOPPED, ThinkingEnd.NONE, prompt_tokens, 0, 0, 0, context=context)
        for run in writer.runs:
            self._emit(RunFinished(run, stats))

    def rest(self, is_wanted: Callable[[], bool]) -> None:
        """Put the cache into the state that the next prompt will need; see `Engine.rest`.

        The next prompt holds the answer without its thought. Reading the answer in now, while nobody waits, leaves only
        the next question to be read then.
        """
        settling, loaded = self._settling, self._loaded
        if settling is None or loaded is None:
            return
        # What is not finished when a command comes is read with the next prompt; a failure here costs time, no more.
        with contextlib.suppress(ReadingWasStopped, RenderingWasStopped):
            prefix = loaded.prompts.next_prefix(
                settling.request, thinking=settling.thinking, answer=settling.answer, is_stopped=is_wanted
            )
            if 0 < len(prefix) < loaded.info.context:
                with contextlib.suppress(DecodeFailed):
                    loaded.sequence.read(
                        prefix, checkpoint_at=len(prefix), on_progress=_tell_nobody, is_stopped=is_wanted
                    )
            self._settling = None

    def forget(self, conversations: Collection[str]) -> None:
        """Overwrite what is held of them; see `Engine.forget`."""
        if self._settling is not None and self._settling.request.conversation in conversations:
            self._settling = None
        if self._loaded is not None:
            self._loaded.forget(conversations)

    def count(self, command: CountTokens) -> TokensCounted:
        """Count; see `Engine.count`."""
        loaded = self._loaded
        if loaded is None:
            raise NoModelLoaded
        vocabulary, request = loaded.model.vocabulary, command.request
        prompt_tokens = len(loaded.prompts.write(request).tokens) if request is not None else 0
        texts = tuple(len(vocabulary.tokenize_inner(vocabulary.guard.protect(text))) for text in command.texts)
        images = tuple(loaded.tokens_of_image(image) for image in command.images)
        return TokensCounted(command.count_id, prompt_tokens, texts, images)

    def read_ahead(self, command: ReadAhead, is_wanted: Callable[[], bool]) -> None:
        """Read what is typed so far; see `Engine.read_ahead`."""
        loaded = self._loaded
        if loaded is None or is_wanted():
            return
        try:
            ahead = loaded.prompts.ahead(command.request, is_stopped=is_wanted)
        except RenderingWasStopped:
            return
        if is_wanted() or not 0 < len(ahead.tokens) < loaded.info.context:
            return
        loaded.change_to(command.request.conversation, ahead.tokens)
        self._settling = None  # what is typed stands behind the settled reply: it is read with it
        loaded.note_draft_after(ahead.history_tokens)
        with contextlib.suppress(ReadingWasStopped, DecodeFailed):
            loaded.sequence.read(
                ahead.tokens,
                checkpoint_at=ahead.history_tokens,
                batch_tokens=_AHEAD_BATCH,
                on_progress=_tell_nobody,
                is_stopped=is_wanted,
            )


def _report_begun(stream: DeltaStream, request: GenerationRequest, prompt: WrittenPrompt) -> None:
    """Report what the request begins the reply with, unless the asker has it from an earlier one."""
    beginning = request.beginning
    if beginning is not None and not beginning.raw:
        deltas = (Delta("thinking", beginning.thinking.strip()), Delta("answer", beginning.text.strip()))
        given = [delta for delta in deltas if delta.text]
        stream.add(prompt.beginning_as_written, given, is_thinking=not beginning.is_past_thought)
        stream.flush()


def _tell_nobody(_read_tokens: int, _cached_tokens: int) -> None:
    """Take progress that nobody waits for."""
