"""An engine child to measure: it loads and answers as it does for the app, in a process of its own.

The libraries of graphics devices do not survive the end of a Python process that has used them; the child leaves
without taking them down.
"""

from __future__ import annotations

import itertools
import queue
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from app.inference.client import EngineClient
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.protocol import (
    DrawnToken,
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
from app.messages import RunId, Text

_OF_THREADS = 2
"""In Linux's number of a clock: what the scheduler has counted for all threads of a process."""


class EngineFailed(Exception):
    """The child could not load or answer; the text says why."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What each sample of a turn wrote, and its figures; the tokens that it has `drawn`, if that was asked for."""

    raw: tuple[str, ...]
    stats: tuple[RunStats, ...]
    answers: tuple[str, ...] = ()
    drawn: tuple[tuple[DrawnToken, ...], ...] = ()

    @property
    def log_probabilities(self) -> tuple[tuple[float, ...], ...]:
        """Those of the drawn tokens."""
        return tuple(tuple(chance for (_, chance), _ in drawn) for drawn in self.drawn)

    @property
    def tokens(self) -> int:
        """The tokens of all."""
        return sum(stats.thinking_tokens + stats.answer_tokens for stats in self.stats)


@dataclass(slots=True)
class Stream:
    """When a reply was asked for, when its pieces came, in seconds on one clock."""

    asked_at: float
    came: list[tuple[float, int]] = field(default_factory=list)
    """When each piece came, and how many tokens there were by then."""
    ended_at: float = 0.0
    stats: RunStats | None = None

    @property
    def first_s(self) -> float:
        """The time to the first piece."""
        return self.came[0][0] - self.asked_at

    @property
    def longest_pause_s(self) -> float:
        """The longest time for a token; a piece may be of several, where text is held back until it is known."""
        pairs = itertools.pairwise(self.came)
        return max((later[0] - before[0]) / max(1, later[1] - before[1]) for before, later in pairs)


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
        assert self._client.pid is not None, "the child runs"
        if sys.platform == "linux":  # to the nanosecond, where psutil knows hundredths of a second
            return time.clock_gettime((~self._client.pid << 3) | _OF_THREADS)
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
        answers = [""] * request.samples
        drawn: list[list[DrawnToken]] = [[] for _ in raw]
        ended: dict[int, RunStats] = {}
        while len(ended) < request.samples:
            event = self._next()
            if isinstance(event, RunDelta):
                raw[event.run.sample] += event.raw
                answers[event.run.sample] += "".join(part.text for part in event.parts if isinstance(part, Text))
                drawn[event.run.sample] += event.drawn
            elif isinstance(event, RunFinished):
                ended[event.run.sample] = event.stats
            elif isinstance(event, RunFailed):
                raise EngineFailed(event.error.kind)
        return Replies(
            tuple(raw),
            tuple(ended[number] for number in range(request.samples)),
            tuple(answers),
            tuple(map(tuple, drawn)),
        )

    def stream(self, *asked: tuple[float, GenerationRequest]) -> list[Stream]:
        """Ask each after so many seconds, and return how the replies came, once all have ended."""
        began = time.perf_counter()
        waiting = list(asked)
        streams: dict[RunId, Stream] = {}
        while waiting or any(stream.stats is None for stream in streams.values()):
            now = time.perf_counter() - began
            if waiting and now >= waiting[0][0]:
                self._number += 1
                streams[RunId(self._number)] = Stream(time.perf_counter())
                self._client.send(StartRun(RunId(self._number), waiting.pop(0)[1]))
                continue
            try:
                event = self._events.get(timeout=max(0.0, waiting[0][0] - now) if waiting else None)
            except queue.Empty:
                continue
            if isinstance(event, RunDelta):
                streams[event.run].came.append((time.perf_counter(), event.thinking_tokens + event.answer_tokens))
            elif isinstance(event, RunFinished):
                streams[event.run].stats = event.stats
                streams[event.run].ended_at = time.perf_counter()
            elif isinstance(event, RunFailed):
                raise EngineFailed(event.error.kind)
        return list(streams.values())

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
