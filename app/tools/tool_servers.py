"""The app's side of the tools process: starts it when it is first needed, and servers when they are first used."""

from __future__ import annotations

import contextlib
import itertools
import signal
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import TypeVar

from app.cancellation import Cancelled, StopSignal
from app.errors import UserError
from app.processes import spawn_context
from app.settings.addresses import is_this_computer
from app.tools.built_in.built_in_tool import CallAtWork, CallProgress, ToolFailed, ToolOutput
from app.tools.errors import ToolServerIsElsewhere, ToolServerProblem
from app.tools.kept_servers import KeptServer, KeptServers
from app.tools.person_environment import environment_for_others
from app.tools.resource_file import pictures_of
from app.tools.server_process.messages import (
    Answer,
    AnswerInput,
    CallProgressed,
    CallTool,
    CloseServer,
    Command,
    EndProcess,
    GetPrompt,
    GiveUp,
    InputAsked,
    InputOver,
    ListingChanged,
    News,
    OpenServer,
    ProgramStarted,
    PromptFilledIn,
    ReadResource,
    Request,
    RequestFailed,
    ResourceRead,
    ServerEnded,
    ServerListing,
    ServerLogged,
    ServerOpened,
    SignedIn,
    ToolCalled,
)

_END_S = 6.0
_LOG_LINES = 3
_PROCESS_ENDED = "the tools process ended"
A = TypeVar("A", bound=Answer)


def nobody_answers(_question: InputAsked) -> str | None:
    """Decline what a server asks the person."""
    return None


