"""The engine on llama.cpp: loads a GGUF file and answers turns with it. Lives in the child's main thread."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from app.gguf import GgufHeader
from app.hardware.machine import Machine
from app.inference.chat_template import PLAIN_CHATML, ChatTemplate
from app.inference.delta_stream import DeltaStream
from app.inference.engine import Emit, Orders
from app.inference.errors import (
    EngineBug,
    NoModelLoaded,
    NudgeTooLong,
    OutOfMemoryForContext,
    PromptTooLong,
    report_of,
)
from app.inference.llama import binding
from app.inference.llama.binding import LlamaLog, lib
from app.inference.llama.context_plan import checked_header, planned_context
from app.inference.llama.devices import gpu_devices
from app.inference.llama.llama_model import ALL_LAYERS, LlamaModel
from app.inference.llama.reply import LlamaReply, ReplyLimits
from app.inference.llama.sampler_chain import SamplerChain
from app.inference.llama.sequence import DecodeFailed, LlamaSequence, ReadingWasStopped
from app.inference.llama.steering import SteeringOrders, ThoughtSteering, answer_reserve
from app.inference.llama.thinking import ModelThinking
from app.inference.protocol import (
    Backend,
    ChatMessage,
    FinishReason,
    GenerationRequest,
    LoadModel,
    LoadProgress,
    LoadStage,
    LoopNoticed,
    ModelInfo,
    ModelLoaded,
    NudgeRefused,
    PromptProgress,
    StartTurn,
    ThinkingEnd,
    TurnFinished,
    TurnStats,
)
from app.inference.sampling_defaults import recommended_sampling, resolve

_PROGRESS_S = 0.1
_UNLIMITED = 1 << 60


class LlamaEngine:
    """Implements `app.inference.engine.Engine`."""

    def __init__(self, emit: Emit, orders: Orders) -> None:
        self._emit = emit
        self._orders = orders
        self._log = LlamaLog()
        lib.llama_backend_init()
        self._loaded: _Loaded | None = None

    @property
    def name(self) -> str:
        """The binding and its version."""
        return binding.version()

    def load(self, command: LoadModel) -> None:
        """Load the file; see `Engine.load`."""
        self.unload()
        began = time.monotonic()
        self._emit(LoadProgress(command.load_id, 0.0, LoadStage.OPENING))
        path = Path(command.path)
        header, size_bytes = checked_header(path)
        devices = gpu_devices() if command.options.gpu_layers != 0 else ()
        context_tokens = planned_context(
            header, name=path.name, size_bytes=size_bytes, requested=command.options.context, gpus=devices
        )
        progress = _ThrottledProgress(self._emit, command.load_id)
        layers = command.options.gpu_layers if command.options.gpu_layers is not None else ALL_LAYERS
        attempts = [layers, 0] if devices else [0]
        for index, gpu_layers in enumerate(attempts):
            model = LlamaModel(
                path,
                gpu_layers=gpu_layers,
                log=self._log,
                on_progress=progress.report,
                is_cancelled=lambda: self._orders.is_load_cancelled(command.load_id),
            )
            self._emit(LoadProgress(command.load_id, 1.0, LoadStage.PREPARING))
            try:
                backend: Backend = devices[0].backend if devices and gpu_layers != 0 else "cpu"
                device = devices[0].description if devices and gpu_layers != 0 else ""
                self._loaded = _Loaded(
                    model,
                    header,
                    context_tokens=context_tokens,
                    threads=command.options.threads or Machine.now().physical_cores,
                    log=self._log,
                    backend=backend,
                    device=device,
                )
                break
            except OutOfMemoryForContext:
                model.close()
                if index + 1 == len(attempts):
                    raise
            except BaseException:
                model.close()
                raise
        assert self._loaded is not None
        self._emit(ModelLoaded(command.load_id, self._loaded.info, time.monotonic() - began))

    def unload(self) -> None:
        """Free the model."""
        loaded, self._loaded = self._loaded, None
        if loaded is not None:
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

        prompt_text = loaded.render(request)
        prompt = loaded.model.vocabulary.tokenize_prompt(prompt_text)
        context = loaded.info.context
        if not prompt or len(prompt) >= context:
            raise PromptTooLong(prompt_tokens=len(prompt), context=context)

        def on_progress(read: int, cached: int) -> None:
            self._emit(PromptProgress(turn_id, read, len(prompt), cached))

        cached = 0
        try:
            cached = loaded.sequence.read(prompt, on_progress=on_progress, is_stopped=is_stopped)
            stats = self._write_reply(loaded, command, prompt_text, prompt, cached, asked_at)
        except ReadingWasStopped:
            stats = TurnStats(FinishReason.STOPPED, ThinkingEnd.NONE, len(prompt), cached, 0, 0, context=context)
        except DecodeFailed as error:
            loaded.sequence.clear()
            details = f"{error}\n{self._log.text()}"
            raise EngineBug(what="llama.cpp could not compute", details=details) from error
        self._emit(TurnFinished(turn_id, 0, stats))

    def _write_reply(
        self,
        loaded: _Loaded,
        command: StartTurn,
        prompt_text: str,
        prompt: list[int],
        cached: int,
        asked_at: float,
    ) -> TurnStats:
        turn_id, request = command.turn_id, command.request
        vocabulary = loaded.model.vocabulary
        sampler = SamplerChain(resolve(request.sampling, loaded.info.sampling), vocabulary_size=vocabulary.size)
        try:
            reply = LlamaReply(
                context=loaded.context,
                sequence=loaded.sequence,
                vocabulary=vocabulary,
                sampler=sampler,
                splitter=loaded.thinking.splitter(prompt_text, prefill=request.prefill),
                markers=loaded.thinking.markers,
                steering=ThoughtSteering(
                    close=loaded.thinking.markers.close_thinking,
                    room=loaded.info.context - len(prompt),
                    budget=request.think_budget,
                    ends_loops=request.ends_loops,
                    orders=SteeringOrders(
                        is_answer_wanted=lambda: self._orders.is_answer_wanted(turn_id),
                        take_nudge=lambda: self._nudge_tokens(loaded, turn_id),
                        on_loop=lambda: self._emit(LoopNoticed(turn_id)),
                    ),
                ),
                stream=DeltaStream(self._emit, turn_id=turn_id),
                limits=ReplyLimits(
                    max_tokens=request.max_tokens if request.max_tokens is not None else _UNLIMITED,
                    context=loaded.info.context,
                ),
                is_stopped=lambda: self._orders.is_turn_stopped(turn_id),
            )
            return reply.write(prompt_tokens=len(prompt), cached_tokens=cached, asked_at=asked_at)
        finally:
            sampler.close()

    def _nudge_tokens(self, loaded: _Loaded, turn_id: int) -> list[int]:
        """Return the tokens of a waiting hint as a paragraph of its own; refuses one that leaves no room to go on."""
        text = self._orders.take_nudge(turn_id).strip()
        if not text:
            return []
        vocabulary = loaded.model.vocabulary
        tokens = vocabulary.tokenize_inner(f"\n\n{vocabulary.guard.protect(text)}\n\n")
        left = loaded.info.context - loaded.sequence.length
        if len(tokens) + answer_reserve(left) > left:
            refusal = NudgeTooLong(nudge_tokens=len(tokens), left_tokens=left)
            self._emit(NudgeRefused(turn_id, report_of(refusal)))
            return []
        return tokens


class _Loaded:
    """A model with its context, template and memory, as long as it is loaded."""

    def __init__(
        self,
        model: LlamaModel,
        header: GgufHeader,
        *,
        context_tokens: int,
        threads: int,
        log: LlamaLog,
        backend: Backend,
        device: str,
    ) -> None:
        self.model = model
        vocabulary = model.vocabulary
        source = model.chat_template or PLAIN_CHATML
        self.template = ChatTemplate(source, bos_token=vocabulary.bos_text, eos_token=vocabulary.eos_text)
        self.thinking = ModelThinking(source, vocabulary)
        log.clear()
        parameters = lib.llama_context_default_params()
        parameters.n_ctx = context_tokens
        parameters.n_threads = parameters.n_threads_batch = threads
        parameters.no_perf = True
        self.context: Any = lib.llama_init_from_model(model.pointer, parameters)
        if not self.context:
            raise OutOfMemoryForContext(context=context_tokens, details=log.text())
        self.sequence = LlamaSequence(self.context, threads=threads, is_tuned=backend == "cpu")
        self.info = ModelInfo(
            path=str(model.path),
            name=model.metadata.get("general.name") or model.path.stem,
            architecture=model.metadata.get("general.architecture", ""),
            quantization=header.quantization,
            parameters=model.parameters,
            size_bytes=model.size_bytes,
            context=min(int(lib.llama_n_ctx(self.context)), context_tokens),
            context_limit=model.context_limit,
            backend=backend,
            device=device,
            thinks=self.thinking.thinks,
            thinking_format=self.thinking.description,
            thinking_levels=self.thinking.levels,
            sampling=recommended_sampling(model.metadata),
        )

    def render(self, request: GenerationRequest) -> str:
        """Return the prompt; what people and models wrote in it can no longer form markers."""
        guard = self.model.vocabulary.guard
        change = self.thinking.request_for(request.thinking)
        messages = [ChatMessage(m.role, guard.protect(m.content), guard.protect(m.thinking)) for m in request.messages]
        prompt = self.template.render(change.apply_to(messages), variables=change.variables)
        if request.think_budget == 0 and not request.prefill:
            prompt += self.thinking.closed_thought_for(prompt)
        return prompt + request.prefill

    def close(self) -> None:
        """Free context, then model."""
        if self.context:
            lib.llama_free(self.context)
            self.context = None
        self.model.close()


class _ThrottledProgress:
    """Passes a load's progress on, at most ten times a second."""

    def __init__(self, emit: Emit, load_id: int) -> None:
        self._emit = emit
        self._load_id = load_id
        self._sent_at = 0.0

    def report(self, fraction: float) -> None:
        """Send the fraction if it is time."""
        now = time.monotonic()
        if now - self._sent_at >= _PROGRESS_S:
            self._sent_at = now
            self._emit(LoadProgress(self._load_id, min(1.0, fraction)))
