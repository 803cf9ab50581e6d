"""A mirror in front of the fake Hub: below a path of its own, with links and redirects as mirrors really write them."""

from __future__ import annotations

import http.client
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_PREFIX = "/hub/mirror"
_HIDDEN = {"server", "date", "connection", "transfer-encoding"}


class FakeMirror:
    """Use as a context manager; `endpoint` is what `HF_ENDPOINT` would be."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.link_host = "https://huggingface.co"
        """What stands in links in place of the Hub; may be empty."""
        self.renamed: dict[str, str] = {}
        """Repositories that answer with a redirect to another name, or to another host if it begins with http."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_MirrorHandler,), {"mirror": self}))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}{_PREFIX}"

    def __enter__(self) -> FakeMirror:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _MirrorHandler(BaseHTTPRequestHandler):
    mirror: FakeMirror

    def log_message(self, *_: object) -> None:
        """Be quiet."""

    def do_HEAD(self) -> None:
        self._pass_on()

    def do_GET(self) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        path = self.path.removeprefix(_PREFIX)
        if path == self.path:
            self._answer(404, {}, b"")
            return
        for old, new in self.mirror.renamed.items():
            if f"/{old}" in path:
                moved = f"{new}{path}" if new.startswith("http") else _PREFIX + path.replace(old, new)
                self._answer(307, {"Location": moved}, b"")
                return
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.mirror.target).netloc)
        connection.request(self.command, path, headers={k: v for k, v in self.headers.items() if k.lower() != "host"})
        response = connection.getresponse()
        body = response.read()
        headers = {name: value for name, value in response.getheaders() if name.lower() not in _HIDDEN}
        if "Link" in headers:
            headers["Link"] = headers["Link"].replace(self.mirror.target, self.mirror.link_host)
        self._answer(response.status, headers, body)
        connection.close()

    def _answer(self, status: int, headers: dict[str, Any], body: bytes) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
