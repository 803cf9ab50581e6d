"""The broker: owns the engines, the chosen model, the queue of runs and the idle clock, and shares them out.

It knows no history. Its clients are a session, a command, a server; each is told when its run's time has come, and
what becomes of it. Everything happens on one thread: the owner posts the engines' events to it and calls `handle`.
"""

from __future__ import annotations

import itertools
import time
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Protocol

from app.engines.capabilities import Capabilities
from app.engines.chosen_model import ChosenModel, Engines
from app.engines.engine import Engine, Steer
from app.engines.errors import CannotGoOn
from app.engines.model_ref import ModelRef, NamedModel, Remote
from app.engines.model_status import ModelStatus
from app.engines.token_counting import TokenCounting
from app.errors import UserError
from app.hardware.machine import HeldMemory
from app.inference.errors import NoModelLoaded, ReportedError
from app.inference.image_errors import ModelSeesNoImages
from app.inference.protocol import (
    EngineStopped,
    Event,
    ForgetConversations,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadOptions,
    LoadProgress,
    ModelInfo,
    ModelLoaded,
    ModelUnloaded,
    RunEvent,
    RunFailed,
    RunFinished,
    StartRun,
    TokensCounted,
)
from app.messages import RunId


@dataclass(frozen=True, slots=True)
class ModelStatusChanged:
    """The chosen model, its loading or its failure."""

    status: ModelStatus


@dataclass(frozen=True, slots=True)
class RunWaitsForModel:
    """The run's time has come; what it waits for is the model, `fraction` 0…1 of which is in memory, once known."""

    run: RunId
    fraction: float | None = None


@dataclass(frozen=True, slots=True)
class RunStarted:
    """The model has been asked."""

    run: RunId


@dataclass(frozen=True, slots=True)
class RunGivenUp:
    """The run was never begun: taken back, or there is nothing to ask or nobody to answer (`error`)."""

    run: RunId
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class EngineLost:
    """An engine has ended that should not have, while nothing ran."""

    error: UserError


BrokerEvent = ModelStatusChanged | RunWaitsForModel | RunStarted | RunGivenUp | RunEvent | EngineLost


class Client(Protocol):
    """Who asks. Both are called on the broker's thread."""

    def request_for(self, run: RunId, info: ModelInfo) -> GenerationRequest:
        """Return what is asked, now that the run's time has come. A `UserError` gives the run up."""

    def hear(self, event: BrokerEvent) -> None:
        """Take in what happens to the model, and to this client's own runs. May ask for the next one at once."""


@dataclass(slots=True)
class _Run:
    """One run in the queue; `going` are the samples that have not ended, none before it is started."""

    id: RunId
    client: Client
    model: ChosenModel
    """What is asked: the chosen one, or one that only this run asks."""
    wants: NamedModel | None = None
    """The model that it asks, whichever is chosen; `None` for the one that is chosen when its time comes."""
    lane: Hashable | None = None
    """Runs of one lane never go at once, unless they are of one turn."""
    engine: Engine | None = None
    """What it runs on, once it is started: another model may have been chosen since."""
    going: set[RunId] = field(default_factory=set)


