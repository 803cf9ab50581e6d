"""Aside's own tools: Python in its sandbox, and pages as text from where they may be fetched."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.cancellation import Cancelled, StopSignal
from app.tools.built_in import fetch
from app.tools.built_in.built_in_tool import CallAtWork, ToolFailed
from app.tools.built_in.python import PYTHON
from app.tools.built_in.readable_page import readable_page

PAGE = """<!doctype html><head><title>Rain</title><style>p {}</style><script>var a = "<p>no</p>";</script></head>
<body><nav>Menu</nav><h1>Rain</h1><p>It  rains in
<a href="https://example.org/ulm">Ulm</a>.<ul><li>Wet<li>Cold</ul><pre>a
  b</pre><table><tr><td>1<td>2</table><img alt="A cloud" src=x></body>"""


def python(code: str, stop: StopSignal | None = None) -> str:
    return PYTHON.run({"code": code}, CallAtWork(stop or StopSignal()))


def test_python_prints_and_tells_the_value_of_its_last_line() -> None:
    assert python("print(2**100)\nsum(range(10))") == "1267650600228229401496703205376\n45"
    assert python("x = 1") == "(nothing was printed)"
    assert python("10**5000").startswith("0x")


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/passwd').read()",
        "import os\nos.listdir('/')",
        "import socket",
        "import subprocess",
        "1/0",
        "x =",
        "'a' * 10**10",
        "def f():\n    return f()\nf()",
        "x" * 200_000,
    ],
)
def test_python_reaches_nothing_and_tells_the_model_what_went_wrong(code: str) -> None:
    with pytest.raises(ToolFailed, match=r"\w"):
        python(code)


def test_python_that_never_ends_is_ended_when_it_is_given_up() -> None:
    stop = StopSignal()
    timer = threading.Timer(0.5, stop.set)
    timer.start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        python("while True: pass", stop)

    timer.join()
    assert time.monotonic() - began < 8


def test_a_page_is_read_as_people_read_it() -> None:
    text = readable_page(PAGE)

    assert text.startswith("# Rain\n\nIt rains in Ulm (https://example.org/ulm).")
    assert "- Wet\n- Cold" in text
    assert "a\n  b" in text or "a\nb" in text
    assert "[A cloud]" in text
    assert "Menu" not in text
    assert "var a" not in text


@contextmanager
def pages(answers: Mapping[str, tuple[int, Mapping[str, str], bytes]]) -> Iterator[str]:
    """Serve these pages on loopback; yields the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answers[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fetched(url: str, *, question: str = "", is_offline: bool = False, start: int = 0) -> str:
    tool = fetch.fetch_tool(is_offline=lambda: is_offline, proxy=lambda: "")
    return tool.run({"url": url, "start": start}, CallAtWork(question=question))


HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_a_page_that_the_question_names_is_fetched_from_this_computer_too() -> None:
    with pages({"/": (200, HTML, PAGE.encode()), "/long": (200, HTML, b"<p>" + b"word " * 9000)}) as address:
        assert fetched(f"{address}/", question=f"What says {address}/?").startswith("# Rain")
        first = fetched(f"{address}/long", question=address)
        assert first.endswith("fetch again with start=20000.]")
        assert fetched(f"{address}/long", question=address, start=40000).endswith("word")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:9/", "does not name"),
        ("http://localhost/", "does not name"),
        ("http://[::1]/", "does not name"),
        ("http://169.254.169.254/latest/meta-data", "does not name"),
        ("http://10.0.0.1/", "does not name"),
        ("http://[::ffff:10.0.0.1]/", "does not name"),
        ("http://0x7f.1/", "does not name"),
        ("http://2130706433/", "does not name"),
        ("http://0/", "does not name"),
        ("http://me:secret@example.org/", "password"),
        ("file:///etc/passwd", "no address"),
        ("ftp://example.org/", "no address"),
        ("http://", "no address"),
        ("nonsense address", "no address"),
    ],
)
def test_nothing_inside_is_fetched_that_the_question_does_not_name(url: str, words: str) -> None:
    with pytest.raises(ToolFailed, match=words):
        fetched(url, question="What about 127.0.0.10 or mylocalhost.example, 1127.0.0.1?")


def test_a_page_may_lead_nowhere_inside() -> None:
    with (
        pages({"/": (302, {"Location": "http://localhost:9/"}, b"")}) as address,
        pytest.raises(ToolFailed, match="does not name"),
    ):
        fetched(address + "/", question=address)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((404, HTML, b"gone"), "404"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "image/png"),
        ((302, {"Location": "/"}, b""), "more than 5"),
    ],
)
def test_what_is_no_page_is_told(answer: tuple[int, Mapping[str, str], bytes], words: str) -> None:
    with pages({"/": answer}) as address, pytest.raises(ToolFailed, match=words):
        fetched(address + "/", question=address)


def test_nothing_is_fetched_offline() -> None:
    with pytest.raises(ToolFailed, match="offline"):
        fetched("https://example.org", is_offline=True)
