"""What goes between the app and the tools process. Each request has a number, and one answer that carries it."""

from __future__ import annotations

from dataclasses import dataclass, field


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
    sign_in: str = ""
    """What a `SignedIn` has told of an address the last time."""
    stays_on_this_computer: bool = False
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
class ReadResource:
    """Read what an open server has under this address."""

    request: int
    server: str
    uri: str
    timeout_s: float = 60.0


@dataclass(frozen=True, slots=True)
class GetPrompt:
    """Have a prompt of an open server filled in."""

    request: int
    server: str
    prompt: str
    arguments: tuple[tuple[str, str], ...] = ()
    timeout_s: float = 60.0


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


Request = CallTool | ReadResource | GetPrompt
"""What is asked of an open server."""
Command = OpenServer | Request | GiveUp | AnswerInput | CloseServer | EndProcess


@dataclass(frozen=True, slots=True)
class ServerTool:
    """A tool as its server tells of it; `parameters` is a JSON Schema."""

    name: str
    description: str
    parameters: str


@dataclass(frozen=True, slots=True)
class ServerResource:
    """Something that a server lets read; `kind` is its media type, if that is told."""

    uri: str
    name: str
    description: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PromptArgument:
    """What a prompt is filled in with."""

    name: str
    description: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class ServerPrompt:
    """A text that a server has for the person to ask."""

    name: str
    description: str = ""
    arguments: tuple[PromptArgument, ...] = ()


@dataclass(frozen=True, slots=True)
class ServerListing:
    """What a server offers."""

    tools: tuple[ServerTool, ...] = ()
    resources: tuple[ServerResource, ...] = ()
    prompts: tuple[ServerPrompt, ...] = ()
    left_out: tuple[str, ...] = ()
    """Tools that cannot be called, each with what is wrong with it."""


@dataclass(frozen=True, slots=True)
class ServerOpened:
    """The server can be called."""

    request: int
    server: str
    listing: ServerListing


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a server has sent, as a file's bytes."""

    kind: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ToolCalled:
    """What a tool has said."""

    request: int
    content: str
    is_error: bool
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class ResourceRead:
    """What a server has under an address: a text, or the bytes of a file."""

    request: int
    text: str = ""
    data: bytes = field(default=b"", repr=False)
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PromptFilledIn:
    """The text of a prompt."""

    request: int
    text: str


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
    is_sign_in: bool = False
    """The address is one to sign in at, since the server answers nobody otherwise."""


@dataclass(frozen=True, slots=True)
class ProgramStarted:
    """A server's program runs; its process id is that of its process group, too."""

    server: str
    pid: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody has signed in to a server; `kept` is secret."""

    server: str
    kept: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class InputOver:
    """Nobody waits any more for what was asked for under this number."""

    question: int


@dataclass(frozen=True, slots=True)
class ListingChanged:
    """A server offers something else than before."""

    server: str
    listing: ServerListing


@dataclass(frozen=True, slots=True)
class ServerLogged:
    """The end of what a server's program has written, after it has written more."""

    server: str
    log: str


@dataclass(frozen=True, slots=True)
class ServerEnded:
    """A server cannot be called any more until it is opened again. `reason` is empty if somebody wanted it so."""

    server: str
    reason: str = ""


Answer = ServerOpened | ToolCalled | ResourceRead | PromptFilledIn | RequestFailed
News = ServerOpened | ServerEnded | ListingChanged | ServerLogged | InputOver | SignedIn
"""What happens to servers by themselves."""
Event = Answer | News | CallProgressed | InputAsked | ProgramStarted