class ToolServers:
    """Opens servers and asks them. All methods may be called from any thread; those that return something wait.

    `on_input` is asked what a server wants to know, on a thread of its own; `on_news` is called on another one.
    `sign_ins` keep what signing in has brought; without them it holds until a server ends.
    `close()` ends servers and process.
    """

    def __init__(
        self,
        *,
        is_offline: Callable[[], bool],
        proxy: Callable[[], str] = lambda: "",
        on_input: Callable[[InputAsked], str | None] = nobody_answers,
        on_news: Callable[[News], None] = lambda _news: None,
        sign_ins: KeptServers | None = None,
    ) -> None:
        self._is_offline = is_offline
        self._proxy = proxy
        self._on_input = on_input
        self._on_news = on_news
        self._sign_ins = sign_ins
        self._lock = threading.Lock()
        self._opening: dict[str, threading.Lock] = {}
        self._sending = threading.Lock()
        self._numbers = itertools.count(1)
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._reader: threading.Thread | None = None
        self._waiting: dict[int, Future[Answer]] = {}
        self._progress: dict[int, Callable[[CallProgress], None]] = {}
        self._open: dict[str, ServerListing] = {}
        self._questions: set[int] = set()
        self._is_closed = False
        self._programs: set[int] = set()
        self._askers: list[threading.Thread] = []

    @property
    def pid(self) -> int | None:
        """The tools process's id, while it runs."""
        return self._process.pid if self._process is not None else None

    def open(self, server: KeptServer, stop: StopSignal | None = None) -> ServerListing:
        """Start a server unless it runs, and return what it offers.

        Raises `ToolServerProblem`, `ToolServerIsElsewhere` and `Cancelled`.
        """
        self._check_place(server)
        with self._lock:
            opening = self._opening.setdefault(server.name, threading.Lock())
        with opening:
            listing = self._open.get(server.name)
            if listing is not None:
                return listing
            environment = environment_for_others() | server.environment if server.command else {}
            request = next(self._numbers)
            command = OpenServer(
                request,
                server.name,
                server.command,
                tuple(environment.items()),
                server.folder,
                server.url,
                tuple(server.headers.items()),
                "" if is_this_computer(server.url) else self._proxy(),
                self._sign_ins.sign_in(server) if self._sign_ins is not None and server.url else "",
                self._is_offline(),
            )
            return _expected(ServerOpened, self._answer_to(request, command, stop or StopSignal()), server).listing

    def end(self, name: str) -> None:
        """End a server; the next call starts it again."""
        self._open.pop(name, None)
        self._send(CloseServer(name))

    def call(self, server: KeptServer, tool: str, arguments: str, call: CallAtWork) -> ToolOutput:
        """Call a tool, starting its server if need be. Raises `ToolFailed` and `Cancelled`."""
        request = next(self._numbers)
        self._progress[request] = call.on_progress
        try:
            answer = self._asked(server, CallTool(request, server.name, tool, arguments), call.stop)
        except (ToolServerProblem, ToolServerIsElsewhere) as problem:
            raise ToolFailed(problem.message_text()) from problem
        finally:
            del self._progress[request]
        if isinstance(answer, RequestFailed):
            raise ToolFailed(f"The tool server {server.name} broke off: {_with_log(answer)}.")
        assert isinstance(answer, ToolCalled), "that is what was asked"
        if answer.is_error:
            raise ToolFailed(answer.content)
        return ToolOutput(answer.content, pictures_of(answer.pictures))

    def read(self, server: KeptServer, uri: str, stop: StopSignal) -> ResourceRead:
        """Read a resource. Raises as `open` does."""
        asked = ReadResource(next(self._numbers), server.name, uri)
        return _expected(ResourceRead, self._asked(server, asked, stop), server)

    def prompt(self, server: KeptServer, name: str, arguments: Mapping[str, str], stop: StopSignal) -> str:
        """Return the text of a prompt, filled in. Raises as `open` does."""
        asked = GetPrompt(next(self._numbers), server.name, name, tuple(arguments.items()))
        return _expected(PromptFilledIn, self._asked(server, asked, stop), server).text

    def close(self) -> None:
        """Ask the process to end, and make it."""
        with self._lock:
            self._is_closed = True
            process, connection, reader = self._process, self._connection, self._reader
            self._process = self._connection = self._reader = None
        if process is not None and connection is not None:
            with self._sending, contextlib.suppress(OSError):
                connection.send(EndProcess())
            _end(process)
        if reader is not None:
            reader.join()
        for asker in self._askers:
            asker.join(_END_S)
        if connection is not None:
            connection.close()

    def _check_place(self, server: KeptServer) -> None:
        if server.url and self._is_offline() and not is_this_computer(server.url):
            raise ToolServerIsElsewhere(server.name)

    def _asked(self, server: KeptServer, request: Request, stop: StopSignal) -> Answer:
        self.open(server, stop)
        return self._answer_to(request.request, request, stop)

    def _answer_to(self, request: int, command: Command, stop: StopSignal) -> Answer:
        answer: Future[Answer] = Future()
        with self._lock:
            if self._is_closed:
                raise Cancelled
            self._waiting[request] = answer
            self._start()
            connection = self._connection
        assert connection is not None, "it was started"

        def give_up() -> None:
            answer.cancel()
            self._send(GiveUp(request))

        self._send(command)
        try:
            with stop.calling(give_up):
                return answer.result()
        except CancelledError:
            stop.check()
            raise
        finally:
            with self._lock:
                self._waiting.pop(request, None)

    def _send(self, command: Command) -> None:
        connection = self._connection
        if connection is not None:
            with self._sending, contextlib.suppress(OSError, ValueError):  # the reader notices that nobody is there
                connection.send(command)

    def _start(self) -> None:
        """Start the process if there is none; under the lock."""
        if self._connection is not None:
            return
        from app.tools.server_process.entry import run_tools_process

        context = spawn_context()
        self._connection, theirs = context.Pipe(duplex=True)
        self._process = context.Process(target=run_tools_process, args=(theirs,), name="aside-tools", daemon=True)
        self._process.start()
        theirs.close()
        self._reader = threading.Thread(target=self._read, args=(self._connection,), name="tools-reader", daemon=True)
        self._reader.start()

    def _read(self, connection: Connection) -> None:
        while True:
            try:
                event = connection.recv()
            except (EOFError, OSError):
                break
            match event:
                case ServerOpened() | ToolCalled() | ResourceRead() | PromptFilledIn() | RequestFailed():
                    if isinstance(event, ServerOpened):
                        self._open[event.server] = event.listing
                        self._on_news(event)
                    with self._lock:
                        answer = self._waiting.get(event.request)
                    if answer is not None and not answer.cancelled():
                        with contextlib.suppress(Exception):  # it is given up at this moment
                            answer.set_result(event)
                case ProgramStarted():
                    self._programs.add(event.pid)
                case InputAsked():
                    self._questions.add(event.question)
                    asker = threading.Thread(target=self._ask, args=(event,), name="tool-question", daemon=True)
                    self._askers = [*filter(threading.Thread.is_alive, self._askers), asker]
                    asker.start()
                case SignedIn(name, kept):
                    if self._sign_ins is not None:
                        with contextlib.suppress(UserError):  # it holds as long as the server is open
                            self._sign_ins.keep_sign_in(name, kept)
                    self._on_news(event)
                case CallProgressed(request, fraction, message):
                    if request in self._progress:
                        self._progress[request](CallProgress(fraction, message))
                case ServerEnded() | ListingChanged() | ServerLogged() | InputOver():
                    self._take(event)
        self._end_of_process(connection)

    def _take(self, news: ServerEnded | ListingChanged | ServerLogged | InputOver) -> None:
        match news:
            case ServerEnded(name):
                self._open.pop(name, None)
            case ListingChanged(name, listing):
                self._open[name] = listing
            case InputOver(question):
                self._questions.discard(question)
        self._on_news(news)

    def _ask(self, question: InputAsked) -> None:
        self._send(AnswerInput(question.question, self._on_input(question)))

    def _end_of_process(self, connection: Connection) -> None:
        """The process is gone: nothing it has started stays, and nobody waits for it. The next request starts another.

        It may still be ending when nothing more comes from it.
        """
        from app.tools.server_process.process_groups import signal_group

        with self._lock:
            process = self._process if self._connection is connection else None
            if process is not None:
                self._process = self._connection = None
            programs, questions, names = set(self._programs), set(self._questions), tuple(self._open)
            waiting = dict(self._waiting)
            for gone in (self._programs, self._questions, self._open):
                gone.clear()
        for pid in programs:
            signal_group(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        for question in questions:
            self._on_news(InputOver(question))
        for name in names:
            self._on_news(ServerEnded(name, _PROCESS_ENDED))
        for request, answer in waiting.items():
            with contextlib.suppress(Exception):  # it is given up at this moment
                answer.set_result(RequestFailed(request, _PROCESS_ENDED))
        if process is not None:
            _end(process)
            connection.close()


def _expected(kind: type[A], answer: Answer, server: KeptServer) -> A:
    if isinstance(answer, RequestFailed):
        raise ToolServerProblem(server.name, _with_log(answer), details=answer.log)
    assert isinstance(answer, kind), "that is what was asked"
    return answer


def _end(process: SpawnProcess) -> None:
    process.join(_END_S)
    for step in (process.terminate, process.kill):
        if process.is_alive():
            step()
            process.join(_END_S)
    process.close()


def _with_log(failed: RequestFailed) -> str:
    lines = [line.strip() for line in failed.log.splitlines() if line.strip()][-_LOG_LINES:]
    told = " | ".join(lines)[-400:]
    return f"{failed.reason} ({told})" if told else failed.reason
