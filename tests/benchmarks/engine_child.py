"""An engine child to measure: it loads and answers as it does for the app, in a process of its own.

The libraries of graphics devices do not survive the end of a Python process that has used them; the child leaves
without taking them down.
"""

from __future__ import annotations

import queue
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from app.inference.client import EngineClient
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.protocol import (
    EngineStopped,
    Event,
    GenerationRequest,
    LoadFailed,
    LoadModel,
    LoadOptions,
    ModelInfo,
    ModelLoaded,
    ModelUnloaded,
    RunDelta,
    RunFailed,
    RunFinished,
    RunStats,
    StartRun,
    UnloadModel,
)
from app.messages import RunId


class EngineFailed(Exception):
    """The child could not load or answer; the text says why."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What each sample of a turn wrote, and its figures."""

    raw: tuple[str, ...]
    stats: tuple[RunStats, ...]

    @property
    def tokens(self) -> int:
        """The tokens of all."""
        return sum(stats.thinking_tokens + stats.answer_tokens for stats in self.stats)


class EngineChild:
    """Asks and waits; use it with `with`, or `close` it. Raises `EngineFailed`."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._client = EngineClient(self._events.put, factory=LlamaEngineFactory())
        self._number = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def cpu_s(self) -> float:
        """The processor's seconds that the child has used."""
        times = psutil.Process(self._client.pid).cpu_times()
        return float(times.user + times.system)

    def load(self, path: Path, options: LoadOptions) -> ModelInfo:
        """Load a model in place of the one before, and return what is known of it."""
        self._number += 1
        self._client.send(LoadModel(self._number, str(path), options))
        while True:
            event = self._next()
            if isinstance(event, ModelLoaded):
                return event.info
            if isinstance(event, LoadFailed):
                raise EngineFailed(event.error.kind)

    def answer(self, request: GenerationRequest) -> Replies:
        """Return the replies to a request once all have ended."""
        self._number += 1
        self._client.send(StartRun(RunId(self._number), request))
        raw = [""] * request.samples
        ended: dict[int, RunStats] = {}
        while len(ended) < request.samples:
            event = self._next()
            if isinstance(event, RunDelta):
                raw[event.run.sample] += event.raw
            elif isinstance(event, RunFinished):
                ended[event.run.sample] = event.stats
            elif isinstance(event, RunFailed):
                raise EngineFailed(event.error.kind)
        return Replies(tuple(raw), tuple(ended[number] for number in range(request.samples)))

    def unload(self) -> None:
        """Give the model's memory back."""
        self._client.send(UnloadModel())
        while not isinstance(self._events.get(), ModelUnloaded | EngineStopped):
            pass

    def close(self) -> None:
        """End the child."""
        self._client.close()

    def _next(self) -> Event:
        event = self._events.get()
        if isinstance(event, EngineStopped):
            raise EngineFailed(f"engine stopped: {event.error and event.error.values} {event.exit_code}")
        return event
