"""What is known of the tool servers that are kept: whether they run, what they offer, what they have written.

A server starts when it is first used. What it offered the last time is remembered in a file, so that its tools can be
offered before that, as long as it is reached as it was then.
"""

from __future__ import annotations

import contextlib
import enum
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.cancellation import Cancelled, StopSignal
from app.errors import UserError
from app.file_facts import read_file
from app.tools.built_in.built_in_tool import CallAtWork, ToolFailed, ToolOutput
from app.tools.errors import ToolServerProblem
from app.tools.kept_servers import KeptServer, KeptServers
from app.tools.resource_file import ResourceFile, file_of
from app.tools.server_process.messages import (
    InputAsked,
    InputOver,
    ListingChanged,
    News,
    ServerEnded,
    ServerListing,
    ServerLogged,
    ServerOpened,
    ServerResource,
    SignedIn,
)
from app.tools.tool_servers import ToolServers

_END_S = 8.0


class ServerState(enum.Enum):
    """How far a server has come."""

    IDLE = "idle"
    """It does not run, and starts when it is used."""
    STARTING = "starting"
    RUNNING = "running"
    FAILED = "failed"
    """It did not start, or has ended by itself; `problem` says why."""


@dataclass(frozen=True, slots=True)
class KnownServer:
    """A server, and what is known of it. `listing` is `None` as long as it has never been open."""

    server: KeptServer
    state: ServerState = ServerState.IDLE
    listing: ServerListing | None = None
    problem: UserError | None = None
    log: str = ""
    """The end of what its program has written."""


class _Remembered(msgspec.Struct, frozen=True):
    target: str
    listing: ServerListing