class Broker:
    """Lets runs at the chosen model, which it loads when it is needed: as many at once as its engine takes.

    A run may ask a model of its own: servers beside whatever else goes on, a file once nothing runs on its engine. The
    chosen model is loaded again after that, if it had to give way.

    `load_options`, `idle_unload_s` (seconds without a run, `None` for never) and `most_at_once` (`None` for as many as
    the engine takes) are asked for whenever they matter.
    """

    def __init__(
        self,
        engines: Engines,
        *,
        load_options: Callable[[ModelRef | None], LoadOptions] = lambda _model: LoadOptions(),
        idle_unload_s: Callable[[], float | None] = lambda: None,
        most_at_once: Callable[[], int | None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engines = engines
        self._load_options = load_options
        self._clock = clock
        self._load_ids = itertools.count(1)
        self._clients: list[Client] = []
        self._turns = itertools.count(1)
        self._most_at_once = most_at_once
        self._going: list[_Run] = []
        """Runs whose time has come; first come first."""
        self._others: list[ChosenModel] = []
        """The models that runs ask beside the chosen one."""
        self._favoured = ""
        self._waiting: deque[_Run] = deque()
        self._held_lanes: set[Hashable] = set()
        self._model = ChosenModel(
            engines=engines,
            load_options=load_options,
            idle_unload_s=idle_unload_s,
            on_change=lambda status: self._tell_all(ModelStatusChanged(status)),
            clock=clock,
            load_ids=self._load_ids,
        )
        self._is_load_wanted = False
        self.counting = TokenCounting(lambda: self._model.engine)

    def join(self, client: Client) -> None:
        """Tell this client from now on how the model stands."""
        self._clients.append(client)

    def leave(self, client: Client) -> None:
        """Give up all that the client has asked for, and tell it nothing more after that."""
        if client in self._clients:
            self._clients.remove(client)
            if not self._clients:  # nobody is there for whom the chosen model would come back
                self._is_load_wanted = False
        for run in [run for run in self._waiting if run.client is client]:
            self.stop(run.id)
        for run in [run for run in self._going if run.client is client]:
            self._stop_going(run)
            self._end(run, RunGivenUp(run.id))

    # --- the model -----------------------------------------------------------------------------------------------

    @property
    def status(self) -> ModelStatus:
        return self._model.status

    @property
    def is_running(self) -> bool:
        """Whether a run's time has come that has not ended."""
        return bool(self._going)

    @property
    def is_idle(self) -> bool:
        """Whether the chosen model is ready and nobody uses it."""
        return not self._going and self._model.is_ready

    @property
    def running_capabilities(self) -> Capabilities:
        """What can be asked of the engine that runs something, or else of the chosen model's."""
        engine = next((run.engine for run in self._going if run.engine is not None), self._model.engine)
        return engine.capabilities if engine is not None else Capabilities()

    def choose(self, model: ModelRef, name: str, *, load: bool = True) -> None:
        """Make this the model of the next run, and load it now unless one is going or `load` is false."""
        self._model.choose(model, name)
        self._is_load_wanted = load
        for run in [run for run in self._going if run.wants is not None and not run.going]:
            if run.model is self._model:  # it wants the one that was chosen before
                self._going.remove(run)
                self._waiting.appendleft(run)
        self._start_next()
        self._load_if_wanted()

    def require(self, *, pictures: bool = False, prefill: bool = False) -> None:
        """Raise `NoModelLoaded` if none is chosen.

        Raises `ModelSeesNoImages` for pictures that it cannot see, `CannotGoOn` where it is to go on from given words.
        """
        if self.status.model is None:
            raise NoModelLoaded
        if pictures and not self.status.sees_images:
            raise ModelSeesNoImages(name=self.status.name)
        if prefill and not self.status.capabilities.prefills:
            raise CannotGoOn(name=self.status.name)

    def cancel_load(self) -> None:
        """Give up a running load."""
        self._model.cancel_load()

    def unload(self) -> None:
        """Give the model's memory back (after the running replies, if there are any)."""
        self._is_load_wanted = False
        self._model.unload()

    def held(self) -> HeldMemory:
        """Return what unloading the model would free now."""
        return self._model.held()

    def tick(self) -> None:
        """Look at the clock; call it every few seconds."""
        if self._going:
            self._model.touch()
        self._model.unload_if_idle()

    # --- runs ----------------------------------------------------------------------------------------------------

    def next_turn(self) -> int:
        """Return the number of a new turn, which no other client has."""
        return next(self._turns)

    def ask(self, client: Client, run: RunId, *, lane: Hashable | None = None, model: NamedModel | None = None) -> None:
        """Let a run wait for its time; further steps and samples of a turn go before what waits already.

        Of the runs of a `lane` those of one turn go at a time. With a `model` it asks that, whichever is chosen.
        """
        waiting = _Run(run, client, self._model, model, lane)
        places = [place for place, other in enumerate(self._waiting) if other.id.turn == run.turn]
        if places and not run.step:
            self._waiting.insert(places[-1] + 1, waiting)
        elif run.step or run.sample:
            self._waiting.appendleft(waiting)
        else:
            self._waiting.append(waiting)
        self._start_next()

    def hold(self, lane: Hashable) -> None:
        """Let no run of this lane begin but further steps, until `let_go`: its turn goes on with something else."""
        self._held_lanes.add(lane)

    def let_go(self, lane: Hashable) -> None:
        """Hold the lane no longer."""
        self._held_lanes.discard(lane)
        self._start_next()
        self._settle_models()

    def stop(self, run: RunId) -> None:
        """End a run where it is, of all its samples, or take it back before it begins."""
        for waiting in self._waiting:
            if waiting.id == run:
                self._waiting.remove(waiting)
                waiting.client.hear(RunGivenUp(run))
                return
        running = next((going for going in self._going if going.id == run), None)
        if running is None:
            return
        if running.going:
            self._stop_going(running)
        else:  # nothing runs for it yet; the model goes on loading
            self._end(running, RunGivenUp(run))

    def steer(self, order: Steer) -> None:
        """Reach into a running thought."""
        for running in self._going:
            if running.engine is not None and order.run in running.going:
                running.engine.steer(order)

    def favour(self, conversation: str) -> None:
        """Let the runs of this conversation come first where not all can: it is looked at."""
        self._favoured = conversation
        engine = self._model.engine
        if engine is not None:
            engine.favour(conversation)

    def read_ahead(self, request: GenerationRequest) -> None:
        """Let the engine read what is being typed, if it has nothing else to do."""
        engine = self._model.engine
        if engine is not None and self.is_idle and engine.capabilities.reads_ahead:
            self._model.touch()
            engine.read_ahead(request)

    def forget(self, order: ForgetConversations) -> None:
        """Let every engine keep nothing of these conversations, also on the disk."""
        for engine in self._engines.values():
            engine.forget(order)

    def close(self) -> None:
        """Close every engine; clients have left."""
        for engine in self._engines.values():
            engine.close()

    # --- the engines' reports ------------------------------------------------------------------------------------

    def handle(self, event: Event) -> None:
        """Take in an event of an engine; what comes late, twice or unasked is dropped by its identity."""
        if isinstance(event, RunEvent):
            running = next((going for going in self._going if event.run in going.going), None)
            if running is not None:
                self._handle_run(running, event)
            return
        match event:
            case LoadProgress() | ModelLoaded() | LoadFailed() | LoadCancelled():
                for model in (self._model, *self._others):
                    self._handle_load(model, event)
            case TokensCounted():
                self.counting.take(event)
            case ModelUnloaded():
                self._model.lost()
            case EngineStopped(report):
                for model in (self._model, *self._others):
                    model.lost()
                self.counting.forget_all()
                if report is not None:
                    self._tell_all(EngineLost(ReportedError(report)))
            case _:
                pass

    def _handle_run(self, running: _Run, event: RunEvent) -> None:
        if not isinstance(event, RunFinished | RunFailed):
            running.client.hear(event)
            return
        running.going.discard(event.run)
        if running.going:
            running.client.hear(event)
        else:
            self._end(running, event)

    def _handle_load(self, model: ChosenModel, event: LoadProgress | ModelLoaded | LoadFailed | LoadCancelled) -> None:
        match event:
            case LoadProgress(load_id, fraction):
                if model.progressed(load_id, fraction):
                    for run in self._waiting_for(model):
                        run.client.hear(RunWaitsForModel(run.id, fraction))
            case ModelLoaded(load_id, info, load_s):
                if model.loaded(load_id, info, load_s):
                    self._after_load(model, None)
            case LoadFailed(load_id, report):
                error = ReportedError(report)
                if model.failed(load_id, error):
                    self._after_load(model, error)
            case LoadCancelled(load_id):
                if model.cancelled(load_id):
                    self._after_load(model, None)

    def _after_load(self, model: ChosenModel, error: UserError | None) -> None:
        for run in self._waiting_for(model):
            if error is None and model.is_ready:
                self._start(run)
            else:  # without an error the person gave up the load, and with it the run that waited for it
                self._end(run, RunGivenUp(run.id, error))
        self._start_next()

    # --- private -------------------------------------------------------------------------------------------------

    def _start_next(self) -> None:
        while (run := self._next()) is not None:
            self._waiting.remove(run)
            self._going.append(run)
            if run.model is not self._model and run.model not in self._others:
                self._others.append(run.model)
            run.client.hear(RunWaitsForModel(run.id))
            self._load(run.model)  # does nothing when the model is there or on its way
            if run.model.is_ready and run in self._going and not run.going:
                self._start(run)

    def _next(self) -> _Run | None:
        """Return the run whose time has come: with others only on the model that they run on."""
        most = self._most_at_once()
        if most is not None and len(self._going) >= most:
            return None
        lanes = {run.lane: run.id.turn for run in self._going if run.lane is not None}
        waited_for: list[Engine | None] = []
        for run in self._waiting:
            is_held = run.lane in self._held_lanes and not run.id.step
            if lanes.get(run.lane, run.id.turn) != run.id.turn or is_held:
                continue
            run.model = self._model_of(run)
            if run.model.engine not in waited_for and self._has_room(run.model):
                return run
            waited_for.append(run.model.engine)  # who wants another model is not kept waiting by who comes later
        return None

    def _model_of(self, run: _Run) -> ChosenModel:
        if run.wants is None or run.wants.model == self._model.status.model:
            return self._model
        if run.model is not self._model:
            return run.model
        known = next((other for other in self._others if other.status.model == run.wants.model), None)
        if known is not None:
            return known
        own = ChosenModel(
            engines=self._engines,
            load_options=self._load_options,
            idle_unload_s=lambda: None,
            on_change=lambda _status: None,
            clock=self._clock,
            load_ids=self._load_ids,
        )
        own.choose(run.wants.model, run.wants.name)
        return own

    def _has_room(self, model: ChosenModel) -> bool:
        """Whether a run of this model may go: beside others that run on it, or as the first on its engine.

        Whatever a server does goes beside what others do, once these are asked: its engine knows one at a time.
        """
        engine = model.engine
        others = [
            run
            for run in self._going
            if (run.engine is engine if run.engine is not None else run.model is model or run.model.engine is engine)
        ]
        if not others:
            return True
        if model.is_current:
            return engine is not None and len(others) < engine.capabilities.runs_at_once
        is_elsewhere = isinstance(model.status.model, Remote)
        return is_elsewhere and all(run.going and run.model is not model for run in others)

    def _load(self, model: ChosenModel) -> None:
        """Load a model unless it is there or on its way, in the place of what its engine holds."""
        if not model.is_current:
            for other in (self._model, *self._others):
                if other is not model and other.give_way(model.engine) and other is self._model:
                    self._is_load_wanted = True
        model.load()

    def _waiting_for(self, model: ChosenModel) -> list[_Run]:
        return [run for run in self._going if run.model is model and not run.going]

    def _start(self, run: _Run) -> None:
        engine, info = run.model.engine, run.model.status.info
        if engine is None or info is None:
            raise RuntimeError("a model is ready that nothing is known of")
        try:
            request = run.client.request_for(run.id, info)
        except UserError as error:
            self._end(run, RunGivenUp(run.id, error))
            return
        run.engine = engine
        run.going.update(StartRun(run.id, request).runs)
        run.model.touch()
        if self._favoured:
            engine.favour(self._favoured)
        run.client.hear(RunStarted(run.id))
        engine.start(run.id, request)

    def _stop_going(self, run: _Run) -> None:
        for sample in tuple(run.going):
            if run.engine is not None:
                run.engine.stop(sample)

    def _end(self, run: _Run, event: RunFinished | RunFailed | RunGivenUp) -> None:
        self._going.remove(run)
        run.model.touch()
        run.client.hear(event)
        self._start_next()
        self._settle_models()

    def _settle_models(self) -> None:
        """Load the chosen model again and give back what others hold, unless they go on after calls of tools."""
        if self._held_lanes and self._others:
            return
        left = [model for model in self._others if all(run.model is not model for run in self._going)]
        self._load_if_wanted()
        for model in left:
            model.unload()  # unless it has given way already
            self._others.remove(model)

    def _load_if_wanted(self) -> None:
        if self._is_load_wanted and not any(run.going or run.model is not self._model for run in self._going):
            self._is_load_wanted = False
            self._load(self._model)

    def _tell_all(self, event: ModelStatusChanged | EngineLost) -> None:
        for client in tuple(self._clients):
            client.hear(event)
