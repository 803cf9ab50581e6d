"""The tools process's side: takes requests, runs servers, and ends them all when the app is gone, however it went."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection, wait

import anyio
import anyio.to_thread

from app.terminal import guard_terminals
from app.tools.server_process.connection import ServerConnection, ServerLost, words_of
from app.tools.server_process.messages import (
    AnswerInput,
    CallTool,
    CloseServer,
    Command,
    EndProcess,
    Event,
    GetPrompt,
    GiveUp,
    InputAsked,
    InputOver,
    OpenServer,
    ProgramStarted,
    ReadResource,
    Request,
    RequestFailed,
    ServerEnded,
    ServerLogged,
)
from app.tools.server_process.process_groups import signal_group

_ENDED_AT_ONCE = 70
_MOST_QUESTIONS = 8
"""That the person is asked at a time."""


def run_child(connection: Connection) -> None:
    """Be the tools process until told to end or the app is gone. The target of the spawned process."""
    guard_terminals()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent decides
    logging.disable()  # what servers say is no business of ours, and of no terminal
    child = _Child(connection)
    signal.signal(signal.SIGTERM, lambda *_: child.end_at_once())
    _end_with_parent(child)
    try:
        anyio.run(child.serve)
    finally:
        child.kill_programs()
        connection.close()


def _end_with_parent(child: _Child) -> None:
    """Kill all servers and end when the app ends: not the system's way, which would leave the servers alone."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        child.end_at_once()

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()


class _Child:
    """Everything but what another thread does happens on the event loop."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._send_lock = threading.Lock()
        self._servers: dict[str, ServerConnection] = {}
        self._requests: dict[int, anyio.CancelScope] = {}
        self._calls: dict[int, str] = {}
        """The server of each request that is being answered."""
        self._questions: dict[int, _Question] = {}
        self._programs: set[int] = set()

    async def serve(self) -> None:
        async with anyio.create_task_group() as tasks:
            while True:
                try:
                    command: Command = await anyio.to_thread.run_sync(self._connection.recv)
                except (EOFError, OSError):
                    command = EndProcess()
                match command:
                    case OpenServer():
                        tasks.start_soon(self._run, command)
                    case CallTool() | ReadResource() | GetPrompt():
                        tasks.start_soon(self._answer, command)
                    case GiveUp(request):
                        if request in self._requests:
                            self._requests[request].cancel()
                    case AnswerInput(question, content):
                        if question in self._questions:
                            self._questions[question].answer(content)
                    case CloseServer(name):
                        self._close(name)
                    case EndProcess():
                        for name in self._servers:
                            self._close(name)
                        break
        # the servers have ended by now

    def end_at_once(self) -> None:
        """End with all that runs, from any thread."""
        self.kill_programs()
        os._exit(_ENDED_AT_ONCE)

    def kill_programs(self) -> None:
        """Kill what runs, from any thread."""
        for pid in tuple(self._programs):
            signal_group(pid, getattr(signal, "SIGKILL", signal.SIGTERM))

    def _emit(self, event: Event) -> None:
        if isinstance(event, ProgramStarted):
            self._programs.add(event.pid)
        with self._send_lock, contextlib.suppress(OSError, ValueError):
            self._connection.send(event)

    async def _run(self, launch: OpenServer) -> None:
        server = ServerConnection(launch, emit=self._emit, ask_person=self._ask_person)
        self._servers[launch.server] = server
        scope = self._requests[launch.request] = anyio.CancelScope()
        reason = ""
        try:
            with scope:
                await server.run()
        except Exception as error:  # of a stranger's program and of two libraries: said, never raised
            reason = words_of(error)
        self._requests.pop(launch.request, None)
        self._forget(launch.server, server, reason if server.is_open else "")
        if not server.is_open:
            self._emit(RequestFailed(launch.request, reason or "it was given up", server.log))

    def _close(self, name: str) -> None:
        """End a server, or give up to start it."""
        server = self._servers.get(name)
        if server is not None:
            server.ended.set()
            if not server.is_open and server.request in self._requests:
                self._requests[server.request].cancel()

    def _forget(self, name: str, server: ServerConnection, reason: str) -> None:
        """The next call starts it again."""
        if self._servers.get(name) is server:
            del self._servers[name]
            self._emit(ServerLogged(name, server.log))
            self._emit(ServerEnded(name, reason))

    async def _answer(self, command: Request) -> None:
        server = self._servers.get(command.server)
        if server is None or server.ended.is_set():
            self._emit(RequestFailed(command.request, "it does not run"))
            return
        scope = self._requests[command.request] = anyio.CancelScope()
        self._calls[command.request] = command.server
        answer: Event = RequestFailed(command.request, "it was given up")
        try:
            with scope:
                answer = await server.answer(command)
        except ServerLost as lost:
            answer = RequestFailed(command.request, str(lost), server.log)
            server.ended.set()
            self._forget(command.server, server, str(lost))
        except Exception as error:  # as above
            answer = RequestFailed(command.request, words_of(error), server.log)
        self._requests.pop(command.request, None)
        del self._calls[command.request]
        if command.server not in self._calls.values():  # whoever has asked the person for something is gone
            for question in self._questions.values():
                if question.server == command.server:
                    question.answer(None)
        self._emit(answer)

    async def _ask_person(self, question: InputAsked) -> str | None:
        if len(self._questions) >= _MOST_QUESTIONS:
            return None
        waiting = self._questions[question.question] = _Question(question.server)
        self._emit(question)
        try:
            await waiting.answered.wait()
        finally:
            del self._questions[question.question]
            self._emit(InputOver(question.question))
        return waiting.content


class _Question:
    """What a server has asked the person for; `content` is the answer, `None` to decline."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.answered = anyio.Event()
        self.content: str | None = None

    def answer(self, content: str | None) -> None:
        if not self.answered.is_set():
            self.content = content
            self.answered.set()
