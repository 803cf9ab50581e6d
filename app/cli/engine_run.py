"""The engine for a command: load a model, ask, and follow what happens on the command's own thread."""

from __future__ import annotations

import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from types import FrameType, TracebackType
from typing import Protocol

from msgspec.structs import replace

from app.engines.broker import Broker, BrokerEvent, EngineLost, ModelStatusChanged, RunGivenUp
from app.engines.capabilities import Capabilities
from app.engines.endpoint_call import EndpointAccess
from app.engines.endpoint_engine import Adjust, EndpointEngine
from app.engines.endpoint_profile import ModelProfile
from app.engines.local_engine import LocalEngine
from app.engines.model_ref import LocalFile, ModelRef, NamedModel, Remote
from app.engines.model_status import ModelPhase
from app.engines.vote import Vote
from app.errors import UserError
from app.inference.errors import ReportedError
from app.inference.llama_factory import LlamaEngineFactory
from app.inference.protocol import (
    EngineReady,
    Event,
    GenerationRequest,
    LoadOptions,
    ModelInfo,
    PromptAccount,
    RunEvent,
    RunFailed,
    RunFinished,
    StartRun,
    TokensCounted,
)
from app.messages import RunId
from app.voting.ballot import Ballot


class Interrupted(Exception):
    """Ctrl+C came before there was a reply to stop."""


class ToldOfModels(Protocol):
    """Whoever asks several models."""

    def loaded(self, sample: int, info: ModelInfo) -> None:
        """The model of a sample is asked now."""

    def failed(self, sample: int, error: UserError) -> None:
        """It cannot answer."""


