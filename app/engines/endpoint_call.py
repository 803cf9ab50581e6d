"""One connection to a server that runs models. It can be hung up from another thread.

Nothing is sent but to the origin that was named: redirects to another are told, not followed. What a server sends is
read in bounded pieces, whatever it says of their length, and however it is packed.
"""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.cancellation import Cancelled, StopSignal
from app.engines.errors import (
    EndpointAsksForKey,
    EndpointBrokeOff,
    EndpointFailed,
    EndpointForbids,
    EndpointIsBusy,
    EndpointIsElsewhere,
    EndpointIsSilent,
    EndpointKeyIsUnusable,
    EndpointLacksModel,
    EndpointLeadsElsewhere,
    EndpointNotFound,
    EndpointNotReached,
    EndpointNotTrusted,
    EndpointProblem,
    EndpointRefused,
    EndpointSpeaksOtherwise,
    EndpointTakesLess,
    EndpointWritesTooMuch,
)
from app.hub.connection.failures import client_problem
from app.network.addresses import joined, origin
from app.settings.addresses import is_this_computer

if TYPE_CHECKING:
    import httpx2

    from app.network.http_client import HttpClient


_LONGEST_LINE_BYTES = 2 * 2**20
_LONGEST_PAGE_BYTES = 16 * 2**20
_LONGEST_REFUSAL_BYTES = 64 * 1024
_MOST_BYTES = 512 * 2**20
_MOST_REDIRECTS = 3
_MOST_TRIES = 4
_RETRIED = (429, 503)
_RETRY_WITHIN_S = 30.0
_LONGEST_WAIT_S = 86_400.0
_LOOK_S = 10.0
"""For a page that says what speaks there, all of it."""
_END_S = 5.0
"""How long a server may go on after the last word: figures come then."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server may take, in seconds: to be there, and to say the next word."""

    connect_s: float = 10.0
    silence_s: float = 300.0
    """It may read a long prompt before it says anything."""


@dataclass(frozen=True, slots=True)
class EndpointAccess:
    """How servers may be reached now: asked anew for each call. `key` is of an address."""

    key: Callable[[str], str] = lambda _address: ""
    is_offline: Callable[[], bool] = lambda: False
    proxy: Callable[[], str] = lambda: ""


@dataclass(frozen=True, slots=True)
class Page:
    """What came of looking somewhere; `content` is `None` for what is no JSON."""

    status: int
    content: object = None

    def get(self, *path: str | int) -> object:
        """Return what stands at this place of the content; `None` where there is none."""
        found = self.content
        for step in path:
            if isinstance(found, dict) and isinstance(step, str):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found


