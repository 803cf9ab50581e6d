"""The one HTTP client keeps its bounds, whatever answers, and lets go when it is told to."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from app.cancellation import Cancelled, StopSignal
from app.network.http_client import AnswerRefused, HttpClient, LeadsElsewhere, proxy_for

_OK = b"HTTP/1.1 200 OK\r\n"


class _Server:
    """Answers each request with the next of `answers`, on as many connections as it takes; `None` is no answer."""

    def __init__(self) -> None:
        self.answers: list[bytes | None] = []
        self.asked: list[bytes] = []
        self.connections = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def close_connections(self) -> None:
        for connected in self._open:
            with contextlib.suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.close_connections()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                connected, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connected)
            self._threads.append(threading.Thread(target=self._serve, args=(connected,)))
            self._threads[-1].start()

    def _serve(self, connected: socket.socket) -> None:
        with connected:
            try:
                while request := connected.recv(65_536):
                    self.asked.append(request)
                    answer = self.answers.pop(0)
                    if answer is not None:
                        connected.sendall(answer)
            except OSError:
                return


@pytest.fixture
def server() -> Iterator[_Server]:
    server = _Server()
    yield server
    server.close()


def _answer(body: bytes, *headers: bytes) -> bytes:
    return _OK + b"".join(header + b"\r\n" for header in headers) + b"Content-Length: %d\r\n\r\n" % len(body) + body


def _stopped_soon(stop: StopSignal) -> threading.Timer:
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    return timer


def test_what_is_asked_at_once_comes_whole_and_unpacked(server: _Server) -> None:
    server.answers = [_answer(gzip.compress(b"words " * 1000), b"Content-Encoding: gzip", b"X-Told: \xe4")]

    with HttpClient(server.address, timeout_s=20) as client:
        response = client.get(server.address)

    assert response.content == b"words " * 1000
    assert response.headers["x-told"]


@pytest.mark.parametrize("packing", [b"", b"Content-Encoding: gzip"])
def test_more_than_is_allowed_is_left(server: _Server, packing: bytes) -> None:
    body = b"x" * 300_000
    server.answers = [_answer(gzip.compress(body) if packing else body, *([packing] if packing else []))]

    with HttpClient(server.address, timeout_s=20, most_bytes=100_000) as client, pytest.raises(AnswerRefused):
        client.get(server.address)


@pytest.mark.parametrize("place", ["http://127.0.0.1:9/x", "https://127.0.0.1/", "http://[::1", "//host:99999/"])
def test_a_redirect_elsewhere_is_told_and_not_followed(server: _Server, place: str) -> None:
    server.answers = [b"HTTP/1.1 302 Found\r\nLocation: " + place.encode() + b"\r\nContent-Length: 0\r\n\r\n"]

    with HttpClient(server.address, timeout_s=20) as client, pytest.raises(LeadsElsewhere):
        client.get(server.address, headers={"Authorization": "Bearer secret"})

    assert len(server.asked) == 1


def test_a_redirect_on_the_same_server_is_followed(server: _Server) -> None:
    server.answers = [b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n", _answer(b"here")]

    with HttpClient(server.address, timeout_s=20) as client:
        assert client.get(f"{server.address}/a").content == b"here"


@pytest.mark.parametrize("head", [None, _OK, _answer(b"x" * 9)[:-5]])
def test_whatever_is_waited_for_ends_when_it_is_stopped(server: _Server, head: bytes | None) -> None:
    server.answers = [head]
    stop = StopSignal()
    timer = _stopped_soon(stop)

    with (
        HttpClient(server.address, timeout_s=600) as client,
        pytest.raises(Cancelled),
        client.stream("GET", server.address, extensions={"stop": stop}) as response,
    ):
        for _ in response.iter_raw():
            pass
    timer.join()


def test_a_connection_that_is_kept_is_used_again_and_hung_up_all_the_same(server: _Server) -> None:
    server.answers = [_answer(b"one"), None]
    stop = StopSignal()

    with HttpClient(server.address, timeout_s=600, keeps_connection=True) as client:
        assert client.get(server.address).content == b"one"
        timer = _stopped_soon(stop)
        with pytest.raises(Cancelled):
            client.get(server.address, extensions={"stop": stop})
        timer.join()

    assert server.connections == 1
    assert len(server.asked) == 2


def test_a_body_that_ends_too_early_is_no_whole_one(server: _Server) -> None:
    server.answers = [_answer(b"x" * 100_000)[:-1000]]

    with HttpClient(server.address, timeout_s=20) as client, client.stream("GET", server.address) as response:
        pieces = response.iter_raw()
        next(pieces)
        server.close_connections()
        with pytest.raises(httpx2.TransportError):
            list(pieces)


def test_nothing_is_sent_that_was_not_given(server: _Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    server.answers = [_answer(b"")]

    with HttpClient(server.address, timeout_s=20) as client:
        client.get(server.address)

    assert b"authorization" not in server.asked[0].lower()


def test_the_proxy_is_the_one_that_is_set_or_the_systems_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": "proxy.example:3128"})
    monkeypatch.setattr("urllib.request.proxy_bypass", lambda host: host == "near.example")

    assert proxy_for("https://hub.example/x", "own.example:1") == "http://own.example:1"
    assert proxy_for("https://hub.example/x") == "http://proxy.example:3128"
    assert proxy_for("https://near.example/x") == ""
    assert proxy_for("https://hub.example/x", None) == ""
    with pytest.raises(ValueError, match="socks5"):
        proxy_for("https://hub.example/x", "socks5://me:secret@own.example:1")
