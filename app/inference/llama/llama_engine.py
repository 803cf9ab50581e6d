"""The engine on llama.cpp: loads a GGUF file and answers turns with it. Lives in the child's main thread."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass

from app.inference.delta_stream import DeltaStream
from app.inference.engine import Emit, Orders
from app.inference.errors import (
    EngineBug,
    NoModelLoaded,
    NudgeTooLong,
    OutOfMemoryWhileComputing,
    PromptTooLong,
    report_of,
)
from app.inference.llama import binding
from app.inference.llama.binding import LlamaLog, lib
from app.inference.llama.loaded_llama import LoadedLlama
from app.inference.llama.model_loading import ModelLoading
from app.inference.llama.prompt_writer import WrittenPrompt
from app.inference.llama.reply import LlamaReply, ReplyLimits
from app.inference.llama.sampler_chain import SamplerChain
from app.inference.llama.sequence import DecodeFailed, ReadingWasStopped
from app.inference.llama.steering import SteeringOrders, ThoughtLimits, ThoughtSteering, answer_reserve
from app.inference.protocol import (
    CountTokens,
    FinishReason,
    GenerationRequest,
    LoadModel,
    LoopNoticed,
    ModelLoaded,
    NudgeRefused,
    PromptProgress,
    ReadAhead,
    StartTurn,
    ThinkingEnd,
    TokensCounted,
    TurnFinished,
    TurnStats,
)
from app.inference.sampling_defaults import resolve
from app.reasoning import Delta, ReasoningFormat

_UNLIMITED = 1 << 60
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

    def generate(self, command: StartTurn) -> None:
        """Answer; see `Engine.generate`."""
        asked_at = time.monotonic()
        loaded = self._loaded
        if loaded is None:
            raise NoModelLoaded
        turn_id, request = command.turn_id, command.request

        def is_stopped() -> bool:
            return self._orders.is_turn_stopped(turn_id)

        self._settling = None
        prompt = loaded.prompts.write(request)
        context = loaded.info.context
        if not prompt.tokens or len(prompt.tokens) >= context:
            raise PromptTooLong(prompt_tokens=len(prompt.tokens), context=context)

        def on_progress(read: int, cached: int) -> None:
            self._emit(PromptProgress(turn_id, read, len(prompt.tokens), cached))

        stream = DeltaStream(self._emit, turn_id=turn_id)
        loaded.change_to(request.conversation, prompt.tokens)
        # Before the prompt is read: on a device the first token is drawn together with its last batch.
        sampler = loaded.sampling_place.chain(resolve(request.sampling, loaded.info.sampling))
        try:
            try:
                cached = loaded.sequence.read(
                    prompt.tokens, checkpoint_at=prompt.stable_tokens, on_progress=on_progress, is_stopped=is_stopped
                )
            finally:
                _report_begun(stream, request, prompt)
            stats = self._write_reply(loaded, command, prompt, sampler, stream, cached, asked_at)
        except ReadingWasStopped:
            stats = TurnStats(FinishReason.STOPPED, ThinkingEnd.NONE, len(prompt.tokens), 0, 0, 0, context=context)
        except DecodeFailed as error:
            loaded.sequence.clear()
            details = f"{error}\n{self._log.text()}"
            if error.is_out_of_memory:
                raise OutOfMemoryWhileComputing(details=details) from error
            raise EngineBug(what="llama.cpp could not compute", details=details) from error
        answer = request.prefill_answer + stream.answer
        if answer.strip():
            thinking = request.prefill_thinking + stream.thinking
            self._settling = _Settling(request, thinking.strip(), answer)
        self._emit(TurnFinished(turn_id, 0, stats))

    def rest(self, is_wanted: Callable[[], bool]) -> None:
        """Put the cache into the state that the next prompt will need; see `Engine.rest`.

        The next prompt holds the answer without its thought. Reading the answer in now, while nobody waits, leaves only
        the next question to be read then.
        """
        settling, loaded = self._settling, self._loaded
        if settling is None or loaded is None:
            return
        prefix = loaded.prompts.next_prefix(settling.request, thinking=settling.thinking, answer=settling.answer)
        # What is not finished when a command comes is read with the next prompt; a failure here costs time, no more.
        with contextlib.suppress(ReadingWasStopped):
            if 0 < len(prefix) < loaded.info.context:
                with contextlib.suppress(DecodeFailed):
                    loaded.sequence.read(
                        prefix, checkpoint_at=len(prefix), on_progress=_tell_nobody, is_stopped=is_wanted
                    )
            self._settling = None

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
        ahead = loaded.prompts.ahead(command.request)
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

    def _write_reply(
        self,
        loaded: LoadedLlama,
        command: StartTurn,
        prompt: WrittenPrompt,
        sampler: SamplerChain,
        stream: DeltaStream,
        cached: int,
        asked_at: float,
    ) -> TurnStats:
        turn_id, request = command.turn_id, command.request
        vocabulary = loaded.model.vocabulary
        splitter = loaded.thinking.splitter(prompt.text, prefill=prompt.prefill)
        reply = LlamaReply(
            context=loaded.context,
            sequence=loaded.sequence,
            vocabulary=vocabulary,
            sampler=sampler,
            splitter=splitter,
            markers=loaded.thinking.markers,
            steering=ThoughtSteering(
                close=lambda: loaded.thinking.close_for(splitter),
                limits=ThoughtLimits(
                    room=loaded.info.context - len(prompt.tokens),
                    tokens=request.think_budget,
                    seconds=request.think_budget_s,
                    reserve_share=request.answer_reserve_share,
                    ends_loops=request.ends_loops,
                ),
                orders=SteeringOrders(
                    is_answer_wanted=lambda: self._orders.is_answer_wanted(turn_id),
                    take_nudge=lambda: self._nudge_tokens(loaded, turn_id, splitter.format),
                    on_loop=lambda: self._emit(LoopNoticed(turn_id)),
                ),
            ),
            stream=stream,
            limits=ReplyLimits(
                max_tokens=request.max_tokens if request.max_tokens is not None else _UNLIMITED,
                context=loaded.info.context,
            ),
            is_stopped=lambda: self._orders.is_turn_stopped(turn_id),
            works_ahead=loaded.info.backend != "cpu",
            speculation=loaded.speculation,
        )
        return reply.write(prompt_tokens=len(prompt.tokens), cached_tokens=cached, asked_at=asked_at)

    def _nudge_tokens(self, loaded: LoadedLlama, turn_id: int, form: ReasoningFormat) -> list[int]:
        """Return the tokens of a waiting hint as a paragraph of its own; refuses one that leaves no room to go on."""
        text = self._orders.take_nudge(turn_id).strip()
        if not text:
            return []
        tokens = loaded.model.vocabulary.tokenize_inner(f"\n\n{loaded.thinking.quoted(text, form)}\n\n")
        left = loaded.info.context - loaded.sequence.length
        if len(tokens) + answer_reserve(left) > left:
            refusal = NudgeTooLong(nudge_tokens=len(tokens), left_tokens=left)
            self._emit(NudgeRefused(turn_id, report_of(refusal)))
            return []
        return tokens


def _report_begun(stream: DeltaStream, request: GenerationRequest, prompt: WrittenPrompt) -> None:
    """Report a thought that the request begins the reply with."""
    thought = request.begun_thought
    if thought is not None:
        deltas = [Delta("thinking", thought.text.strip())]
        stream.add(prompt.prefill_as_written, deltas, is_thinking=not thought.is_closed)
        stream.flush()


def _tell_nobody(_read_tokens: int, _cached_tokens: int) -> None:
    """Take progress that nobody waits for."""