class EndpointCall:
    """Speaks to the server at one address, on one thread; any thread may `stop` it. A context manager."""

    def __init__(self, address: str, access: EndpointAccess, patience: Patience) -> None:
        self.address = address
        self._access = access
        self._patience = patience
        self._stopped = threading.Event()
        self._hung_up = StopSignal()
        """It was stopped, or everything was said."""
        self._key = ""
        self._client: HttpClient | None = None

    def __enter__(self) -> EndpointCall:
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    @property
    def is_stopped(self) -> bool:
        """Whether it was hung up."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Hang up: what waits for the server wakes."""
        self._stopped.set()
        self._hung_up.set()

    def look(
        self, path: str, body: Mapping[str, object] | None = None, *, query: Mapping[str, str] | None = None
    ) -> Page:
        """Return what stands at a path of the address. Raises `EndpointProblem` where no server is."""
        method = "GET" if body is None else "POST"
        with self._answer(
            method, self.address + path, body, query=query, silence_s=self._patience.connect_s
        ) as response:
            said = bytearray()
            until = time.monotonic() + _LOOK_S
            for piece in self._pieces(response):
                said += piece
                if len(said) > _LONGEST_PAGE_BYTES or time.monotonic() > until:
                    return Page(response.status_code)
            try:
                return Page(response.status_code, msgspec.json.decode(said))
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                return Page(response.status_code)

    def ask(self, path: str, body: Mapping[str, object]) -> Iterator[Chunk]:
        """Ask and yield the chunks as they come. Busy servers are asked again for a while. Raises `EndpointProblem`."""
        until = time.monotonic() + _RETRY_WITHIN_S
        wait_s: float | None = None
        for left in reversed(range(_MOST_TRIES)):
            with self._answer("POST", self.address + path, body, silence_s=self._patience.silence_s) as response:
                if response.status_code == 200:
                    yield from self._chunks(response)
                    return
                refusal = self._refusal(response)
                wait_s = self._wait_s(response)
                wait_s = float(2 ** (_MOST_TRIES - 1 - left)) if wait_s is None else wait_s
                if response.status_code not in _RETRIED or not left or time.monotonic() + wait_s > until:
                    raise refusal
            if self._hung_up.is_set() or self._stopped.wait(wait_s):
                return

    def refusal_of(self, status: int, words: str, *, wait_s: float | None = None) -> EndpointProblem:
        """Return what a status other than 200 means."""
        words = self._without_key(words).strip() or f"status {status}"
        place = self.address
        if status == 401:
            return EndpointAsksForKey(endpoint=place, words=words, has_key=bool(self._key))
        if status == 429:
            return EndpointIsBusy(endpoint=place, words=words, wait_s=wait_s)
        if status >= 500:
            return EndpointFailed(endpoint=place, status=status, words=words)
        known = {403: EndpointForbids, 404: EndpointLacksModel, 413: EndpointTakesLess}.get(status)
        return (
            known(endpoint=place, words=words) if known else EndpointRefused(endpoint=place, status=status, words=words)
        )

    # --- the connection ------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _answer(
        self,
        method: str,
        url: str,
        body: Mapping[str, object] | None,
        *,
        silence_s: float,
        query: Mapping[str, str] | None = None,
    ) -> Iterator[httpx2.Response]:
        import httpx2

        has_answered = False
        try:
            client = self._opened()
            for _ in range(_MOST_REDIRECTS + 1):
                with client.stream(
                    method,
                    url,
                    params=query,
                    json=body,
                    timeout=httpx2.Timeout(silence_s, connect=self._patience.connect_s),
                    extensions={"stop": self._hung_up},
                ) as response:
                    if not response.is_redirect:
                        has_answered = True
                        yield response
                        return
                place = joined(url, response.headers["location"])
                is_other = method != "GET" and response.status_code not in (307, 308)
                if is_other or origin(place) != origin(url):
                    raise EndpointLeadsElsewhere(endpoint=self.address, place=place)
                url = place
            raise EndpointSpeaksOtherwise(endpoint=self.address, what=f"status {response.status_code}")
        except Cancelled as error:
            if self._stopped.is_set():  # else everything was said
                raise EndpointBrokeOff(endpoint=self.address) from error
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            raise self._problem(error, has_answered=has_answered, silence_s=silence_s) from error

    def _opened(self) -> HttpClient:
        from app.network.http_client import HttpClient

        is_here = is_this_computer(self.address)
        if self._access.is_offline() and not is_here:
            raise EndpointIsElsewhere(endpoint=self.address)
        if self._client is None:
            key = self._key = self._access.key(self.address).strip()
            if not (key.isascii() and key.isprintable()) or " " in key:
                raise EndpointKeyIsUnusable(endpoint=self.address)
            headers = {"Accept": "text/event-stream, application/json", "Accept-Encoding": "identity"}
            if key:
                headers["Authorization"] = f"Bearer {key}"
            proxy = None if is_here else self._access.proxy()
            try:
                self._client = HttpClient(
                    self.address,
                    proxy=proxy,
                    timeout_s=self._patience.silence_s,
                    keeps_connection=True,
                    verify=not (is_here and self.address.startswith("http:")),
                )
            except (OSError, ValueError) as error:
                raise client_problem(error, proxy=proxy or "") from error
            self._client.headers.update(headers)
        return self._client

    def _problem(self, error: Exception, *, has_answered: bool, silence_s: float) -> EndpointProblem:
        import ssl

        import httpx2

        from app.network.http_client import AnswerRefused, LeadsElsewhere, causes_of

        details = self._without_key(f"{type(error).__name__}: {error}")
        causes = list(causes_of(error))
        if isinstance(error, httpx2.ReadTimeout | httpx2.WriteTimeout):
            return EndpointIsSilent(endpoint=self.address, silent_s=silence_s)
        if isinstance(error, LeadsElsewhere):
            return EndpointLeadsElsewhere(endpoint=self.address, place=error.place)
        if isinstance(error, AnswerRefused):
            return EndpointSpeaksOtherwise(endpoint=self.address, what=str(error))
        if has_answered or isinstance(error, httpx2.ReadError | httpx2.RemoteProtocolError):
            return EndpointBrokeOff(endpoint=self.address, details=details)
        if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
            return EndpointNotTrusted(endpoint=self.address, details=details)
        if any(isinstance(cause, socket.gaierror) for cause in causes):
            return EndpointNotFound(endpoint=self.address, details=details)
        return EndpointNotReached(endpoint=self.address, details=details)

    # --- what comes ----------------------------------------------------------------------------------------------

    def _pieces(self, response: httpx2.Response) -> Iterator[bytes]:
        from app.network.http_client import unpacked

        return unpacked(response)

    def _lines(self, response: httpx2.Response) -> Iterator[bytes]:
        rest = bytearray()
        total = 0
        for piece in self._pieces(response):
            total += len(piece)
            looked = len(rest)
            rest += piece
            while (end := rest.find(b"\n", looked)) >= 0:
                yield bytes(rest[:end]).rstrip(b"\r")
                del rest[: end + 1]
                looked = 0
            if len(rest) > _LONGEST_LINE_BYTES or total > _MOST_BYTES:
                raise EndpointWritesTooMuch(endpoint=self.address, details=f"{total} bytes")
        yield bytes(rest).rstrip(b"\r")

    def _chunks(self, response: httpx2.Response) -> Iterator[Chunk]:
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if "html" in kind:
            raise EndpointSpeaksOtherwise(endpoint=self.address)
        if kind == "application/json":
            yield self._chunk(self._said(response, _LONGEST_PAGE_BYTES))
            return
        heard_at = time.monotonic()
        closing: threading.Timer | None = None
        is_first, is_error = True, False
        try:
            for line in self._lines(response):
                if is_first and line.lstrip()[:1] == b"<":
                    raise EndpointSpeaksOtherwise(endpoint=self.address)
                is_first = is_first and not line.strip()
                if line.startswith(b"event:"):
                    is_error = line[6:].strip() == b"error"
                if line.startswith((b"data:", b"error:")):
                    name, _, data = line.partition(b":")
                    data = data.strip()
                    if data == b"[DONE]":
                        return
                    if is_error or name == b"error":
                        raise self._told_in_stream(data)
                    chunk = self._chunk(data)
                    if chunk.choices or chunk.usage is not None:
                        heard_at = time.monotonic()
                    if chunk.ends and closing is None:
                        closing = threading.Timer(_END_S, self._end)
                        closing.start()
                    yield chunk
                if time.monotonic() - heard_at > self._patience.silence_s:
                    raise EndpointIsSilent(endpoint=self.address, silent_s=self._patience.silence_s)
        finally:
            if closing is not None:
                closing.cancel()
                closing.join()

    def _end(self) -> None:
        """Everything was said: wait no longer for the connection's end."""
        self._hung_up.set()

    def _chunk(self, data: bytes) -> Chunk:
        try:
            chunk = msgspec.json.decode(data, type=Chunk)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise EndpointBrokeOff(endpoint=self.address, details=self._without_key(str(error))) from error
        if chunk.error is not None:
            status, words = _told(chunk.error)
            raise self.refusal_of(status or 500, words)
        return chunk

    def _told_in_stream(self, data: bytes) -> EndpointProblem:
        status, words = None, data.decode(errors="replace")
        with contextlib.suppress(ValueError, RecursionError):
            status, words = _told(json.loads(words))
        return self.refusal_of(status or 500, words)

    def _said(self, response: httpx2.Response, most_bytes: int) -> bytes:
        said = bytearray()
        for piece in self._pieces(response):
            said += piece
            if len(said) > most_bytes:
                break
        return bytes(said)

    def _refusal(self, response: httpx2.Response) -> EndpointProblem:
        from app.network.http_client import AnswerRefused

        try:
            words = self._said(response, _LONGEST_REFUSAL_BYTES).decode(errors="replace")
        except AnswerRefused:
            words = ""
        if words.lstrip()[:1] == "<":
            words = ""
        with contextlib.suppress(ValueError, RecursionError):
            _, words = _told(json.loads(words))
        wait_s = self._wait_s(response)
        return self.refusal_of(response.status_code, words, wait_s=wait_s)

    def _wait_s(self, response: httpx2.Response) -> float | None:
        from app.network.http_client import wait_asked_for

        return wait_asked_for(response.headers.get("retry-after", ""), at_most_s=_LONGEST_WAIT_S)

    def _without_key(self, text: str) -> str:
        return text.replace(self._key, "<key>") if self._key else text


