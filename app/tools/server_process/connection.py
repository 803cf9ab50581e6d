"""One MCP server, from its start to its end: what it offers, its calls, and what it asks meanwhile."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

import anyio
import httpx2
import mcp.types as types
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError

from app.tools.server_process.messages import (
    CallProgressed,
    CallTool,
    Event,
    InputAsked,
    OpenServer,
    ProgramStarted,
    ServerOpened,
    ServerTool,
    ToolCalled,
    ToolsChanged,
)
from app.tools.server_process.program import LARGEST_MESSAGE_BYTES, ProgramFailed, ServerProgram

if TYPE_CHECKING:
    from mcp.client.session import ClientRequestContext, IncomingMessage

_MOST_TOOLS = 1_000
_MOST_PAGES = 50
_MOST_NAMES = 200
_LONGEST_DESCRIPTION = 4_000
_LONGEST_SCHEMA = 50_000
_LONGEST_RESULT = 4_000_000
_SILENCE_S = 300.0
_CONNECT_S = 15.0

AskPerson = Callable[[InputAsked], Awaitable[str | None]]


class ServerLost(Exception):
    """The server cannot be spoken to any more; the text is half a sentence."""


class ServerConnection:
    """Speaks to one server. `emit` takes events, `ask_person` returns JSON of a form, `None` if nobody fills it in."""

    def __init__(
        self,
        launch: OpenServer,
        *,
        emit: Callable[[Event], None],
        ask_person: AskPerson,
        next_question: Callable[[], int],
    ) -> None:
        self._launch = launch
        self._emit = emit
        self._ask_person = ask_person
        self._next_question = next_question
        self._client: Client | None = None
        self._changed = anyio.Event()
        self.ended = anyio.Event()
        """Set by whoever wants it to end."""
        self._program = (
            ServerProgram(launch, lambda pid: emit(ProgramStarted(launch.server, pid))) if launch.command else None
        )

    @property
    def log(self) -> str:
        """The end of what its program has written."""
        return self._program.log if self._program is not None else ""

    async def run(self) -> None:
        """Open it, tell what it offers, and stay until it is to end. Raises `ServerLost`, and what goes wrong."""
        with anyio.move_on_after(self._launch.timeout_s) as patience:
            try:
                await self._stay(patience)
            except Exception as error:  # task groups put theirs around what went wrong
                cause = _first_of(error)
                raise (ServerLost(await self._words(cause)) if isinstance(cause, MCPError) else cause) from error
        if patience.cancelled_caught:
            raise ServerLost(f"it did not answer within {self._launch.timeout_s:.0f} s")

    async def _stay(self, patience: anyio.CancelScope) -> None:
        async with contextlib.AsyncExitStack() as opened:
            if self._program is not None:
                transport = self._program.running()
            else:
                client = await opened.enter_async_context(_http_client(self._launch))
                transport = streamable_http_client(self._launch.url, http_client=client)
            self._client = Client(
                transport,
                elicitation_callback=self._elicit,
                message_handler=self._note_change,
                client_info=types.Implementation(name="aside", version="0.1"),
                cache=None,
            )
            await opened.enter_async_context(self._client)
            tools, resources, prompts = (
                await self._tools(),
                await self._names("resources"),
                await self._names("prompts"),
            )
            patience.deadline = math.inf
            self._emit(ServerOpened(self._launch.request, self._launch.server, tools, resources, prompts))
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(self._follow_changes)
                await self.ended.wait()
                tasks.cancel_scope.cancel()

    async def call(self, command: CallTool) -> ToolCalled:
        """Call a tool. Raises `ServerLost`, after which nothing more can be called."""
        assert self._client is not None, "it is open"

        async def note_progress(progress: float, total: float | None, message: str | None) -> None:
            fraction = min(1.0, max(0.0, progress / total)) if total else None
            self._emit(CallProgressed(command.request, fraction, (message or "")[:300]))

        try:
            result = await self._client.call_tool(
                command.tool, json.loads(command.arguments), command.timeout_s, note_progress
            )
        except MCPError as error:
            if self._is_lost(error):
                raise ServerLost(await self._words(error)) from error
            return ToolCalled(command.request, _said(error), is_error=True)
        except (TimeoutError, RuntimeError, ValueError) as error:
            return ToolCalled(command.request, str(error)[:500] or "The server did not answer.", is_error=True)
        return ToolCalled(command.request, _text_of(result), bool(result.is_error))

    def _is_lost(self, error: MCPError) -> bool:
        return error.error.code == types.CONNECTION_CLOSED

    async def _words(self, error: MCPError) -> str:
        if self._is_lost(error) and self._program is not None:
            return await self._program.ending()
        return _said(error)

    async def _tools(self) -> tuple[ServerTool, ...]:
        assert self._client is not None
        tools: list[ServerTool] = []
        cursor: str | None = None
        if self._client.server_capabilities.tools is None:
            return ()
        for _ in range(_MOST_PAGES):
            page = await self._client.list_tools(cursor=cursor)
            tools.extend(_tool(tool) for tool in page.tools)
            cursor = page.next_cursor
            if not cursor or len(tools) >= _MOST_TOOLS:
                break
        return tuple(tools[:_MOST_TOOLS])

    async def _names(self, kind: str) -> tuple[str, ...]:
        """Return the names of the first page; a server that cannot list them has none."""
        assert self._client is not None
        names: list[str] = []
        with contextlib.suppress(MCPError):
            if kind == "resources" and self._client.server_capabilities.resources is not None:
                names = [one.name for one in (await self._client.list_resources()).resources]
            elif kind == "prompts" and self._client.server_capabilities.prompts is not None:
                names = [one.name for one in (await self._client.list_prompts()).prompts]
        return tuple(name[:200] for name in names[:_MOST_NAMES])

    async def _follow_changes(self) -> None:
        while True:
            await self._changed.wait()
            self._changed = anyio.Event()
            with contextlib.suppress(MCPError):
                self._emit(ToolsChanged(self._launch.server, await self._tools()))

    async def _note_change(self, message: IncomingMessage) -> None:
        if isinstance(message, types.ToolListChangedNotification):
            self._changed.set()

    async def _elicit(
        self, context: ClientRequestContext, params: types.ElicitRequestParams
    ) -> types.ElicitResult | types.ErrorData:
        form = params.requested_schema if isinstance(params, types.ElicitRequestFormParams) else None
        question = InputAsked(
            self._next_question(),
            self._launch.server,
            params.message[:_LONGEST_DESCRIPTION],
            json.dumps(form)[:_LONGEST_SCHEMA] if form is not None else "",
            str(params.url)[:2_000] if isinstance(params, types.ElicitRequestURLParams) else "",
        )
        answer = await self._ask_person(question)
        if answer is None:
            return types.ElicitResult(action="decline")
        return types.ElicitResult(action="accept", content=json.loads(answer) if form is not None else None)


def words_of(error: BaseException) -> str:
    """Return half a sentence for whatever went wrong with a server."""
    error = _first_of(error)
    if isinstance(error, ServerLost | ProgramFailed):
        return str(error)
    if isinstance(error, MCPError):
        return _said(error)
    if isinstance(error, httpx2.ConnectError):
        return "nothing answers at its address"
    if isinstance(error, httpx2.HTTPStatusError):
        return f"its address answers {error.response.status_code}"
    return str(error)[:300] or type(error).__name__


def _first_of(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _said(error: MCPError) -> str:
    return error.error.message[:500] or "it gave no reason"


def _tool(tool: types.Tool) -> ServerTool:
    schema = json.dumps(tool.input_schema)
    return ServerTool(
        tool.name[:200],
        (tool.description or tool.title or "")[:_LONGEST_DESCRIPTION],
        schema if len(schema) <= _LONGEST_SCHEMA else '{"type": "object"}',
    )


def _text_of(result: types.CallToolResult) -> str:
    """Return a result as text; what is no text is named."""
    pieces: list[str] = []
    for part in result.content:
        match part:
            case types.TextContent():
                pieces.append(part.text)
            case types.ImageContent() | types.AudioContent():
                pieces.append(f"[{part.mime_type}, {len(part.data) * 3 // 4 // 1000 + 1} kB: not shown]")
            case types.EmbeddedResource(resource=types.TextResourceContents() as resource):
                pieces.append(resource.text)
            case types.ResourceLink():
                pieces.append(f"[{part.name}]({part.uri})")
            case _:
                pieces.append(f"[{part.type}: not shown]")
    if not pieces and result.structured_content is not None:
        pieces.append(json.dumps(result.structured_content, ensure_ascii=False))
    text = "\n".join(pieces)
    return text if len(text) <= _LONGEST_RESULT else text[:_LONGEST_RESULT]


def _http_client(launch: OpenServer) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(
        headers=dict(launch.headers),
        timeout=httpx2.Timeout(_SILENCE_S, connect=_CONNECT_S),
        transport=_BoundedTransport(proxy=launch.proxy or None),
        trust_env=False,
    )


class _BoundedTransport(httpx2.AsyncHTTPTransport):
    """Reads no more of an answer to a call than a message may be long."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        if request.method == "POST":
            response.stream = _BoundedStream(response.stream)
        return response


class _BoundedStream(httpx2.AsyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for piece in self._stream:
            size += len(piece)
            if size > LARGEST_MESSAGE_BYTES:
                raise httpx2.ReadError(f"it sent a message of more than {LARGEST_MESSAGE_BYTES >> 20} MB")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()
