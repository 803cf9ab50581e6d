"""The parent's side: starts the engine child, sends it commands, receives its events, and notices its death.

One keeper thread a child: it starts the process, reads its pipe and waits for its end. The process is started *in* that
thread because Linux ties the child's "die with the parent" to the thread that forked it. A second thread writes, so
that a stuck child never blocks the caller, and a third looks whether it has become silent. Events arrive at `on_event`
on the keeper's thread.
"""

from __future__ import annotations

import contextlib
import queue
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from app.errors import UserError
from app.inference.engine import EngineFactory
from app.inference.errors import EngineDidNotStart, EngineDied, EngineHung, report_of
from app.inference.protocol import (
    CancelLoad,
    Command,
    EngineStopped,
    Event,
    Heartbeat,
    LoadCancelled,
    LoadFailed,
    LoadModel,
    ModelLoaded,
    RunEvent,
    RunFailed,
    RunFinished,
    Shutdown,
    StartRun,
    StopRun,
)
from app.inference.worker import run_child
from app.messages import RunId
from app.processes import spawn_context
from app.text import translatable


@dataclass(frozen=True, slots=True)
class EngineTimeouts:
    """How patient the client is, in seconds."""

    hang_s: float = 30.0
    """Without any sign of life while there is work: the child hangs (it sends a heartbeat every second)."""
    stop_s: float = 10.0
    """After a stop without the reply's end: the child is ended."""
    shutdown_s: float = 2.0
    """For each step of ending: ask, terminate, kill."""
    poll_s: float = 0.25


_WINDOWS_ABORT = 3
"""What a process exits with there after `abort()`."""
_ILLEGAL_INSTRUCTION = (-signal.SIGILL, 0xC000001D)
"""What a process ends with here, and on Windows."""
_LACKS_INSTRUCTION = translatable("The engine stopped unexpectedly: this processor lacks an instruction that it needs.")


class EngineClient:
    """Owns at most one engine child at a time; `send` starts it when there is none.

    `on_event` receives every event but heartbeats, on the keeper's thread; last `EngineStopped`, with an error unless
    the end was asked for. `close()` ends the child and joins the threads. All methods may be called from any thread.
    """

    def __init__(
        self,
        on_event: Callable[[Event], None],
        *,
        factory: EngineFactory,
        timeouts: EngineTimeouts = EngineTimeouts(),
    ) -> None:
        self._on_event = on_event
        self._factory = factory
        self._timeouts = timeouts
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The child's process id, once it runs."""
        child = self._child
        return child.pid if child is not None else None

    def start(self) -> None:
        """Start the child if there is none; returns at once, `EngineReady` tells when it listens."""
        with self._lock:
            self._living_child()

    def send(self, command: Command) -> None:
        """Send a command, starting the child if need be. Never blocks; failures arrive as events."""
        with self._lock:
            self._living_child().send(command)

    def tell(self, command: Command) -> None:
        """Send a command if a child runs: none that starts later needs to know. Never blocks."""
        with self._lock:
            if self._child is not None and not self._child.is_over:
                self._child.send(command)

    def renew(self) -> None:
        """End the child, if one runs: the next command starts another. Blocks for as long as that takes."""
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.end(politely=True)

    def close(self) -> None:
        """Ask, wait, terminate, wait, kill, wait; then join the threads."""
        with self._lock:
            self._is_closed = True
        self.renew()

    def _living_child(self) -> _Child:
        if self._is_closed:
            raise RuntimeError("the engine client is closed")
        if self._child is None or self._child.is_over:
            self._child = _Child(self._on_event, self._factory, self._timeouts)
        return self._child