def _told(error: object) -> tuple[int | None, str]:
    """Return status and words of an error as servers write it: `{"error": {"message": …}}`, `{"detail": …}`, a text."""
    status: int | None = None
    for _ in range(4):
        if not isinstance(error, dict):
            break
        code = error.get("code", error.get("status"))
        status = code if isinstance(code, int) and 400 <= code < 600 else status
        error = next((error[name] for name in ("error", "message", "detail", "msg") if error.get(name)), "")
    return status, error if isinstance(error, str) else json.dumps(error)


# What servers send of a chat completion: a chunk of a stream, or the whole at once. What is not known is not read.


class ChunkText(msgspec.Struct):
    """New text of a reply, or all of it."""

    content: object = None
    """Text, or blocks of it."""
    reasoning_content: object = None
    reasoning: object = None
    thinking: object = None
    reasoning_details: object = None
    tool_calls: object = None
    """Of each call that is begun or goes on, what is new of it."""
    function_call: object = None
    """The same, where only one call is known."""


class ChunkChoice(msgspec.Struct):
    """One of the replies."""

    index: int | None = 0
    delta: ChunkText | None = None
    message: ChunkText | None = None
    finish_reason: str | None = None


class ChunkUsage(msgspec.Struct):
    """What was counted, all replies together."""

    prompt_tokens: object = None
    completion_tokens: object = None
    prompt_tokens_details: object = None
    completion_tokens_details: object = None

    def count(self, name: str, inner: str = "") -> int | None:
        """Return a number of tokens; `None` where none is told."""
        found = getattr(self, name)
        if inner:
            found = found.get(inner) if isinstance(found, dict) else None
        return int(found) if isinstance(found, (int, float)) and 0 <= found < 2**31 else None


class Chunk(msgspec.Struct):
    """One event of a stream."""

    choices: list[ChunkChoice] | None = None
    usage: ChunkUsage | None = None
    error: object = None

    @property
    def ends(self) -> bool:
        """Whether a reply ends with it."""
        return any(choice.finish_reason for choice in self.choices or ())