class EngineRun:
    """A broker's client and a context manager around its engine. Ctrl+C stops what runs, a second one ends the engine.

    `load` and `answer` raise the `UserError` that is reported, and `Interrupted`.
    """

    def __init__(
        self, *, access: EndpointAccess | None = None, adjusted: Adjust = lambda _address, found: found
    ) -> None:
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        engine = LocalEngine(self._events.put, factory=LlamaEngineFactory())
        self._servers = EndpointEngine(self._events.put, access=access or EndpointAccess(), adjusted=adjusted)
        self._broker = Broker({LocalFile: engine, Remote: self._servers}, load_options=lambda _model: self._options)
        self._broker.join(self)
        self._options = LoadOptions()
        self._request: GenerationRequest | None = None
        self._vote: Vote | None = None
        self._told: ToldOfModels | None = None
        self._heard: deque[BrokerEvent] = deque()
        self._interrupts = 0
        self._earlier_handler: Callable[[int, FrameType | None], object] | int | None = None
        self.engine_name = ""
        """With its version, once a model is loaded."""
        self.load_s = 0.0
        """How long the load took, in seconds."""
        self._answering: RunId | None = None
        self._further: dict[RunId, GenerationRequest] = {}
        """What samples of a vote are asked after their calls of tools."""

    def __enter__(self) -> EngineRun:
        if threading.current_thread() is threading.main_thread():
            self._earlier_handler = signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._broker.close()
        if self._earlier_handler is not None:
            signal.signal(signal.SIGINT, self._earlier_handler)

    @property
    def capabilities(self) -> Capabilities:
        """What the loaded model can be asked for."""
        return self._broker.status.capabilities

    @property
    def profile(self) -> ModelProfile:
        """What is known of the loaded model, if it is on a server."""
        return self._servers.profile

    def load(self, model: ModelRef, options: LoadOptions, *, on_progress: Callable[[float], None]) -> ModelInfo:
        """Load a model and return what is known of it."""
        self._options = options
        self._broker.choose(model, str(model))
        for event in self._follow(self._broker.cancel_load):
            if not isinstance(event, ModelStatusChanged):
                continue
            match event.status.phase:
                case ModelPhase.READY if event.status.info is not None and not self._interrupts:
                    self.load_s = event.status.load_s
                    return event.status.info
                case ModelPhase.FAILED if event.status.error is not None:
                    raise event.status.error
                case ModelPhase.READY | ModelPhase.IDLE if self._interrupts:
                    raise Interrupted
                case ModelPhase.LOADING:
                    on_progress(event.status.fraction)
                case _:
                    pass
        raise AssertionError("unreachable: following ends with an exception")

    def answer(self, request: GenerationRequest) -> Iterator[RunEvent]:
        """Ask and yield the events of the turn; the last is the `RunFinished` of the last sample to end."""
        self._request = request
        run = RunId(self._broker.next_turn())
        going = set(StartRun(run, request).runs)
        self._answering = run
        self._broker.ask(self, run)
        for event in self._follow(lambda: self._broker.stop(run)):
            if isinstance(event, RunFailed):
                raise ReportedError(event.error)
            if isinstance(event, RunGivenUp):
                raise event.error or Interrupted
            if isinstance(event, RunEvent):
                yield event
            if isinstance(event, RunFinished):
                going.discard(event.run)
                if not going:
                    return

    def end_answer(self) -> None:
        """Stop what `answer` runs: it ends as stopped."""
        if self._answering is not None:
            self._broker.stop(self._answering)

    def vote(self, request: GenerationRequest, ballot: Ballot) -> Iterator[RunEvent]:
        """Ask as often as the vote needs, and yield the events of all samples; after an error what is there counts."""
        self._vote = Vote(self._broker, self, ballot)
        failures: list[UserError] = []
        yield from self._hold(self._vote, request, lambda _sample, error: failures.append(error))
        if failures:
            raise failures[0]

    @property
    def ends_samples(self) -> bool:
        """Whether the samples of the vote that have not ended are not needed any more."""
        return self._vote is not None and self._vote.is_ending

    def ask_on(self, run: RunId, request: GenerationRequest) -> None:
        """Let a sample of the vote go on after a step that called tools."""
        assert self._vote is not None, "it is a sample of one"
        following = replace(run, step=run.step + 1)
        self._further[following] = request
        self._vote.ask_on(following)

    def give_up(self, ended: RunFinished) -> RunFinished:
        """A sample does not go on after a step that called tools; returns its end as the vote tells it."""
        assert self._vote is not None, "it is a sample of one"
        told = self._vote.told(ended)
        self._vote.give_up(ended.run.sample, told.stats.reason)
        return told

    def ask_models(
        self,
        request: GenerationRequest,
        models: Sequence[NamedModel],
        ballot: Ballot,
        *,
        options: LoadOptions,
        told: ToldOfModels,
    ) -> Iterator[RunEvent]:
        """Ask several models, and yield the events of all samples; raises a failure only if nothing was finished."""
        self._options, self._told = options, told
        self._vote = Vote(self._broker, self, ballot, models=models)
        failures: list[UserError] = []

        def note(sample: int, error: UserError) -> None:
            failures.append(error)
            told.failed(sample, error)

        yield from self._hold(self._vote, request, note)
        if len(failures) == len(models):
            raise failures[0]

    def _hold(
        self, vote: Vote, request: GenerationRequest, failed: Callable[[int, UserError], None]
    ) -> Iterator[RunEvent]:
        self._request = request
        vote.begin()
        for event in self._follow(vote.stop):
            event = vote.told(event)
            vote.hear(event)
            if isinstance(event, RunFailed):
                failed(event.run.sample, ReportedError(event.error))
            elif isinstance(event, RunGivenUp) and event.error is not None:
                failed(event.run.sample, event.error)
            if isinstance(event, RunEvent):
                yield event
            if vote.is_over:
                return

    def account(self, request: GenerationRequest) -> PromptAccount:
        """Return who puts what into the prompt of this request."""
        answers: list[TokensCounted] = []
        self._broker.counting.ask("prompt", answers.append, request=request, accounts=True)
        for _ in self._follow(lambda: None, until=lambda: bool(answers)):
            pass
        if answers[0].error is not None:
            raise ReportedError(answers[0].error)
        assert answers[0].account is not None, "it was asked for"
        return answers[0].account

    @property
    def was_interrupted(self) -> bool:
        """Whether Ctrl+C was pressed."""
        return self._interrupts > 0

    def request_for(self, run: RunId, info: ModelInfo) -> GenerationRequest:
        if self._request is None:
            raise RuntimeError("nothing is asked")
        if self._told is not None:
            self._told.loaded(run.sample, info)
        return self._request if self._vote is None else self._vote.asked(run, self._further.pop(run, self._request))

    def hear(self, event: BrokerEvent) -> None:
        """Keep what is told for whoever follows."""
        self._heard.append(event)

    def _follow(self, stop: Callable[[], None], *, until: Callable[[], bool] = lambda: False) -> Iterator[BrokerEvent]:
        handled = 0
        while not until():
            while self._heard:
                event = self._heard.popleft()
                if isinstance(event, EngineLost):
                    raise event.error
                yield event
            if self._interrupts > handled:
                handled = self._interrupts
                if handled > 1:
                    raise Interrupted
                stop()
                continue
            arrived = self._events.get()
            if isinstance(arrived, EngineReady):
                self.engine_name = arrived.engine
            elif arrived is not None:
                self._broker.handle(arrived)

    def _on_interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        self._interrupts += 1
        self._events.put(None)  # wakes the follower
