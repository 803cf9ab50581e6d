"""What an engine can do, and what it is given: a way to report events, and what interrupts it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from typing import Protocol

from app.inference.protocol import CountTokens, Event, LoadModel, ReadAhead, StartRun, TokensCounted
from app.messages import RunId


class Emit(Protocol):
    """Reports events to the app."""

    def __call__(self, *events: Event) -> None:
        """Report these, in this order."""


class Interrupts:
    """Interrupts that take effect in the middle of work: set by the pipe's reader thread, looked at by the engine."""

    def __init__(self, *, nothing_waits: Callable[[], bool] = lambda: False) -> None:
        """`nothing_waits` tells that no command waits, so that a lone run need not stop between two tokens."""
        self.nothing_waits = nothing_waits
        self._lock = threading.Lock()
        self._cancelled_loads: set[int] = set()
        self._stopped: set[RunId] = set()
        self._answers_wanted: set[RunId] = set()
        self._nudges: dict[RunId, list[str]] = {}
        self._everything = False
        self.favoured = ""
        """The conversation whose runs come first where not all can; empty for none."""

    def cancel_load(self, load_id: int) -> None:
        with self._lock:
            self._cancelled_loads.add(load_id)

    def stop(self, run: RunId) -> None:
        with self._lock:
            self._stopped.add(run)

    def end_thinking(self, run: RunId) -> None:
        with self._lock:
            self._answers_wanted.add(run)

    def nudge(self, run: RunId, text: str) -> None:
        """Put a hint into this run's thought."""
        with self._lock:
            self._nudges.setdefault(run, []).append(text)

    def stop_everything(self) -> None:
        """End whatever runs; the child is about to close."""
        self._everything = True

    def is_load_cancelled(self, load_id: int) -> bool:
        """Whether this load is to be given up."""
        return self._everything or load_id in self._cancelled_loads

    def is_stopped(self, run: RunId) -> bool:
        """Whether this run is to end. Asked often, also within a token: while nothing is stopped it costs no hash."""
        return self._everything or (bool(self._stopped) and run in self._stopped)

    def is_answer_wanted(self, run: RunId) -> bool:
        """Whether this run's thought is to end now."""
        return bool(self._answers_wanted) and run in self._answers_wanted

    def take_nudge(self, run: RunId) -> str:
        """Return the next hint for this run's thought, once; empty if there is none."""
        if not self._nudges or run not in self._nudges:  # the usual case, asked about before every token: no lock
            return ""
        with self._lock:
            waiting = self._nudges[run]
            text = waiting.pop(0)
            if not waiting:
                del self._nudges[run]
            return text


class LoadWasCancelled(Exception):
    """Raised by `Engine.load` when it is interrupted."""


class Engine(Protocol):
    """Runs in the child's main thread, between whose calls commands are taken. All look at the interrupts.

    `load` and `start` may raise `UserError`. Neither `load` nor `unload` is called while runs are going.
    """

    @property
    def name(self) -> str:
        """Name and version."""

    def load(self, command: LoadModel) -> None:
        """Load and emit `ModelLoaded`; raises `LoadWasCancelled` when it is interrupted."""

    def unload(self) -> None:
        """Give the memory back; does nothing when nothing is loaded."""

    def start(self, command: StartRun) -> None:
        """Take up runs, which go on with each `step`."""

    @property
    def runs(self) -> Collection[RunId]:
        """Those that have not ended."""

    def step(self) -> None:
        """Let all runs go on by about a token, or a lone one until a command waits.

        Emits deltas, and ends each with a `RunFinished` or `RunFailed`.
        """

    def give_up(self) -> None:
        """Hold no runs any more; whoever calls this has told of their end."""

    def rest(self, is_wanted: Callable[[], bool]) -> None:
        """Do what makes the next turn faster, until done or `is_wanted`; called when nothing runs, nor waits."""

    def read_ahead(self, command: ReadAhead, is_wanted: Callable[[], bool]) -> None:
        """Read in the beginning of a prompt that is being typed, until done or `is_wanted`, if nothing runs."""

    def count(self, command: CountTokens) -> TokensCounted:
        """Return how many tokens a prompt and texts take. Raises `UserError` without a model; nobody is told of it."""

    def forget(self, conversations: Collection[str]) -> None:
        """Leave nothing of these in memory; also in the middle of runs."""

    def close(self) -> None:
        """Give everything back."""


class EngineFactory(Protocol):
    """Makes the engine in the child; crosses to it by pickling, so it must be an importable value."""

    def __call__(self, emit: Emit, interrupts: Interrupts) -> Engine:
        """Return a new engine."""
