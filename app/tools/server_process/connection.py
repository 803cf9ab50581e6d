"""One MCP server, from its start to its end: what it offers, its calls, and what it asks meanwhile."""

from __future__ import annotations

import base64
import contextlib
import json
import math
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread
import httpx2
import mcp.types as types
from mcp.client.auth import OAuthFlowError
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.client.subscriptions import ListenNotSupportedError, SubscriptionLost
from mcp.shared.exceptions import MCPError
from pydantic import ValidationError

from app.network.addresses import leads_inside, origin
from app.settings.addresses import is_this_computer
from app.tools.server_process.bounded_messages import bounded
from app.tools.server_process.listing import listing_of
from app.tools.server_process.messages import (
    CallProgressed,
    CallTool,
    Event,
    GetPrompt,
    InputAsked,
    ListingChanged,
    OpenServer,
    Picture,
    ProgramStarted,
    PromptFilledIn,
    ReadResource,
    RequestFailed,
    ResourceRead,
    ServerLogged,
    ServerOpened,
    SignedIn,
    ToolCalled,
)
from app.tools.server_process.program import LARGEST_MESSAGE_BYTES, ProgramFailed, ServerProgram
from app.tools.server_process.server_log import ServerLog
from app.tools.server_process.sign_in import SignInFailed, provider_for

if TYPE_CHECKING:
    from mcp.client.session import ClientRequestContext, IncomingMessage