class KnownServers:
    """All methods may be called from any thread, and `open`, `end` and `answer` wait for nothing.

    `on_change` is called when something is known otherwise, `on_input` when a server asks the person, and with
    `InputOver` when it need not be answered any more; both on any thread. `close()` ends servers and threads.
    """

    def __init__(
        self,
        kept: KeptServers,
        lists_file: Path,
        *,
        is_offline: Callable[[], bool],
        proxy: Callable[[], str],
        on_change: Callable[[], None],
        on_input: Callable[[InputAsked | InputOver], None],
    ) -> None:
        self._kept = kept
        self._lists_file = lists_file
        self._on_change = on_change
        self._on_input = on_input
        self._lock = threading.RLock()
        self._questions: dict[int, Future[str | None]] = {}
        self._opening: dict[threading.Thread, tuple[str, StopSignal]] = {}
        self._servers = ToolServers(
            is_offline=is_offline, proxy=proxy, on_input=self._ask, on_news=self._take, sign_ins=kept
        )
        self._remembered = self._read()
        self._known: dict[str, KnownServer] = {}
        self.trouble: UserError | None = None
        """Why the kept servers cannot be read."""
        self.look_again()

    def all(self) -> tuple[KnownServer, ...]:
        """Return all that are kept, in the order in which they were added."""
        with self._lock:
            return tuple(self._known.values())

    def look_again(self) -> None:
        """Read anew which servers are kept: another process may have added some. Never raises."""
        try:
            kept, self.trouble = self._kept.list(), None
        except UserError as error:
            kept, self.trouble = (), error
        with self._lock:
            before = self._known
            self._known = {one.name: self._known_of(one, before.get(one.name)) for one in kept}
        for name, known in before.items():
            if name not in self._known or not _is_same(self._known[name].server, known.server):
                self._servers.end(name)
        self._on_change()

    def add(self, server: KeptServer) -> tuple[str, ...]:
        """Keep a server. Returns and raises as `KeptServers.add`."""
        not_taken = self._kept.add(server)
        self.look_again()
        return not_taken

    def remove(self, name: str) -> None:
        """End a server, and forget it and its secrets. Raises as `KeptServers.remove`."""
        self._kept.remove(name)
        self.look_again()

    def open(self, name: str) -> None:
        """Start a server, or connect to it, on a thread of its own, unless it runs."""
        stop = StopSignal()

        def work() -> None:
            with contextlib.suppress(UserError, Cancelled):  # what is wrong is known of the server by now
                self._opened(name, stop)
            with self._lock:
                del self._opening[thread]

        thread = threading.Thread(target=work, name="open-server", daemon=True)
        with self._lock:
            self._opening[thread] = (name, stop)
        thread.start()

    def end(self, name: str) -> None:
        """End a server, also one that is starting; the next call starts it again."""
        with self._lock:
            starting = [stop for one, stop in self._opening.values() if one == name]
        for stop in starting:
            stop.set()
        self._servers.end(name)
        self._note(name, state=ServerState.IDLE, problem=None)

    def sign_out(self, name: str) -> None:
        """Forget what signing in to a server has brought, and end it. Raises as `KeptServers.list`."""
        self._servers.end(name)
        self._kept.keep_sign_in(name, "")
        self.look_again()

    def call(self, server: KeptServer, tool: str, arguments: str, call: CallAtWork) -> ToolOutput:
        """Call a tool, starting its server if need be. Raises `ToolFailed` and `Cancelled`."""
        try:
            whole = self._opened(server.name, call.stop)
        except UserError as problem:
            raise ToolFailed(problem.message_text()) from problem
        return self._servers.call(whole, tool, arguments, call)

    def read(self, name: str, resource: ServerResource, stop: StopSignal) -> ResourceFile:
        """Wait for what a server lets read, as a file that can be attached. Raises `UserError` and `Cancelled`."""
        return file_of(resource, self._servers.read(self._opened(name, stop), resource.uri, stop))

    def prompt(self, name: str, prompt: str, arguments: Mapping[str, str], stop: StopSignal) -> str:
        """Wait for the text of a prompt, filled in. Raises `UserError` and `Cancelled`."""
        return self._servers.prompt(self._opened(name, stop), prompt, arguments, stop)

    def answer(self, question: int, content: str | None) -> None:
        """Answer what a server has asked: JSON of its form, `None` to decline. Too late it does nothing."""
        with self._lock:
            waiting = self._questions.pop(question, None)
        if waiting is not None:
            waiting.set_result(content)

    def close(self) -> None:
        """Give up what is at work, and end all servers."""
        with self._lock:
            opening, questions = dict(self._opening), list(self._questions)
        for _, stop in opening.values():
            stop.set()
        for question in questions:
            self.answer(question, None)
        self._servers.close()
        for thread in opening:
            thread.join(_END_S)

    # --- private -------------------------------------------------------------------------------------------------

    def _opened(self, name: str, stop: StopSignal) -> KeptServer:
        """Open a server unless it is, and return it with its secrets."""
        server = self._kept.whole(self._kept.named(name))
        known = self._known.get(name)
        if known is None or known.state is not ServerState.RUNNING:
            self._note(name, state=ServerState.STARTING, problem=None)
        try:
            listing = self._servers.open(server, stop)
        except UserError as problem:
            log = problem.details or (known.log if known is not None else "")
            self._note(name, state=ServerState.FAILED, problem=problem, log=log)
            raise
        except Cancelled:
            self._note(name, state=ServerState.IDLE)
            raise
        self._note(name, state=ServerState.RUNNING, problem=None, listing=listing)
        return server

    def _take(self, news: News) -> None:
        match news:
            case ServerOpened(_, name, listing) | ListingChanged(name, listing):
                self._note(name, state=ServerState.RUNNING, listing=listing)
                self._remember(name, listing)
            case ServerLogged(name, log):
                self._note(name, log=log)
            case ServerEnded(name, ""):
                self._note(name, state=ServerState.IDLE)
            case ServerEnded(name, reason):
                self._note(name, state=ServerState.FAILED, problem=ToolServerProblem(name, reason))
            case SignedIn():
                self.look_again()
            case InputOver(question):
                self.answer(question, None)
                self._on_input(news)

    def _ask(self, question: InputAsked) -> str | None:
        waiting: Future[str | None] = Future()
        with self._lock:
            self._questions[question.question] = waiting
        self._on_input(question)
        return waiting.result()

    def _note(self, name: str, **changes: object) -> None:
        with self._lock:
            known = self._known.get(name)
            if known is None:
                return
            after = replace(known, **changes)  # type: ignore[arg-type]
            self._known[name] = after
        if after != known:
            self._on_change()

    def _known_of(self, server: KeptServer, before: KnownServer | None) -> KnownServer:
        if before is not None and _is_same(before.server, server):
            return replace(before, server=server)
        remembered = self._remembered.get(server.name)
        is_same = remembered is not None and remembered.target == server.target
        return KnownServer(server, listing=remembered.listing if remembered is not None and is_same else None)

    def _remember(self, name: str, listing: ServerListing) -> None:
        with self._lock:
            known = self._known.get(name)
            if known is None:
                return
            told = _Remembered(known.server.target, listing)
            if self._remembered.get(name) == told:
                return
            self._remembered[name] = told
            self._remembered = {one: self._remembered[one] for one in self._known if one in self._remembered}
            content = msgspec.json.encode(self._remembered)
        with contextlib.suppress(OSError):  # they are asked again then
            write_atomically(self._lists_file, content, makes_folders=True)

    def _read(self) -> dict[str, _Remembered]:
        try:
            return msgspec.json.decode(read_file(self._lists_file), type=dict[str, _Remembered])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}


def _is_same(one: KeptServer, other: KeptServer) -> bool:
    """Whether a server is reached as before, signed in or not."""
    return msgspec.structs.replace(one, is_signed_in=other.is_signed_in) == other
