"""One engine child for a command: load a model, ask, and follow the events on the command's own thread."""

from __future__ import annotations

import queue
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import FrameType, TracebackType

from app.errors import UserError
from app.inference.client import EngineClient
from app.inference.device_failure import with_device_failure
from app.inference.errors import EngineDied, ReportedError
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.protocol import (
    CancelLoad,
    EngineReady,
    EngineStopped,
    Event,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadModel,
    LoadOptions,
    LoadProgress,
    ModelLoaded,
    RunFailed,
    RunFinished,
    StartRun,
    StopRun,
)
from app.messages import RunId

_ENGINE_GONE = ("engine_died", "engine_hung")
_LOAD_ID = 1
_FIRST = RunId(1)


class Interrupted(Exception):
    """Ctrl+C came before there was a reply to stop."""


class EngineRun:
    """A context manager around an engine child. Ctrl+C stops what runs, a second one ends the child.

    `load` and `answer` raise the `UserError` that the child reports, and `Interrupted`.
    """

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._client = EngineClient(self._events.put, factory=LlamaEngineFactory())
        self._interrupts = 0
        self._earlier_handler: Callable[[int, FrameType | None], object] | int | None = None
        self._device = ""
        self.engine_name = ""

    def __enter__(self) -> EngineRun:
        if threading.current_thread() is threading.main_thread():
            self._earlier_handler = signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()
        if self._earlier_handler is not None:
            signal.signal(signal.SIGINT, self._earlier_handler)

    def load(self, path: str, options: LoadOptions, *, on_progress: Callable[[float], None]) -> ModelLoaded:
        """Load a model and return what is known of it; on the processor where a device takes the engine down."""
        try:
            return self._load(path, options, on_progress=on_progress)
        except ReportedError as error:
            if error.kind not in _ENGINE_GONE or not self._device:
                raise
        loaded = self._load(path, replace(options, gpu_layers=0), on_progress=on_progress)
        return replace(loaded, info=with_device_failure(loaded.info, self._device))

    def _load(self, path: str, options: LoadOptions, *, on_progress: Callable[[float], None]) -> ModelLoaded:
        self._client.send(LoadModel(_LOAD_ID, path, options))
        for event in self._follow(CancelLoad(_LOAD_ID)):
            match event:
                case ModelLoaded():
                    if self._interrupts:
                        raise Interrupted
                    return event
                case LoadProgress(_, fraction, _, device):
                    self._device = device or self._device
                    on_progress(fraction)
                case LoadFailed(_, report):
                    raise ReportedError(report)
                case LoadCancelled():
                    raise Interrupted
                case _:
                    pass
        raise AssertionError("unreachable: following ends with an exception")

    def answer(self, request: GenerationRequest) -> Iterator[Event]:
        """Ask and yield the events of the turn; the last is the `RunFinished` of the last sample to end."""
        start = StartRun(_FIRST, request)
        running = set(start.runs)
        self._client.send(start)
        for event in self._follow(*map(StopRun, start.runs)):
            if isinstance(event, RunFailed):
                raise ReportedError(event.error)
            yield event
            if isinstance(event, RunFinished):
                running.discard(event.run)
                if not running:
                    return

    @property
    def was_interrupted(self) -> bool:
        """Whether Ctrl+C was pressed."""
        return self._interrupts > 0

    def _follow(self, *stops: CancelLoad | StopRun) -> Iterator[Event]:
        handled = 0
        while True:
            if self._interrupts > handled:
                handled = self._interrupts
                if handled > 1:
                    raise Interrupted
                for stop in stops:
                    self._client.send(stop)
            event = self._events.get()
            match event:
                case None:
                    continue
                case EngineReady(_, name):
                    self.engine_name = name
                case EngineStopped(report, _):
                    error: UserError = (
                        ReportedError(report) if report is not None else EngineDied(reason="it was closed")
                    )
                    raise error
                case _:
                    yield event

    def _on_interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        self._interrupts += 1
        self._events.put(None)  # wakes the follower
