"""Fetches a few kilobytes over https, saying nothing about who asks; bounded in size and time, whatever answers."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
import urllib.request
from collections.abc import Iterator
from email.message import Message
from typing import IO, Any
from urllib.parse import urlsplit

from app.updates.errors import NewsNotReached

_MOST_BYTES = 200_000
_SILENCE_S = 15.0
_DEADLINE_S = 30.0
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class SmallDownload:
    """A function from address to content. `proxy` is an address, or empty for the system's. `stop` ends it at once.

    Only https is spoken, but with this machine itself, which no address of the project names.
    """

    def __init__(self, *, proxy: str = "", deadline_s: float = _DEADLINE_S) -> None:
        self._deadline_s = deadline_s
        self._sockets = _Sockets()
        handlers: list[urllib.request.BaseHandler] = [
            urllib.request.ProxyHandler({"https": proxy, "http": proxy} if proxy else None),
            _Plain(self._sockets),
            _Secure(self._sockets),
            _SafeRedirects(),
        ]
        self._opener = urllib.request.build_opener(*handlers)
        self._opener.addheaders = [("User-Agent", "Aside")]

    def __call__(self, address: str) -> bytes:
        """Return what lies there. Raises `NewsNotReached` if that is refused, silent, slow, stopped or too large."""
        try:
            _refuse_unsafe(address)
            with self._sockets.shut_after(self._deadline_s), self._opener.open(address, timeout=_SILENCE_S) as answer:
                content: bytes = answer.read(_MOST_BYTES + 1)
        except (OSError, ValueError, http.client.HTTPException) as error:  # urllib's own errors are OSErrors
            raise NewsNotReached(details=str(error) or repr(error)) from error
        if self._sockets.are_shut:
            raise NewsNotReached(details=f"not there within {self._deadline_s:.0f} s")
        if len(content) > _MOST_BYTES:
            raise NewsNotReached(details=f"more than {_MOST_BYTES} bytes")
        return content

    def stop(self) -> None:
        """End what is under way, and whatever is asked afterwards; may be called from any thread."""
        self._sockets.shut()


class _Sockets:
    """The connections under way: a byte now and then keeps a time limit for silence from passing, this one not."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self.are_shut = False

    def add(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.append(connection)
            is_late = self.are_shut
        if is_late:
            self.shut()

    def shut(self) -> None:
        with self._lock:
            self.are_shut = True
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    @contextlib.contextmanager
    def shut_after(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self.shut)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
            with self._lock:
                self._open.clear()


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, sockets: _Sockets) -> None:
        super().__init__()
        self._sockets = sockets

    def http_open(self, request: urllib.request.Request) -> Any:
        return self.do_open(_watched(http.client.HTTPConnection, self._sockets), request)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, sockets: _Sockets) -> None:
        super().__init__()
        self._sockets = sockets

    def https_open(self, request: urllib.request.Request) -> Any:
        return self.do_open(_watched(http.client.HTTPSConnection, self._sockets), request)


def _watched(kind: type[http.client.HTTPConnection], sockets: _Sockets) -> Any:
    class Watched(kind):  # type: ignore[misc, valid-type]
        def connect(self) -> None:
            super().connect()
            sockets.add(self.sock)

    return Watched


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message
    ) -> object:
        try:
            return super().http_error_302(req, fp, code, msg, headers)  # type: ignore[arg-type]
        except (OSError, ValueError, http.client.HTTPException):
            fp.close()  # the base class leaves an answer open that leads nowhere
            raise

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if req.type == "https" and urlsplit(newurl).scheme != "https":
            raise ValueError(f"a redirect away from https, to {newurl[:80]}")
        _refuse_unsafe(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _refuse_unsafe(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise ValueError(f"not an https address: {address[:80]}")
    if "@" in parts.netloc:
        raise ValueError("an address with a user name")