class _Child:
    """One child process and the three threads around it."""

    def __init__(self, on_event: Callable[[Event], None], factory: EngineFactory, timeouts: EngineTimeouts) -> None:
        self._on_event = on_event
        self._factory = factory
        self._timeouts = timeouts
        self._outbox: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        self._process: SpawnProcess | None = None
        self._started = threading.Event()
        self._is_unreadable = threading.Event()
        self._is_ending = False
        self._is_killed_as_hung: float | None = None
        self._work: set[RunId | int] = set()
        """Runs, and loads by their number, that have not ended."""
        self._last_sign = time.monotonic()
        self._stop_deadlines: dict[RunId | int, float] = {}
        """Until when what was told to stop must have ended."""
        self._device = ""
        """Where the loaded model is, besides the processor."""
        self.pid: int | None = None
        self.is_over = False
        self._keeper = threading.Thread(target=self._keep, name="engine-keeper", daemon=True)
        self._keeper.start()

    def send(self, command: Command) -> None:
        """Queue a command for the writer."""
        now = time.monotonic()
        match command:
            case StartRun():
                self._note_work(*command.runs)
            case LoadModel(load_id):
                self._note_work(load_id)
            case StopRun(work) | CancelLoad(work) if work in self._work:
                self._stop_deadlines.setdefault(work, now + self._timeouts.stop_s)
        self._outbox.put(command)

    def end(self, *, politely: bool) -> None:
        """End the process: ask first if `politely`, then ever more firmly; join the keeper."""
        self._is_ending = True
        self._started.wait(self._timeouts.shutdown_s * 5)
        if politely:
            self._outbox.put(Shutdown())
            self._join(self._timeouts.shutdown_s)
        process = self._process
        if process is not None:
            for step in (process.terminate, process.kill):
                if not self._keeper.is_alive():
                    break
                with contextlib.suppress(ValueError, OSError):  # it may end by itself at this moment
                    step()
                self._join(self._timeouts.shutdown_s)
        self._join(self._timeouts.shutdown_s)

    def _join(self, timeout_s: float) -> None:
        if self._keeper is not threading.current_thread():
            self._keeper.join(timeout_s)

    def _note_work(self, *work: RunId | int) -> None:
        if not self._work:
            self._last_sign = time.monotonic()
        self._work.update(work)

    # --- the keeper's thread -----------------------------------------------------------------------------------

    def _keep(self) -> None:
        context = spawn_context()
        ours, theirs = context.Pipe(duplex=True)
        process = context.Process(target=run_child, args=(theirs, self._factory), name="aside-engine", daemon=True)
        try:
            process.start()
        except OSError as error:
            theirs.close()
            ours.close()
            self._finish(EngineDidNotStart(details=str(error)), None)
            self._started.set()
            return
        theirs.close()
        self._process = process
        self.pid = process.pid
        self._last_sign = time.monotonic()
        self._started.set()
        writer = threading.Thread(target=self._write, args=(ours,), name="engine-writer", daemon=True)
        watcher = threading.Thread(target=self._watch, args=(process,), name="engine-watcher", daemon=True)
        for thread in (writer, watcher):
            thread.start()
        try:
            self._read(ours)
        finally:
            self._is_unreadable.set()
            self._outbox.put(None)
            watcher.join()
            process.join(self._timeouts.shutdown_s)
            if process.exitcode is None:  # it closed its pipe but lives on
                process.kill()
                process.join()
            exit_code = process.exitcode
            ours.close()
            writer.join()
            process.close()
            self._finish(self._reason(exit_code), exit_code)

    def _read(self, connection: Connection) -> None:
        while True:
            try:
                events: tuple[Event, ...] = connection.recv()
            except (EOFError, OSError):
                return
            self._last_sign = time.monotonic()
            for event in events:
                if isinstance(event, Heartbeat) or (isinstance(event, RunEvent) and event.run not in self._work):
                    continue  # a sign of life, or too late
                self._settle(event)
                self._on_event(event)

    def _settle(self, event: Event) -> None:
        match event:
            case RunFinished(run) | RunFailed(run):
                self._note_end(run)
            case ModelLoaded(load_id) | LoadFailed(load_id) | LoadCancelled(load_id):
                placement = event.info.placement if isinstance(event, ModelLoaded) else None
                self._device = placement.device if placement is not None else ""
                self._note_end(load_id)
            case _:
                pass

    def _note_end(self, work: RunId | int) -> None:
        self._work.discard(work)
        self._stop_deadlines.pop(work, None)

    def _watch(self, process: SpawnProcess) -> None:
        while not self._is_unreadable.wait(self._timeouts.poll_s):
            self._check_patience(process)

    def _check_patience(self, process: SpawnProcess) -> None:
        if not self._work:
            return
        now = time.monotonic()
        silent_s = now - self._last_sign
        overdue = now > min(list(self._stop_deadlines.values()), default=now)
        if silent_s > self._timeouts.hang_s or overdue:
            self._is_killed_as_hung = max(silent_s, self._timeouts.stop_s if overdue else 0.0)
            process.kill()

    def _write(self, connection: Connection) -> None:
        while True:
            command = self._outbox.get()
            if command is None:
                return
            try:
                connection.send(command)
            except (OSError, ValueError):  # the child is gone; the keeper reports it
                return

    def _reason(self, exit_code: int | None) -> UserError | None:
        if self._is_ending:
            return None
        if self._is_killed_as_hung is not None:
            return EngineHung(silent_s=self._is_killed_as_hung)
        is_loading = any(isinstance(work, int) for work in list(self._work))
        gave_up = exit_code in (-signal.SIGABRT, _WINDOWS_ABORT) and not is_loading
        device = self._device if gave_up else ""
        return EngineDied(_words_for(exit_code), details=f"exit code {exit_code}", device=device)

    def _finish(self, error: UserError | None, exit_code: int | None) -> None:
        self.is_over = True
        if exit_code in _ILLEGAL_INSTRUCTION:
            from app.inference.cpu_blocklist import CpuBlocklist

            CpuBlocklist.of_this_computer().avoid_one_more()
        self._on_event(EngineStopped(report_of(error) if error is not None else None, exit_code))


def _words_for(exit_code: int | None) -> str:
    """Return what an exit code means to a person; nothing where it says nothing more than that it has ended."""
    if exit_code in _ILLEGAL_INSTRUCTION:
        return _LACKS_INSTRUCTION
    words = {
        "SIGABRT": translatable("The engine stopped unexpectedly: an internal check of llama.cpp failed."),
        "SIGSEGV": translatable("The engine stopped unexpectedly: it accessed memory that it must not."),
        "SIGTERM": translatable("The engine stopped unexpectedly: it was ended from outside."),
        "SIGKILL": translatable(
            "The engine stopped unexpectedly: it was ended from outside, often because memory ran out."
        ),
        "SIGBUS": translatable("The engine stopped unexpectedly: the model file could not be read any further."),
    }
    names = {-number.value: number.name for number in signal.Signals}
    return words.get(names.get(exit_code or 0, ""), "")
