"""Fetches bytes: one request per connection, part of a file at a time, nothing decoded, no redirect followed.

`huggingface_hub` can neither resume nor verify (reference: hub.md A2), so the bytes go through here. TLS is checked
against the system's certificates and never relaxed; proxies are those of the settings, else of the environment.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import http.client
import socket
import ssl
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping

from app.cancellation import StopSignal
from app.hub.connection.access import HubAccess, HubConnection, origin
from app.hub.connection.errors import AnswerNotUnderstood, ProxyIsUnusable
from app.hub.connection.failures import client_problem, transport_problem

CHUNK_BYTES = 256 * 1024
"""What is read at once: a stop, or a limit, takes effect after that much."""
_CONNECT_TIMEOUT_S = 15.0


class ByteStream:
    """The answer to one request: status, headers with names in lower case, and a body to be read once."""

    def __init__(self, response: http.client.HTTPResponse, host: str, *, timeout_s: float, stop: StopSignal) -> None:
        self._response = response
        self._timeout_s = timeout_s
        self._stop = stop
        self.host = host
        self.status = response.status
        self.headers: Mapping[str, str] = {name.lower(): value for name, value in response.getheaders()}

    def read(self, at_most: int = CHUNK_BYTES) -> bytes:
        """Return what has arrived, as soon as something has; empty at the end.

        Raises `HubProblem` (an end before the announced length is `ConnectionBroke`) and `Cancelled`.
        """
        try:
            data = self._response.read1(at_most)
            if not data and self._response.length:
                raise http.client.IncompleteRead(b"", self._response.length)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._stop.check()
            raise transport_problem(error, self.host, timeout_s=self._timeout_s, was_connected=True) from error
        self._stop.check()
        return data


class RangedClient:
    """Opens byte streams. Any thread may call.

    `stall_timeout_s` is how long a connection may stay silent.
    """

    def __init__(self, access: HubAccess, *, stall_timeout_s: float = 30.0) -> None:
        self._access = access
        self.stall_timeout_s = stall_timeout_s

    def connection(self) -> HubConnection:
        """Return the connection in use."""
        return self._access.connection

    def check_allowed(self) -> None:
        """Raise `OfflineSwitchIsOn` if connections were switched off meanwhile."""
        self._access.require()

    def is_hub(self, url: str) -> bool:
        """Whether an address is on the Hub's own origin."""
        return self._access.connection.is_hub(url)

    @contextlib.contextmanager
    def open(self, url: str, *, headers: Mapping[str, str], stop: StopSignal) -> Iterator[ByteStream]:
        """Send a GET request and yield its answer, whatever its status. Raises `HubProblem`, `Cancelled`.

        The token goes with it only to the Hub's own origin.
        """
        connection_settings = self._access.require()
        stop.check()
        scheme, host, port = origin(url)
        if scheme not in ("http", "https") or not host or not port:
            raise AnswerNotUnderstood(connection_settings.host, details=f"an address beginning with {url[:20]!r}")
        if connection_settings.endpoint.startswith("https:") and scheme != "https":
            raise AnswerNotUnderstood(connection_settings.host, details=f"an unprotected address at {host}")
        sent = {"Accept-Encoding": "identity", "User-Agent": "aside", "Connection": "close", **headers}
        if connection_settings.token and connection_settings.is_hub(url):
            sent["Authorization"] = f"Bearer {connection_settings.token}"
        was_connected = False
        with contextlib.ExitStack() as opened:
            try:
                connection, target = self._connection(url, connection_settings.proxy, sent)
                opened.callback(connection.close)
                connection.connect()
                was_connected = True
                connection.sock.settimeout(self.stall_timeout_s)
                opened.enter_context(stop.calling(functools.partial(_shut, connection.sock)))
                with _shut_after(self.stall_timeout_s, connection.sock):
                    connection.request("GET", target, headers=sent)
                    response = opened.enter_context(connection.getresponse())
            except (OSError, http.client.HTTPException, ValueError) as error:
                stop.check()
                timeout_s = self.stall_timeout_s if was_connected else _CONNECT_TIMEOUT_S
                raise transport_problem(error, host, timeout_s=timeout_s, was_connected=was_connected) from error
            yield ByteStream(response, host, timeout_s=self.stall_timeout_s, stop=stop)

    def _connection(self, url: str, proxy: str, headers: dict[str, str]) -> tuple[http.client.HTTPConnection, str]:
        """Return a connection, not yet made, and what to ask it for. The address has an origin."""
        parts = urllib.parse.urlsplit(url)
        host, port = parts.hostname or "", parts.port
        target = urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))
        chosen = proxy or _system_proxy(parts.scheme, host)
        if not chosen:
            if parts.scheme == "https":
                return _https(host, port), target
            return http.client.HTTPConnection(host, port, timeout=_CONNECT_TIMEOUT_S), target
        chosen = chosen if "://" in chosen else f"http://{chosen}"
        scheme, proxy_host, proxy_port = origin(chosen)
        if scheme not in ("http", "https") or not proxy_host or not proxy_port:
            raise ProxyIsUnusable(is_of_settings=bool(proxy), details=f"{scheme}://{proxy_host}")
        through = urllib.parse.urlsplit(chosen)
        credentials = _proxy_credentials(through)
        if parts.scheme == "https":
            tunnel = _https(proxy_host, through.port or 80)
            tunnel.set_tunnel(host, port or 443, headers=credentials)
            return tunnel, target
        headers.update(credentials)
        return http.client.HTTPConnection(proxy_host, through.port, timeout=_CONNECT_TIMEOUT_S), parts.geturl()


@contextlib.contextmanager
def _shut_after(seconds: float, connected: socket.socket) -> Iterator[None]:
    """Shut a socket whose answer does not begin in time, be it that the server sends a byte now and then."""
    has_stalled = threading.Event()

    def shut() -> None:
        has_stalled.set()
        _shut(connected)

    timer = threading.Timer(seconds, shut)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if has_stalled.is_set():  # whatever came of it: half a head can look like a whole one
            raise TimeoutError


def _shut(connected: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _https(host: str, port: int | None) -> http.client.HTTPSConnection:
    return http.client.HTTPSConnection(host, port, timeout=_CONNECT_TIMEOUT_S, context=_tls())


@functools.cache
def _tls() -> ssl.SSLContext:
    """Return the same trust as the metadata client's: the system's store, `SSL_CERT_FILE` honoured."""
    import httpx2

    try:
        return httpx2.create_ssl_context()
    except OSError as error:
        raise client_problem(error) from error


def check_system_proxies() -> None:
    """Raise `ProxyIsUnusable` for a proxy of the system or the environment that is no address."""
    for scheme, proxy in urllib.request.getproxies().items():
        if scheme in ("http", "https", "all"):
            kind, host, port = origin(proxy if "://" in proxy else f"http://{proxy}")
            if kind not in ("http", "https") or not host or not port:
                raise ProxyIsUnusable(is_of_settings=False, details=f"{scheme}: {kind}://{host}")


def _system_proxy(scheme: str, host: str) -> str:
    if urllib.request.proxy_bypass(host):
        return ""
    proxies = urllib.request.getproxies()
    return proxies.get(scheme) or proxies.get("all") or ""


def _proxy_credentials(proxy: urllib.parse.SplitResult) -> dict[str, str]:
    if not proxy.username:
        return {}
    pair = f"{urllib.parse.unquote(proxy.username)}:{urllib.parse.unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
