"""The one HTTP client: for the Hub's facts and bytes, for updates, packs and servers of models.

A client's own time limits bound each wait for the network: a server that sends a byte now and then would keep it for
ever. Here the whole head of an answer has to come within the request's `read` limit, and what is read at once is
bounded in size and pace. A `StopSignal`, given as the request's extension `stop`, hangs up from another thread,
whatever is waited for. Each request has a connection of its own, or all of a client that asks one thing at a time have
the same, so it is known which one to hang up.

TLS is checked against the system's certificates and never relaxed; nothing but what is given here is sent or obeyed: no
`.netrc`, no variables but those of proxies and certificates.
"""

from __future__ import annotations

import contextlib
import email.utils
import functools
import os
import re
import socket
import ssl
import threading
import time
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpcore2
import httpx2

from app.cancellation import StopSignal
from app.network.addresses import is_web_address, joined, origin

_CONNECT_TIMEOUT_S = 15.0
_MOST_REDIRECTS = 5
_LARGEST_ANSWER_BYTES = 48 * 2**20
_SLOWEST_BYTES_PER_S = 65_536
"""On the whole, from the first time-out on: what is read at once and comes slower than that is not waited for."""
_PIECE_BYTES = 64 * 1024
_LARGE_PIECE_BYTES = 256 * 1024
_PACKED = ("gzip", "x-gzip", "deflate")
_GZIP_OR_ZLIB = 47
"""`wbits` of zlib that takes either header."""
_OF_THE_BODY_SENT = (b"content-encoding", b"content-length", b"transfer-encoding")

_HEADERS = {"Accept-Encoding": "gzip, deflate", "User-Agent": "aside"}

MayLead = Callable[[str, str], bool]
"""Whether an answer from the first address may send us on to the second."""


class AnswerRefused(httpx2.TransportError):
    """The answer is too large, or packed in an unknown way."""


class LeadsElsewhere(AnswerRefused):
    """The answer leads where we do not go; `place` is empty where that makes no sense."""

    def __init__(self, place: str) -> None:
        super().__init__(f"a redirect to {place[:200]!r}")
        self.place = place


def stays_there(address: str, target: str) -> bool:
    """Whether a redirect stays on its origin, where secrets may go."""
    return origin(address) == origin(target)


def proxy_for(url: str, proxy: str | None = "") -> str:
    """Return the proxy to reach an address over: `proxy`, else the system's; empty for none, as for `None`.

    Raises `ValueError` for one that is no address or of an unknown kind; it holds no password.
    """
    chosen = "" if proxy is None else proxy or _system_proxy(url)
    if not chosen:
        return ""
    chosen = chosen if "://" in chosen else f"http://{chosen}"
    if not is_web_address(chosen):
        raise ValueError("{}://{}".format(*origin(chosen)))
    return chosen


