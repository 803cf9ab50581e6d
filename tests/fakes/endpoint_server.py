"""A server on loopback that answers chat completions as a script says, in the midst of which it may misbehave."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


def chunk(text: str | None = None, *, reason: str | None = None, index: int = 0, **more: object) -> bytes:
    """Return one event of a stream."""
    delta = {} if text is None else {"content": text}
    return event({"choices": [{"index": index, "delta": delta, "finish_reason": reason}], **more})


def delta(*, reason: str | None = None, **fields: object) -> bytes:
    """Return one event of a stream, with these fields of new text."""
    return event({"choices": [{"index": 0, "delta": fields, "finish_reason": reason}]})


def event(data: object) -> bytes:
    return b"data: " + json.dumps(data).encode() + b"\n\n"


DONE = b"data: [DONE]\n\n"
Refusal = tuple[int, Mapping[str, str], bytes]


class EndpointServer:
    """Sends `stream`, piece by piece, to whoever asks; `status` other than 200 sends `refusal`.

    A piece of `None` waits until the server is closed; a piece that is a number is so many seconds of silence.
    `pages` are what it has besides, as JSON by path; without any it has a list of models, with the status `models`.
    `at_first` are refusals that come before, `then` the streams of later requests, in turn; `to_results` answers
    requests that end with a call's result, whenever they come (several replies ask at once).
    With `is_raw` the stream holds the head of the answer, too.
    """

    def __init__(
        self,
        *stream: bytes | float | None,
        status: int = 200,
        refusal: bytes = b"",
        models: int = 200,
        pages: Mapping[str, object] | None = None,
        at_first: Sequence[Refusal] = (),
        is_raw: bool = False,
        then: Sequence[Sequence[bytes | float | None]] = (),
        to_results: Sequence[bytes | float | None] | None = None,
        content_type: str = "text/event-stream",
    ) -> None:
        self.asked: list[dict[str, Any]] = []
        self.looked: list[str] = []
        """Paths, whatever was done there."""
        self.keys: list[str | None] = []
        """What stood in `Authorization`, of each request."""
        self._over = threading.Event()
        outer = self
        asking = threading.Lock()
        refusals = list(at_first)
        streams = [stream, *then]
        found = pages if pages is not None else {"/v1/models": {"data": []}}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._note()
                if self.path in found:
                    self._answer(models, json.dumps(found[self.path]).encode())
                else:
                    self._answer(404, b'{"error": "no such page"}')

            def do_POST(self) -> None:
                self._note()
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if not self.path.endswith("/chat/completions"):
                    self.do_GET()
                    return
                outer.asked.append(body)
                with asking:  # several at once
                    refused = refusals.pop(0) if refusals else None
                if refused is not None:
                    code, headers, words = refused
                    self._answer(code, words, headers=headers)
                    return
                if status != 200:
                    self._answer(status, refusal)
                    return
                if not is_raw:
                    self.send_response(200)
                    self.send_header("Content-Type", content_type)
                    self.end_headers()
                with contextlib.suppress(OSError):  # hung up
                    if to_results is not None and body["messages"][-1]["role"] == "tool":
                        self._send_stream(to_results)
                    else:
                        with asking:
                            next_stream = streams.pop(0) if len(streams) > 1 else streams[0]
                        self._send_stream(next_stream)

            def _send_stream(self, pieces: Sequence[bytes | float | None]) -> None:
                for piece in pieces:
                    if isinstance(piece, bytes):
                        self.wfile.write(piece)
                        self.wfile.flush()
                    elif outer._over.wait(piece):
                        return

            def _note(self) -> None:
                outer.looked.append(self.path)
                outer.keys.append(self.headers.get("Authorization"))

            def _answer(self, code: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
                self.send_response(code)
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
