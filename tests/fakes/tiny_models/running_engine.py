"""The real engine in the test's own process: no child, no pipe, and every event at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import structs

from app.inference.engine import Interrupts
from app.inference.errors import ReportedError
from app.inference.llama.llama_engine import LlamaEngine
from app.inference.protocol import (
    Event,
    GenerationRequest,
    LoadModel,
    LoadOptions,
    ModelInfo,
    ModelLoaded,
    Placement,
    RunDelta,
    RunFailed,
    RunFinished,
    RunStats,
    StartRun,
)
from app.messages import Message, RunId, Sampling, Text, Thinking, ToolCall

GREEDY = Sampling(temperature=0.0)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one turn brought."""

    raw: str
    thinking: str
    answer: str
    stats: RunStats
    calls: list[ToolCall]


class RunningEngine:
    """A `LlamaEngine` whose events are collected; one thread, since tests share the machine. Use it with `with`.

    `on_event` sees each event as it happens, in the middle of the engine's work: the place to give `interrupts`.
    `options` are those of the load, on one thread and without a GPU unless they say otherwise.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        context: int | None = None,
        interrupts: Interrupts | None = None,
        options: LoadOptions | None = None,
    ) -> None:
        self._options = options or LoadOptions()
        self.interrupts = interrupts or Interrupts()
        self.events: list[Event] = []
        self.on_event: Callable[[Event], None] = lambda _event: None
        self._numbers = iter(range(1, 1_000_000))
        self.engine = LlamaEngine(self._receive, self.interrupts)
        if path is not None:
            self.load(path, context=context)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self.engine.close()

    def load(self, path: Path, *, context: int | None = None) -> ModelInfo:
        """Load a file."""
        given = self._options
        options = replace(
            given,
            context=context or given.context,
            threads=given.threads or 1,
            gpu_layers=given.gpu_layers or 0,
        )
        self.engine.load(LoadModel(next(self._numbers), str(path), options))
        loaded = self.events[-1]
        assert isinstance(loaded, ModelLoaded)
        return loaded.info

    def answer(self, *texts: str, max_tokens: int | None = 24, sampling: Sampling = GREEDY) -> Reply:
        """Answer a conversation of questions and answers in turn, the last text being the question."""
        messages = tuple(
            Message("assistant" if index % 2 else "user", (Text(text),)) for index, text in enumerate(texts)
        )
        return self.answer_to(GenerationRequest(messages, structs.replace(sampling, max_tokens=max_tokens)))

    def answer_to(self, request: GenerationRequest) -> Reply:
        """Answer any request; raises what the engine raises."""
        turn_id = next(self._numbers)
        before = len(self.events)
        self.run(StartRun(RunId(turn_id), request))
        deltas = [event for event in self.events[before:] if isinstance(event, RunDelta)]
        (finished,) = (event for event in self.events[before:] if isinstance(event, RunFinished))
        parts = [part for delta in deltas for part in delta.parts]
        return Reply(
            raw="".join(delta.raw for delta in deltas),
            thinking="".join(part.text for part in parts if isinstance(part, Thinking)),
            answer="".join(part.text for part in parts if isinstance(part, Text)),
            stats=finished.stats,
            calls=[part for part in parts if isinstance(part, ToolCall)],
        )

    def run(self, *commands: StartRun) -> None:
        """Let runs join the batch and go on to their ends; raises what the engine raises, or reports of a run."""
        for command in commands:
            self.engine.start(command)
        self.go_on()

    def go_on(self, steps: int = 1 << 30) -> None:
        """Let what runs go on, at most so many steps; raises the first failure that is reported."""
        before = len(self.events)
        while self.engine.runs and steps:
            self.engine.step()
            steps -= 1
        for event in self.events[before:]:
            if isinstance(event, RunFailed):
                raise ReportedError(event.error)

    def _receive(self, *events: Event) -> None:
        for event in events:
            self.events.append(event)
            self.on_event(event)


def placement_of(info: ModelInfo) -> Placement:
    """Return where a model lies that surely lies here."""
    assert info.placement is not None
    return info.placement
