"""Where a browser comes back to after somebody has signed in: a port of this computer, open only meanwhile."""

from __future__ import annotations

import contextlib
import html
import os
import socket
import time
from urllib.parse import parse_qs, urlsplit

_PATH = "/callback"
_LONGEST_REQUEST = 16_000
_REQUEST_S = 5.0
_LOOK_S = 0.5
_PAGE = '<!doctype html><meta charset="utf-8"><title>Aside</title><p>{words}</p>'
_DONE = "You can close this page and go back to Aside."
_NOTHING = "There is nothing here."


class WayBack:
    """Holds a port from the beginning, `port` if that is free, so that its address can be told before it is open."""

    def __init__(self, port: int = 0) -> None:
        self._socket = _bound(port) or _bound(0)
        if self._socket is None:
            raise OSError("no port of this computer is free")
        self.port: int = self._socket.getsockname()[1]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{_PATH}"

    def open(self) -> None:
        """Let a browser come from now on. Raises `OSError` if somebody else has taken the port meanwhile."""
        if self._socket is None:
            self._socket = _bound(self.port)
        if self._socket is None:
            raise OSError("the port is taken")
        self._socket.listen(8)

    def wait(self, seconds: float) -> dict[str, str]:
        """Wait until a browser brings a `code` or an `error`, return all that it brings, and be open no more.

        Raises `TimeoutError`, also when it is closed from another thread, or `OSError`.
        """
        deadline = time.monotonic() + seconds
        try:
            while (held := self._socket) is not None and time.monotonic() < deadline:
                held.settimeout(_LOOK_S)  # closing it from elsewhere does not wake everywhere who waits for it
                try:
                    visitor, _ = held.accept()
                except TimeoutError:
                    continue
                with visitor, contextlib.suppress(OSError, ValueError):
                    if brought := _served(visitor):
                        return brought
        finally:
            self.close()
        raise TimeoutError

    def close(self) -> None:
        """Give the port back."""
        held, self._socket = self._socket, None
        if held is not None:
            held.close()


def _bound(port: int) -> socket.socket | None:
    made = socket.socket()
    try:
        if os.name == "posix":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # ours of a moment ago
        made.bind(("127.0.0.1", port))
    except OSError:
        made.close()
        return None
    return made


def _served(visitor: socket.socket) -> dict[str, str]:
    """Answer one request; return what it brings, nothing for any other."""
    visitor.settimeout(_REQUEST_S)
    request = b""
    while b"\r\n" not in request and len(request) < _LONGEST_REQUEST:
        piece = visitor.recv(4096)
        if not piece:
            break
        request += piece
    method, _, rest = request.partition(b"\r\n")[0].decode("latin-1").partition(" ")
    parts = urlsplit(rest.partition(" ")[0])
    values = parse_qs(parts.query, max_num_fields=32) if method == "GET" and parts.path == _PATH else {}
    brought = {name: texts[0] for name, texts in values.items()}
    if "error" in brought:
        words = brought.get("error_description", brought["error"])[:200]
    else:
        words = _DONE if "code" in brought else _NOTHING
    page = _PAGE.format(words=html.escape(words)).encode()
    status = "200 OK" if words != _NOTHING else "404 Not Found"
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\nConnection: close\r\n"
    visitor.sendall(f"{head}Referrer-Policy: no-referrer\r\n\r\n".encode() + page)
    return brought if words != _NOTHING else {}