class HttpClient(httpx2.Client):
    """What is asked without `stream` comes whole, within `most_bytes`, redirects followed where `may_lead` allows.

    `keeps_connection` is for one thread that asks one server several things, one after another.

    A streamed answer is as it was sent, a redirect too. Raises `httpx2.RequestError` and `Cancelled`; making one
    raises `OSError` for certificates that cannot be read, and what `proxy_for` raises.
    """

    def __init__(
        self,
        url: str,
        *,
        proxy: str | None = "",
        timeout_s: float,
        most_bytes: int = _LARGEST_ANSWER_BYTES,
        may_lead: MayLead = stays_there,
        keeps_connection: bool = False,
        verify: bool = True,
    ) -> None:
        kept = int(keeps_connection)
        super().__init__(
            headers={**_HEADERS, "Connection": "keep-alive" if keeps_connection else "close"},
            proxy=proxy_for(url, proxy) or None,
            timeout=httpx2.Timeout(timeout_s, connect=min(timeout_s, _CONNECT_TIMEOUT_S)),
            limits=httpx2.Limits(max_connections=kept or None, max_keepalive_connections=kept),
            trust_env=False,
            verify=_certificates(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")) if verify else False,
            event_hooks={"response": [_refuse_senseless_redirects]},
        )
        self._most_bytes = most_bytes
        self._may_lead = may_lead
        self._keeps_connection = keeps_connection
        self._kept: socket.socket | None = None

    def send(self, request: httpx2.Request, *, stream: bool = False, **_options: Any) -> httpx2.Response:
        """Send a request; see the class."""
        if stream:
            return self._begun(request)
        for _ in range(_MOST_REDIRECTS + 1):
            with contextlib.closing(self._begun(request)) as response:
                following = response.next_request
                if following is None:
                    return self._whole(response)
            if not self._may_lead(str(request.url), str(following.url)):
                raise LeadsElsewhere(str(following.url))
            request = following
        raise AnswerRefused(f"more than {_MOST_REDIRECTS} redirects")

    def _begun(self, request: httpx2.Request) -> httpx2.Response:
        limits = request.extensions.get("timeout", {})
        request.extensions["timeout"] = self.timeout.as_dict() | {n: s for n, s in limits.items() if s is not None}
        line = _Line(request, self._kept)
        try:
            with line.explained():
                response = super().send(request, stream=True, follow_redirects=False)
                line.end_of_head()
        except BaseException:
            line.close()
            raise
        self._kept = line.socket if self._keeps_connection else None
        response.stream = _Body(response, line, is_last=not self._keeps_connection)
        return response

    def _whole(self, response: httpx2.Response) -> httpx2.Response:
        body = bytearray()
        patience_s = self.timeout.read or 0.0
        began = time.monotonic()
        for piece in unpacked(response):
            body += piece
            if len(body) > self._most_bytes:
                raise AnswerRefused(f"an answer of more than {self._most_bytes} bytes")
            if time.monotonic() - began > patience_s + response.num_bytes_downloaded / _SLOWEST_BYTES_PER_S:
                raise httpx2.ReadTimeout("the answer trickles")
        headers = [item for item in response.headers.raw if item[0].lower() not in _OF_THE_BODY_SENT]
        return httpx2.Response(response.status_code, headers=headers, content=bytes(body), request=response.request)


def unpacked(response: httpx2.Response) -> Iterator[bytes]:
    """Yield a body, unpacked, in pieces of bounded size, an empty one where nothing comes of what came."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("", "identity"):
        yield from response.iter_raw()
        return
    if packing not in _PACKED:
        raise AnswerRefused(f"Content-Encoding: {packing[:40]}")
    unpacking = zlib.decompressobj(_GZIP_OR_ZLIB)
    for piece in response.iter_raw():
        while piece:
            try:
                yield unpacking.decompress(piece, _PIECE_BYTES)
            except zlib.error as error:
                raise httpx2.DecodingError(f"{packing}: {error}") from error
            piece = unpacking.unconsumed_tail


def causes_of(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and those that libraries put theirs around."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def wait_asked_for(text: str, *, at_most_s: float) -> float | None:
    """Return the wait of `Retry-After: 55` or `Retry-After: DATE`, in seconds; `None` for what is neither."""
    text = text.strip()
    if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text, re.ASCII):
        return min(float(text), at_most_s)
    try:
        at = email.utils.parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None
    return min(max(0.0, at - time.time()), at_most_s)


class _Line:
    """The connection of one request: known as soon as it is made, hung up when it is late with the head, or stopped."""

    def __init__(self, request: httpx2.Request, kept: socket.socket | None) -> None:
        self._stop: StopSignal = request.extensions.get("stop") or StopSignal()
        self._lock = threading.Lock()
        self.socket = kept
        self._is_hung_up = self._is_late = False
        self._silence_s: float = request.extensions["timeout"]["read"]
        self._timer = threading.Timer(self._silence_s, self._be_late)
        self._opened = contextlib.ExitStack()
        self._opened.enter_context(self._stop.calling(self._hang_up))
        request.extensions["trace"] = self._trace

    def _trace(self, name: str, info: dict[str, Any]) -> None:
        """Take hold of the connection as soon as there is one, and again when it is made safe."""
        if name.endswith("send_request_headers.started") and self._timer.ident is None:
            self._timer.start()
        if name.endswith(("connect_tcp.complete", "start_tls.complete")):
            with self._lock:
                self.socket = info["return_value"].get_extra_info("socket")
            if self._is_hung_up:
                self._hang_up()

    def _hang_up(self) -> None:
        with self._lock:
            self._is_hung_up = True
            line = self.socket
        if line is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(line, socket.SHUT_RDWR)  # TLS has no word for it that does not wait

    def _be_late(self) -> None:
        self._is_late = True
        self._hang_up()

    @contextlib.contextmanager
    def explained(self) -> Iterator[None]:
        """Say of a connection that we hung up why."""
        try:
            yield
        except httpx2.TransportError as error:
            self._stop.check()
            if self._is_late:
                raise httpx2.ReadTimeout("the answer does not begin") from error
            raise

    def end_of_head(self) -> None:
        """The head is there: from now on each wait is bounded, and no longer the whole."""
        self._end_timer()
        self._stop.check()
        if self._is_late:  # whatever came of it: half a head can look like a whole one
            raise httpx2.ReadTimeout("the answer does not begin")

    def read(self, connection: httpcore2.NetworkStream, at_most: int) -> bytes:
        """Return what has come; raises where nothing more does."""
        self._stop.check()
        try:
            if piece := connection.read(at_most, self._silence_s):
                return piece
        except httpcore2.TimeoutException as error:
            raise httpx2.ReadTimeout(str(error)) from error
        except httpcore2.NetworkError as error:
            raise httpx2.ReadError(str(error)) from error
        raise httpx2.RemoteProtocolError("the connection ended before the body")

    def close(self) -> None:
        self._end_timer()
        self._opened.close()

    def _end_timer(self) -> None:
        self._timer.cancel()
        if self._timer.is_alive():
            self._timer.join()


class _Body(httpx2.SyncByteStream):
    """The body as it was sent, in large pieces where its length is known and it `is_last` on its connection.

    What the client's parser has in hand comes first, the rest straight from the connection: the parser copies every
    byte three times, a quarter of the time that a download takes from a server nearby.
    """

    def __init__(self, response: httpx2.Response, line: _Line, *, is_last: bool) -> None:
        self._stream: Any = response.stream
        self._line = line
        self._connection: httpcore2.NetworkStream = response.extensions["network_stream"]
        length = response.headers.get("content-length", "")
        is_told = length.isdecimal() and "transfer-encoding" not in response.headers
        self._length = int(length) if is_told and is_last else None

    def __iter__(self) -> Iterator[bytes]:
        arrived = 0
        parsed = iter(self._stream)  # kept: its end is the connection's
        with self._line.explained():
            for piece in parsed:
                arrived += len(piece)
                yield piece
                if self._length is not None:
                    break
            while self._length is not None and 0 < arrived < self._length:
                piece = self._line.read(self._connection, min(_LARGE_PIECE_BYTES, self._length - arrived))
                arrived += len(piece)
                yield piece

    def close(self) -> None:
        self._stream.close()
        self._line.close()


def _refuse_senseless_redirects(response: httpx2.Response) -> None:
    if response.has_redirect_location:
        target = joined(str(response.request.url), response.headers["location"])
        if not origin(target)[2]:
            raise LeadsElsewhere(target)


@functools.lru_cache(1)
def _certificates(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """Return what this computer trusts; read again when the variables that name files of certificates change."""
    return httpx2.create_ssl_context()


def _system_proxy(url: str) -> str:
    if not is_web_address(url):
        return ""
    parts = urlsplit(url)
    if urllib.request.proxy_bypass(parts.hostname or ""):
        return ""
    proxies = urllib.request.getproxies()
    return proxies.get(parts.scheme) or proxies.get("all") or ""
