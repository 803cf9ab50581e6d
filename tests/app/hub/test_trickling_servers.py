"""Servers that send a byte now and then: each wait is short, and the answer never comes."""

from __future__ import annotations

import socket
import threading
import zlib
from collections.abc import Iterator

import pytest

from app.cancellation import Cancelled, StopSignal
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients, HuggingFace
from app.hub.connection.errors import AnswerNotUnderstood, ServerStalled


@pytest.fixture(params=[b"", b"Content-Length: 1000000\r\n\r\n["])
def trickle(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server that sends header after header, or a body bit by bit, and never the last."""
    begun: bytes = request.param
    listening = socket.create_server(("127.0.0.1", 0))
    is_over = threading.Event()

    def serve() -> None:
        while not is_over.is_set():
            try:
                connected, _ = listening.accept()
            except OSError:
                return
            with connected:
                try:
                    connected.recv(65_536)
                    connected.sendall(b"HTTP/1.1 200 OK\r\n" + begun)
                    while not is_over.wait(0.05):
                        connected.sendall(b"     " if begun else b"X: y\r\n")
                except OSError:
                    continue

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    is_over.set()
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


@pytest.fixture
def clients(trickle: str) -> Iterator[HubClients]:
    access = HubAccess(HubConnection(endpoint=trickle))
    made = HubClients.over(access, timeout_s=0.3, stall_timeout_s=0.3)
    yield made
    made.close()


def test_the_facts_are_not_waited_for_without_end(clients: HubClients) -> None:
    with pytest.raises(ServerStalled):
        clients.hub.get("/api/models", [], list)


@pytest.mark.parametrize("trickle", [b""], indirect=True)
def test_the_bytes_are_not_waited_for_without_end(clients: HubClients, trickle: str) -> None:
    with pytest.raises(ServerStalled), clients.bytes.open(f"{trickle}/m.gguf", headers={}, stop=StopSignal()):
        pytest.fail("no answer came")


@pytest.fixture
def one_answer(request: pytest.FixtureRequest) -> Iterator[HubClients]:
    """Clients of a server whose answers are these bytes, sent in pieces with pauses in between."""
    pieces, pause_s = request.param
    listening = socket.create_server(("127.0.0.1", 0))
    is_over = threading.Event()

    def serve() -> None:
        while not is_over.is_set():
            try:
                connected, _ = listening.accept()
            except OSError:
                return
            with connected:
                try:
                    connected.recv(65_536)
                    for piece in pieces:
                        connected.sendall(piece)
                        if is_over.wait(pause_s):
                            return
                except OSError:
                    continue

    thread = threading.Thread(target=serve)
    thread.start()
    access = HubAccess(HubConnection(endpoint=f"http://127.0.0.1:{listening.getsockname()[1]}"))
    made = HubClients.over(access, timeout_s=0.5, stall_timeout_s=0.5)
    yield made
    made.close()
    is_over.set()
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


_PACKING = zlib.compressobj(wbits=31)
_BOMB = _PACKING.compress(b'{"name": "') + _PACKING.flush(zlib.Z_FULL_FLUSH)
_BOMB += 300 * (_PACKING.compress(b"x" * 1_000_000) + _PACKING.flush(zlib.Z_FULL_FLUSH))
"""300 MB, of which nobody sees the end."""
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    "one_answer",
    [([_HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(_BOMB) + _BOMB], 0.0)],
    indirect=True,
)
def test_an_answer_that_unpacks_to_very_much_is_left(one_answer: HubClients) -> None:
    import tracemalloc

    tracemalloc.start()
    try:
        with pytest.raises(AnswerNotUnderstood):
            one_answer.hub.account_name("hf_x")
        assert tracemalloc.get_traced_memory()[1] < 150_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "one_answer",
    [([_HEAD + b"Content-Length: 40000000\r\n\r\n[", *([b" " * 3000] * 10_000)], 0.1)],
    indirect=True,
)
def test_an_answer_that_never_quite_stops_coming_is_left(one_answer: HubClients) -> None:
    with pytest.raises(ServerStalled):
        one_answer.hub.get("/api/models", [], list)


@pytest.mark.parametrize("one_answer", [([b""], 600.0), ([b"HTTP/1.1 200 OK\r\n"], 600.0)], indirect=True)
def test_a_question_that_nobody_answers_ends_when_it_is_stopped(one_answer: HubClients) -> None:
    stop = StopSignal()
    patient = HuggingFace(one_answer.access, timeout_s=600)
    stopping = threading.Timer(0.3, stop.set)
    stopping.start()

    with pytest.raises(Cancelled):
        patient.resolve("org/model", "m.gguf", stop=stop)

    patient.close()
    stopping.join()
