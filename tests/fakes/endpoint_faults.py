"""What goes wrong with servers of models, as bytes on the wire: what is sent, what is kept, and how it is called."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from tests.fakes.endpoint_server import DONE, chunk

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
_PLAIN = _HEAD + b"Connection: close\r\n\r\n"
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def _piece(data: bytes) -> bytes:
    return f"{len(data):x}".encode() + b"\r\n" + data + b"\r\n"


def _refused(line: str, body: bytes, *headers: str) -> tuple[bytes]:
    head = "".join(f"{one}\r\n" for one in (f"HTTP/1.1 {line}", *headers, f"Content-Length: {len(body)}"))
    return (head.encode() + b"\r\n" + body,)


def _packed(*data: bytes) -> bytes:
    packing = zlib.compressobj(9, wbits=31)
    return b"".join(map(packing.compress, data)) + packing.flush()


_BOMB = _packed(b"data: ", b" " * 64_000_000)
"""64 MB in 64 kB."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`stream` holds the head of the answer, too; `None` is silence, as in `EndpointServer`."""

    name: str
    stream: tuple[bytes | float | None, ...]
    kind: str = ""
    """Of the error; empty where it is none after all."""
    answer: str = ""
    says: str = ""
    """What stands in the sentence."""


FAULTS = (
    Fault(
        "an error by its event",
        (_PLAIN + chunk("a") + b'event: error\ndata: {"message": "overloaded"}\n\n',),
        "endpoint_failed",
        "a",
        "overloaded",
    ),
    Fault("an error by its line", (_PLAIN + chunk("a") + b"error: no\n\n",), "endpoint_failed", "a", "no"),
    Fault("an empty reason", (_PLAIN + chunk("a", reason="") + chunk("b", reason="stop"),), "", "ab"),
    Fault("cut", (_PLAIN + chunk("a"),), "endpoint_broke_off", "a"),
    Fault("cut in a chunk", (_CHUNKED + _piece(chunk("a")) + b"40\r\ndata: {",), "endpoint_broke_off", "a"),
    Fault("done without a reason", (_PLAIN + chunk("a") + DONE,), "endpoint_broke_off", "a"),
    Fault("silent", (_PLAIN + chunk("a"), None), "endpoint_is_silent", "a", "for 1.0 s"),
    Fault(
        "nothing but signs of life",
        (_PLAIN + chunk("a") + b": ping\n\n", 0.6, b": ping\n\n", 0.6, b": ping\n\n", None),
        "endpoint_is_silent",
        "a",
    ),
    Fault("silent from the start", (None,), "endpoint_is_silent"),
    Fault("hung up at once", (b"",), "endpoint_broke_off"),
    Fault("no HTTP", (b"SSH-2.0-OpenSSH_9.6\r\n",), "endpoint_broke_off"),
    Fault(
        "content length too short",
        (_HEAD + b"Content-Length: 20\r\n\r\n" + chunk("a", reason="stop"),),
        "endpoint_broke_off",
    ),
    Fault(
        "content length too long", (_HEAD + b"Content-Length: 9999\r\n\r\n" + chunk("a"),), "endpoint_broke_off", "a"
    ),
    Fault(
        "too long, but all was said", (_HEAD + b"Content-Length: 9999\r\n\r\n" + chunk("a", reason="stop"),), "", "a"
    ),
    Fault(
        "two content lengths",
        (_HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n" + chunk("a"),),
        "endpoint_broke_off",
    ),
    Fault("content length no number", (_HEAD + b"Content-Length: many\r\n\r\n" + chunk("a"),), "endpoint_broke_off"),
    Fault("chunked garbage", (_CHUNKED + _piece(chunk("a")) + b"zz\r\nnot at all\r\n",), "endpoint_broke_off", "a"),
    Fault(
        "a line without an end", (_PLAIN + chunk("a") + b"data: " + b"x" * 3_000_000,), "endpoint_writes_too_much", "a"
    ),
    Fault("open after the end", (_PLAIN + chunk("a", reason="stop"), None), "", "a"),
    Fault("no JSON", (_PLAIN + chunk("a") + b"data: {no\n\n",), "endpoint_broke_off", "a"),
    Fault("deep JSON", (_PLAIN + chunk("a") + b"data: " + b"[" * 100_000 + b"\n\n",), "endpoint_broke_off", "a"),
    Fault(
        "no UTF-8",
        (_PLAIN + chunk("a") + b'data: {"choices": [{"delta": {"content": "\xff"}}]}\n\n',),
        "endpoint_broke_off",
        "a",
    ),
    Fault("other types", (_PLAIN + chunk("a") + b'data: {"choices": 5}\n\n',), "endpoint_broke_off", "a"),
    Fault(
        "a web page",
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Log in</html>",),
        "endpoint_speaks_otherwise",
        says="web page",
    ),
    Fault(
        "a web page called a stream",
        (_PLAIN + b"\n<!doctype html><p>Log in",),
        "endpoint_speaks_otherwise",
        says="web page",
    ),
    Fault(
        "a web page as refusal",
        _refused("502 Bad Gateway", b"<html>nginx</html>"),
        "endpoint_failed",
        says="with 502: status 502",
    ),
    Fault(
        "an error in the stream",
        (_PLAIN + chunk("a") + b'data: {"error": {"message": "out of memory", "code": 500}}\n\n',),
        "endpoint_failed",
        "a",
        "out of memory",
    ),
    Fault(
        "a bomb", (_HEAD + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + _BOMB,), "endpoint_writes_too_much"
    ),
    Fault(
        "packed",
        (_HEAD + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + _packed(chunk("a", reason="stop")),),
        "",
        "a",
    ),
    Fault(
        "packed as no more than a claim",
        (_HEAD + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + chunk("a"),),
        "endpoint_broke_off",
    ),
    Fault(
        "packed unheard of",
        (_HEAD + b"Content-Encoding: br\r\nConnection: close\r\n\r\n" + b"\x00",),
        "endpoint_speaks_otherwise",
        says="br",
    ),
    Fault(
        "all at once",
        _refused(
            "200 OK",
            b'{"choices": [{"message": {"content": "a"}, "finish_reason": "stop"}]}',
            "Content-Type: application/json",
        ),
        "",
        "a",
    ),
    Fault("nothing of it", _refused("200 OK", b"[]", "Content-Type: application/json"), "endpoint_broke_off"),
    Fault(
        "401",
        _refused("401 Unauthorized", b'{"error": {"message": "who are you"}}'),
        "endpoint_asks_for_key",
        says="who are you",
    ),
    Fault("403", _refused("403 Forbidden", b'{"error": "not you"}'), "endpoint_forbids", says="not you"),
    Fault(
        "404", _refused("404 Not Found", b'{"detail": "no such model"}'), "endpoint_lacks_model", says="no such model"
    ),
    Fault("413", _refused("413 Too Large", b"too much"), "endpoint_takes_less", says="too much"),
    Fault(
        "422",
        _refused("422 Unprocessable", b'{"detail": [{"msg": "bad field"}]}'),
        "endpoint_refused",
        says="bad field",
    ),
    Fault(
        "429 for long",
        _refused("429 Too Many", b'{"message": "slow down"}', "Retry-After: 3600"),
        "endpoint_is_busy",
        says="wait 1 h 0 min: slow down",
    ),
    Fault("500", _refused("500 Oops", b""), "endpoint_failed", says="with 500"),
    Fault(
        "a redirect away",
        _refused("307 There", b"", "Location: http://other.example/v1"),
        "endpoint_leads_elsewhere",
        says="other.example",
    ),
    Fault(
        "a redirect to https",
        _refused("301 There", b"", "Location: https://127.0.0.1/v1"),
        "endpoint_leads_elsewhere",
        says="https://127.0.0.1",
    ),
    Fault("a redirect nowhere", _refused("302 There", b"", "Location: http://[::1"), "endpoint_leads_elsewhere"),
    Fault(
        "a redirect in circles",
        _refused("307 There", b"", "Location: /v1/chat/completions"),
        "endpoint_speaks_otherwise",
        says="status 307",
    ),
)
