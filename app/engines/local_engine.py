"""Models in files on this computer, run by llama.cpp in a child process."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace

from app.engines.capabilities import Capabilities
from app.engines.engine import Listener, Steer
from app.engines.model_ref import LocalFile, ModelRef
from app.hardware.machine import HeldMemory, held_memory_bytes
from app.inference.client import EngineClient, EngineTimeouts
from app.inference.device_failure import with_device_failure
from app.inference.engine import EngineFactory
from app.inference.protocol import (
    CancelLoad,
    CountTokens,
    EngineStopped,
    Event,
    FavourConversation,
    ForgetConversations,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadModel,
    LoadOptions,
    LoadProgress,
    ModelLoaded,
    Placement,
    ReadAhead,
    RunFailed,
    RunFinished,
    StartRun,
    StopRun,
    UnloadModel,
)
from app.messages import RunId

_TIMEOUTS = EngineTimeouts()
_RUNS_AT_ONCE = 8
_CAPABILITIES = Capabilities(
    ends_thoughts=True,
    nudges=True,
    bounds_thoughts=True,
    prefills=True,
    counts=True,
    reads_ahead=True,
    samples=True,
    tools=True,
    images=True,
    runs_at_once=_RUNS_AT_ONCE,
)


class LocalEngine:
    """Implements `Engine` with the engine child. Any thread may call; the listener hears on the child's keeper.

    Where a graphics device takes the child down while a model loads, the load goes on in a new child without devices,
    and so does every later load of that file. Whoever waits for the load sees its progress begin anew, and a note.
    """

    def __init__(self, on_event: Listener, *, factory: EngineFactory, timeouts: EngineTimeouts = _TIMEOUTS) -> None:
        self._on_event = on_event
        self._client = EngineClient(self._hear, factory=factory, timeouts=timeouts)
        self._lock = threading.Lock()
        self._going: set[RunId] = set()
        """Samples that have not ended."""
        self._load: LoadModel | None = None
        self._is_given_up = False
        self._device = ""
        """Where the running load puts the model."""
        self._failed_devices: dict[str, str] = {}
        """Files whose load has taken the child down, and on which device."""
        self._held: Placement | None = None

    @property
    def capabilities(self) -> Capabilities:
        """All but what no part of Aside asks for yet."""
        return _CAPABILITIES

    @property
    def pid(self) -> int | None:
        """The child's process id, once it runs."""
        return self._client.pid

    def warm_up(self) -> None:
        self._client.start()

    def load(self, load_id: int, model: ModelRef, options: LoadOptions) -> None:
        """Load a file. Raises `TypeError` for a model that is none."""
        if not isinstance(model, LocalFile):
            raise TypeError(f"{model} is no file")
        with self._lock:
            if model.path in self._failed_devices:
                options = replace(options, gpu_layers=0)
            command = self._load = LoadModel(load_id, model.path, options)
            self._is_given_up = False
            self._device = ""
            self._held = None
        self._client.send(command)

    def cancel_load(self, load_id: int) -> None:
        with self._lock:
            self._is_given_up = self._load is not None and self._load.load_id == load_id
        self._client.tell(CancelLoad(load_id))

    def unload(self) -> None:
        """Give the model's memory back, after what runs."""
        self._held = None
        self._client.tell(UnloadModel())

    def start(self, run: RunId, request: GenerationRequest) -> None:
        command = StartRun(run, request)
        with self._lock:
            self._going.update(command.runs)
        self._client.send(command)

    def stop(self, run: RunId) -> None:
        self._client.tell(StopRun(run))

    def steer(self, order: Steer) -> None:
        """Reach into a running thought."""
        self._client.tell(order)

    def favour(self, conversation: str) -> None:
        """Let the runs of this conversation come first."""
        self._client.tell(FavourConversation(conversation))

    def read_ahead(self, request: GenerationRequest) -> None:
        """Read in the beginning of a prompt."""
        self._client.tell(ReadAhead(request))

    def count(self, question: CountTokens) -> None:
        """Count with the loaded model's own template and vocabulary."""
        self._client.tell(question)

    def forget(self, order: ForgetConversations) -> None:
        """Leave nothing of these in the child, nor in its files: a child that starts later knows nothing of them."""
        self._client.tell(order)

    def held(self) -> HeldMemory:
        """Return what the loaded model holds; on devices only the weights that surely lie there count."""
        pid, placement = self._client.pid, self._held
        if pid is None or placement is None:
            return HeldMemory()
        layers = max(0, placement.gpu_layers - placement.experts_on_cpu)
        gpu_bytes = placement.size_bytes * layers // placement.total_layers if layers else 0
        return HeldMemory(held_memory_bytes(pid), gpu_bytes)

    def renew(self) -> None:
        """End the child, so that the next load begins in a new one, with what was installed since. Blocks a moment."""
        self._client.renew()
        self._failed_devices.clear()

    def close(self) -> None:
        """End the child and join its threads."""
        self._client.close()

    # --- the keeper's thread -------------------------------------------------------------------------------------

    def _hear(self, event: Event) -> None:
        with self._lock:
            events, again = self._taken(event)
        if again is not None:
            with contextlib.suppress(RuntimeError):  # it is being closed
                self._client.send(again)
            return
        for told in events:
            self._on_event(told)

    def _taken(self, event: Event) -> tuple[tuple[Event, ...], LoadModel | None]:
        """Take note of an event; returns what is passed on, and the load that is tried again instead."""
        load = self._load if self._load is not None and getattr(event, "load_id", None) == self._load.load_id else None
        match event:
            case LoadProgress(device=device) if load is not None:
                self._device = device
            case ModelLoaded(info=info) if load is not None:
                self._load = None
                self._held = info.placement
                failed = self._failed_devices.get(load.path, "")
                if failed and info.placement is not None and not info.placement.gpu_layers:
                    return (replace(event, info=with_device_failure(info, failed)),), None
            case LoadFailed() | LoadCancelled() if load is not None:
                self._load = None
            case RunFinished(run) | RunFailed(run):
                self._going.discard(run)
            case EngineStopped():
                return self._taken_end(event)
            case _:
                pass
        return (event,), None

    def _taken_end(self, event: EngineStopped) -> tuple[tuple[Event, ...], LoadModel | None]:
        self._held = None
        load, self._load = self._load, None
        going, self._going = self._going, set()
        report = event.error
        if report is None:
            return (event,), None
        failed: list[Event] = [RunFailed(run, report) for run in going]
        if load is not None:
            if self._is_given_up:
                failed.append(LoadCancelled(load.load_id))
            elif self._device and load.path not in self._failed_devices:
                self._failed_devices[load.path] = self._device
                self._device = ""
                self._load = replace(load, options=replace(load.options, gpu_layers=0))
                return (), self._load
            else:
                failed.append(LoadFailed(load.load_id, report))
        return (replace(event, error=None if failed else report), *failed), None
