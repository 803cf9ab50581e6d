"""The child's side: receives commands, lets the engine work, reports events, and never outlives the app.

Threads in the child: the main thread works, one reads the pipe (so that a stop arrives in the middle of a reply), one
sends a heartbeat while there is work, one waits for the parent's death.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from multiprocessing.connection import Connection, wait
from pathlib import Path

from app.errors import UserError
from app.inference.engine import Engine, EngineFactory, Interrupts, LoadWasCancelled
from app.inference.errors import EngineBug, report_of
from app.inference.kept_sequences import forget_sequences
from app.inference.protocol import (
    CancelLoad,
    Command,
    CountTokens,
    EndThinking,
    EngineReady,
    ErrorReport,
    Event,
    FavourConversation,
    ForgetConversations,
    Heartbeat,
    LoadCancelled,
    LoadFailed,
    LoadModel,
    ModelUnloaded,
    NudgeThinking,
    ReadAhead,
    RunFailed,
    Shutdown,
    StartRun,
    StopRun,
    UnloadModel,
)
from app.terminal import guard_terminals

HEARTBEAT_S = 1.0
_PARENT_GONE = 70
_PR_SET_PDEATHSIG = 1


def run_child(connection: Connection, factory: EngineFactory) -> None:
    """Be the engine child until told to shut down or the parent is gone. The target of the spawned process."""
    guard_terminals()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent decides
    os.environ["GGML_NO_BACKTRACE"] = "1"  # a failed assertion would start a debugger on the child
    os.umask(0o077)  # what llama.cpp writes holds what people wrote; see `app.private_files`
    _die_with_parent()
    worker = _Worker(connection)
    try:
        worker.run(factory)
    finally:
        connection.close()


def _die_with_parent() -> None:
    """End this process when the parent ends, also in mid-load, mid-decode, or while it is stopped (Linux)."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(_PARENT_GONE)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()


class _Worker:
    """The command loop."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._send_lock = threading.Lock()
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._interrupts = Interrupts(nothing_waits=self._commands.empty)
        self._busy = threading.Event()

    def run(self, factory: EngineFactory) -> None:
        threading.Thread(target=self._receive, name="pipe-reader", daemon=True).start()
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()
        self._busy.set()
        engine = factory(self.emit, self._interrupts)
        self.emit(EngineReady(os.getpid(), engine.name))
        self._busy.clear()
        try:
            self._serve(engine)
        finally:
            engine.close()

    def _serve(self, engine: Engine) -> None:
        """Take commands between two steps of what runs, until told to shut down."""
        while True:
            if engine.runs and self._commands.empty():
                self._step(engine)
            else:
                command = self._commands.get()
                self._busy.set()
                if isinstance(command, LoadModel | UnloadModel | Shutdown):
                    while engine.runs:
                        self._step(engine)
                if isinstance(command, Shutdown):
                    return
                self._obey(engine, command)
            if not engine.runs:
                if self._commands.empty():
                    engine.rest(lambda: not self._commands.empty())
                self._busy.clear()

    def _step(self, engine: Engine) -> None:
        try:
            engine.step()
        except Exception as error:  # one broken turn is not the end of the conversation
            report = _report_of_bug(error)
            for run in tuple(engine.runs):
                self.emit(RunFailed(run, report))
            engine.give_up()

    def emit(self, *events: Event) -> None:
        """Send events in one message; a broken pipe means that the parent is gone, and so are we."""
        try:
            with self._send_lock:
                self._connection.send_bytes(pickle.dumps(events, pickle.HIGHEST_PROTOCOL))
        except OSError:
            os._exit(_PARENT_GONE)

    def _receive(self) -> None:
        while True:
            try:
                command: Command = self._connection.recv()
            except (EOFError, OSError):
                os._exit(_PARENT_GONE)
            match command:
                case StopRun(run):
                    self._interrupts.stop(run)
                case CancelLoad(load_id):
                    self._interrupts.cancel_load(load_id)
                case EndThinking(run):
                    self._interrupts.end_thinking(run)
                case NudgeThinking(run, text):
                    self._interrupts.nudge(run, text)
                case FavourConversation(conversation):
                    self._interrupts.favoured = conversation
                case Shutdown():
                    self._interrupts.stop_everything()
                    self._commands.put(command)
                case _:
                    self._commands.put(command)

    def _beat(self) -> None:
        pause = threading.Event()
        while True:
            self._busy.wait()
            self.emit(Heartbeat())
            pause.wait(HEARTBEAT_S)

    def _obey(self, engine: Engine, command: Command) -> None:
        try:
            match command:
                case LoadModel():
                    engine.load(command)
                case UnloadModel():
                    engine.unload()
                    self.emit(ModelUnloaded())
                case StartRun():
                    engine.start(command)
                case CountTokens():
                    self.emit(engine.count(command))
                case ReadAhead():
                    engine.read_ahead(command, lambda: not self._commands.empty())
                case ForgetConversations(conversations, folder):
                    engine.forget(conversations)
                    if folder:  # after what is in memory: that may have been saved just now
                        forget_sequences(Path(folder), conversations)
        except LoadWasCancelled:
            assert isinstance(command, LoadModel)
            self.emit(LoadCancelled(command.load_id))
        except UserError as error:
            self._report(command, report_of(error))
        except Exception as error:  # the child must live on
            self._report(command, _report_of_bug(error))

    def _report(self, command: Command, report: ErrorReport) -> None:
        if isinstance(command, LoadModel):
            self.emit(LoadFailed(command.load_id, report))
        elif isinstance(command, StartRun):
            for run in command.runs:  # of those that have ended it comes too late
                self.emit(RunFailed(run, report))


def _report_of_bug(error: Exception) -> ErrorReport:
    """Return what is told of an error that nobody has foreseen."""
    if isinstance(error, UserError):
        return report_of(error)
    what = "out of memory" if isinstance(error, MemoryError) else type(error).__name__
    return report_of(EngineBug(what=what, details=traceback.format_exc()))