_LONGEST_QUESTION = 4_000
_LONGEST_ADDRESS = 8_000
_LONGEST_SCHEMA = 50_000
_LONGEST_RESULT = 4_000_000
_MOST_PICTURES = 8
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp")
_LOG_S = 0.5
_PROGRESS_S = 0.1
_LISTING_S = 1.0
_LISTEN_AGAIN_S = 5.0
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
    ) -> None:
        self._launch = launch
        self._emit = emit
        self._ask_person = ask_person
        self._client: Client | None = None
        self._transport: _BoundedTransport | None = None
        self._changed = anyio.Event()
        self._log = ServerLog()
        self.is_open = False
        self.ended = anyio.Event()
        """Set by whoever wants it to end."""
        self._program = ServerProgram(launch, self._note_start, self._log) if launch.command else None

    @property
    def request(self) -> int:
        """The number under which it is being opened."""
        return self._launch.request

    @property
    def log(self) -> str:
        """The end of what it has written."""
        return self._log.text

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

    def _note_start(self, pid: int) -> None:
        self._emit(ProgramStarted(self._launch.server, pid))

    async def _stay(self, patience: anyio.CancelScope) -> None:
        async with contextlib.AsyncExitStack() as opened:
            if self._program is not None:
                transport = self._program.running()
            else:
                auth = self._signing_in(opened, patience)
                self._transport = _BoundedTransport(self._launch)
                client = await opened.enter_async_context(_http_client(self._launch, auth, self._transport))
                transport = streamable_http_client(self._launch.url, http_client=client)
            self._client = Client(
                bounded(transport),
                elicitation_callback=self._elicit,
                message_handler=self._note_change,
                client_info=types.Implementation(name="aside", version="0.1"),
                cache=None,
            )
            telling = await opened.enter_async_context(anyio.create_task_group())
            telling.start_soon(self._tell_log)
            opened.callback(telling.cancel_scope.cancel)
            await opened.enter_async_context(self._client)
            listing = await listing_of(self._client)
            patience.deadline = math.inf
            self.is_open = True
            self._emit(ServerOpened(self._launch.request, self._launch.server, listing))
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(self._listen)
                tasks.start_soon(self._follow_changes)
                if self._program is not None:
                    tasks.start_soon(self._notice_end, self._program)
                await self.ended.wait()
                tasks.cancel_scope.cancel()

    def _signing_in(self, opened: contextlib.AsyncExitStack, patience: anyio.CancelScope) -> httpx2.Auth | None:
        """Return what signs requests in where the server asks for it; nothing if a header does it already."""
        if any(name.lower() == "authorization" for name, _ in self._launch.headers):
            return None

        async def ask(address: str) -> bool:
            patience.deadline = math.inf
            question = InputAsked(
                secrets.randbits(62),
                self._launch.server,
                "The server asks you to sign in.",
                url=address[:_LONGEST_ADDRESS],
                is_sign_in=True,
            )
            return await self._ask_person(question) is not None

        def keep(kept: str) -> None:
            self._emit(SignedIn(self._launch.server, kept))

        provider, back = provider_for(self._launch.url, self._launch.sign_in, ask=ask, keep=keep)
        opened.callback(back.close)
        return provider

    async def answer(self, asked: CallTool | ReadResource | GetPrompt) -> Event:
        """Ask the server, and return what it says. Raises `ServerLost`, after which nothing more can be asked."""
        try:
            with anyio.fail_after(None if isinstance(asked, CallTool) else asked.timeout_s):
                match asked:
                    case CallTool():
                        return await self._called(asked)
                    case ReadResource():
                        return await self._read(asked)
                    case GetPrompt():
                        return await self._filled_in(asked)
        except MCPError as error:
            if self._is_lost(error):
                raise ServerLost(await self._words(error)) from error
            return _refusal(asked, _said(error))
        except (TimeoutError, RuntimeError, ValueError) as error:
            return _refusal(asked, words_of(error) if str(error) else "the server did not answer")

    async def _called(self, asked: CallTool) -> ToolCalled:
        assert self._client is not None, "it is open"

        told_at = -math.inf

        async def note_progress(progress: float, total: float | None, message: str | None) -> None:
            nonlocal told_at
            if (now := anyio.current_time()) < told_at + _PROGRESS_S:
                return
            told_at = now
            fraction = min(1.0, max(0.0, progress / total)) if total else None
            self._emit(CallProgressed(asked.request, fraction, (message or "")[:300]))

        result = await self._client.call_tool(asked.tool, json.loads(asked.arguments), asked.timeout_s, note_progress)
        pictures = _pictures_of(result.content)
        return ToolCalled(asked.request, _text_of(result), bool(result.is_error), pictures)

    async def _read(self, asked: ReadResource) -> ResourceRead:
        assert self._client is not None, "it is open"
        contents = (await self._client.read_resource(asked.uri)).contents
        texts = [one for one in contents if isinstance(one, types.TextResourceContents)]
        files = [one for one in contents if isinstance(one, types.BlobResourceContents)]
        if texts:
            text = "\n".join(one.text for one in texts)[:_LONGEST_RESULT]
            return ResourceRead(asked.request, text, kind=texts[0].mime_type or "")
        if not files:
            return ResourceRead(asked.request)
        return ResourceRead(asked.request, data=_decoded(files[0].blob), kind=files[0].mime_type or "")

    async def _filled_in(self, asked: GetPrompt) -> PromptFilledIn:
        assert self._client is not None, "it is open"
        result = await self._client.get_prompt(asked.prompt, dict(asked.arguments))
        texts = [text for message in result.messages if (text := _text_of_part(message.content))]
        return PromptFilledIn(asked.request, "\n\n".join(texts)[:_LONGEST_RESULT])

    async def _tell_log(self) -> None:
        """Tell what it has written, as often as somebody can read it."""
        while True:
            self._emit(ServerLogged(self._launch.server, await self._log.wait()))
            await anyio.sleep(_LOG_S)

    async def _notice_end(self, program: ServerProgram) -> None:
        await program.hung_up.wait()
        raise ServerLost(await program.ending())

    def _is_lost(self, error: MCPError) -> bool:
        """Whether the connection is gone: servers give errors of their own the same number."""
        return error.error.code == types.CONNECTION_CLOSED and error.error.message == "Connection closed"

    async def _words(self, error: MCPError) -> str:
        if self._is_lost(error) and self._program is not None:
            return await self._program.ending()
        refused = self._transport.refusal if self._transport is not None else 0
        return f"its address answers {refused}" if refused else _said(error)

    async def _listen(self) -> None:
        """Hear of changes where the protocol has it that one asks for them; else they come by themselves."""
        assert self._client is not None, "it is open"
        with contextlib.suppress(MCPError, ListenNotSupportedError):
            while True:
                with contextlib.suppress(SubscriptionLost, TimeoutError):  # a silent stream ends some day
                    changes = self._client.listen(
                        tools_list_changed=True, prompts_list_changed=True, resources_list_changed=True
                    )
                    async with changes as events:
                        async for _ in events:
                            self._changed.set()
                await anyio.sleep(_LISTEN_AGAIN_S)

    async def _follow_changes(self) -> None:
        while True:
            await self._changed.wait()
            self._changed = anyio.Event()
            with contextlib.suppress(MCPError):
                assert self._client is not None, "it is open"
                self._emit(ListingChanged(self._launch.server, await listing_of(self._client)))
            await anyio.sleep(_LISTING_S)

    async def _note_change(self, message: IncomingMessage) -> None:
        if isinstance(
            message,
            types.ToolListChangedNotification
            | types.ResourceListChangedNotification
            | types.PromptListChangedNotification,
        ):
            self._changed.set()
        elif isinstance(message, types.LoggingMessageNotification):
            said = message.params.data
            text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
            self._log.note(f"{message.params.level}: {text[:_LONGEST_QUESTION]}\n".encode(errors="replace"))

    async def _elicit(
        self, context: ClientRequestContext, params: types.ElicitRequestParams
    ) -> types.ElicitResult | types.ErrorData:
        form = params.requested_schema if isinstance(params, types.ElicitRequestFormParams) else None
        question = InputAsked(
            secrets.randbits(62),  # no other process of ours asks under it
            self._launch.server,
            params.message[:_LONGEST_QUESTION],
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
    if isinstance(error, ServerLost | ProgramFailed | SignInFailed):
        return str(error)
    if isinstance(error, MCPError):
        return _said(error)
    if isinstance(error, ValidationError):
        place = ".".join(map(str, error.errors()[0]["loc"]))[:100] if error.errors() else ""
        return f"it sent an answer that is none of the protocol's ({place})"
    if isinstance(error, httpx2.ConnectError):
        return "nothing answers at its address"
    if isinstance(error, OAuthFlowError):
        return f"signing in failed: {str(error)[:300]}"
    if isinstance(error, httpx2.HTTPStatusError):
        return f"its address answers {error.response.status_code}"
    return _half_a_sentence(str(error))[:300] or type(error).__name__


def _first_of(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _said(error: MCPError) -> str:
    return _half_a_sentence(error.error.message)[:500] or "it gave no reason"


def _half_a_sentence(told: str) -> str:
    return "it sent an answer that cannot be read" if " validation error for " in told else told


def _refusal(asked: CallTool | ReadResource | GetPrompt, words: str) -> Event:
    if isinstance(asked, CallTool):
        return ToolCalled(asked.request, words, is_error=True)
    return RequestFailed(asked.request, words)


def _text_of(result: types.CallToolResult) -> str:
    """Return a result as text; what is no text is named."""
    pieces = [_text_of_part(part) for part in result.content]
    if not pieces and result.structured_content is not None:
        pieces.append(json.dumps(result.structured_content, ensure_ascii=False))
    text = "\n".join(pieces)
    return text if len(text) <= _LONGEST_RESULT else text[:_LONGEST_RESULT]


def _text_of_part(part: types.ContentBlock) -> str:
    match part:
        case types.TextContent():
            return part.text
        case types.ImageContent() | types.AudioContent():
            shown = "shown to the person" if part.mime_type in _PICTURES else "not shown"
            return f"[{part.mime_type}, {len(part.data) * 3 // 4 // 1000 + 1} kB: {shown}]"
        case types.EmbeddedResource(resource=types.TextResourceContents() as resource):
            return resource.text
        case types.ResourceLink():
            return f"[{part.name}]({part.uri})"
        case _:
            return f"[{part.type}: not shown]"


def _pictures_of(parts: list[types.ContentBlock]) -> tuple[Picture, ...]:
    found = []
    for part in parts:
        match part:
            case types.ImageContent():
                found.append(Picture(part.mime_type, _decoded(part.data)))
            case types.EmbeddedResource(resource=types.BlobResourceContents() as resource):
                found.append(Picture(resource.mime_type or "", _decoded(resource.blob)))
    return tuple(one for one in found if one.kind in _PICTURES and one.data)[:_MOST_PICTURES]


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except ValueError:
        return b""


def _http_client(
    launch: OpenServer, auth: httpx2.Auth | None, transport: httpx2.AsyncBaseTransport
) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(
        headers=dict(launch.headers),
        auth=auth,
        timeout=httpx2.Timeout(_SILENCE_S, connect=_CONNECT_S),
        transport=transport,
        trust_env=False,
    )


class _BoundedTransport(httpx2.AsyncHTTPTransport):
    """Reads no more of an answer than a message may be long, and goes nowhere else than it may.

    Where to sign in is said by the server: one elsewhere may not send us to this computer or its networks.
    """

    def __init__(self, launch: OpenServer) -> None:
        super().__init__(proxy=launch.proxy or None)
        self._launch = launch
        self.refusal = 0
        """The last status of the server's address, if that was one of an error."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await anyio.to_thread.run_sync(self._check, str(request.url))
        response = await super().handle_async_request(request)
        if request.method == "POST" and str(request.url) == self._launch.url:
            self.refusal = response.status_code if response.status_code >= 400 else 0
        if request.method == "POST" or "event-stream" not in response.headers.get("content-type", ""):
            response.stream = _BoundedStream(response.stream)
        return response

    def _check(self, url: str) -> None:
        if origin(url) == origin(self._launch.url):
            return
        if self._launch.stays_on_this_computer and not is_this_computer(url):
            raise SignInFailed("it leads elsewhere to sign in, and Aside is set to stay offline")
        if not is_this_computer(self._launch.url) and (origin(url)[0] != "https" or leads_inside(origin(url)[1])):
            raise SignInFailed("it leads to an address inside your network to sign in")


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
