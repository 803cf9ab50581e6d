"""What goes between the app and the tools process. Each request has a number, and one answer that carries it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenServer:
    """Start a server, or connect to it, and list what it offers."""

    request: int
    server: str
    command: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    """All of it: nothing is inherited."""
    folder: str = ""
    url: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    proxy: str = ""
    timeout_s: float = 120.0
    """A package runner may download a server before it starts it."""


@dataclass(frozen=True, slots=True)
class CallTool:
    """Call a tool of an open server; `arguments` are a JSON object."""

    request: int
    server: str
    tool: str
    arguments: str
    timeout_s: float = 300.0
    """Without a word from the server."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Nobody waits for this request any more; it has no answer then."""

    request: int


@dataclass(frozen=True, slots=True)
class AnswerInput:
    """What the person says to an `InputAsked`: JSON of the form, or `None` to decline."""

    question: int
    content: str | None = None


@dataclass(frozen=True, slots=True)
class CloseServer:
    """End a server."""

    server: str


@dataclass(frozen=True, slots=True)
class EndProcess:
    """End all servers and the process."""


Command = OpenServer | CallTool | GiveUp | AnswerInput | CloseServer | EndProcess


@dataclass(frozen=True, slots=True)
class ServerTool:
    """A tool as its server tells of it; `parameters` is a JSON Schema."""

    name: str
    description: str
    parameters: str


@dataclass(frozen=True, slots=True)
class ServerOpened:
    """The server can be called. Of resources and prompts the names are known."""

    request: int
    server: str
    tools: tuple[ServerTool, ...]
    resources: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolCalled:
    """What a tool has said."""

    request: int
    content: str
    is_error: bool


@dataclass(frozen=True, slots=True)
class RequestFailed:
    """Why there is no answer, as half a sentence; `log` is the end of what the server has written."""

    request: int
    reason: str
    log: str = ""


@dataclass(frozen=True, slots=True)
class CallProgressed:
    """A call goes on; `fraction` in 0…1 if that is known."""

    request: int
    fraction: float | None
    message: str


@dataclass(frozen=True, slots=True)
class InputAsked:
    """A server asks the person for something in mid-call: a form by a JSON Schema, or to open an address."""

    question: int
    server: str
    message: str
    schema: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ProgramStarted:
    """A server's program runs; its process id is that of its process group, too."""

    server: str
    pid: int


@dataclass(frozen=True, slots=True)
class ToolsChanged:
    """A server offers other tools than before."""

    server: str
    tools: tuple[ServerTool, ...]


@dataclass(frozen=True, slots=True)
class ServerEnded:
    """A server cannot be called any more until it is opened again."""

    server: str


Answer = ServerOpened | ToolCalled | RequestFailed
Event = Answer | CallProgressed | InputAsked | ProgramStarted | ToolsChanged | ServerEnded
