"""Whatever a server does, what came is kept and one sentence says what is amiss."""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.engines import endpoint_call
from app.engines.endpoint_call import EndpointAccess, Patience
from app.engines.endpoint_engine import EndpointEngine
from app.engines.model_ref import Remote
from app.inference.errors import ReportedError
from app.inference.protocol import (
    Event,
    GenerationRequest,
    LoadCancelled,
    LoadFailed,
    LoadOptions,
    ModelLoaded,
    RunDelta,
    RunFailed,
    RunFinished,
)
from app.messages import Message, RunId, ToolCall
from tests.fakes.endpoint_faults import FAULTS, Fault
from tests.fakes.endpoint_server import DONE, EndpointServer, Refusal, chunk

KEY = "sk-abcdefgh12345678"
WHY = GenerationRequest((Message.user("Why?"),))


class Heard:
    """An engine, and what it reports."""

    def __init__(self, *, is_offline: bool = False, silence_s: float = 60.0) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        access = EndpointAccess(key=lambda _address: KEY, is_offline=lambda: is_offline)
        self.engine = EndpointEngine(
            self._events.put, access=access, patience=Patience(connect_s=60.0, silence_s=silence_s)
        )

    def put(self, event: Event) -> None:
        self._events.put(event)

    def next(self) -> Event:
        return self._events.get(timeout=20.0)

    def load(self, url: str) -> Event:
        self.engine.load(1, Remote(url, "m"), LoadOptions())
        return self.next()

    def ask(self, url: str, request: GenerationRequest = WHY) -> tuple[str, RunFinished | RunFailed]:
        loaded = self.load(url)
        assert isinstance(loaded, ModelLoaded), loaded
        self.engine.start(RunId(1), request)
        answer = ""
        while True:
            event = self.next()
            if isinstance(event, RunDelta):
                answer += "".join(part.text for part in event.parts if not isinstance(part, ToolCall))
            elif isinstance(event, RunFinished | RunFailed):
                return answer, event


@pytest.fixture
def heard() -> Iterator[Heard]:
    made = Heard()
    yield made
    made.engine.close()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_came_is_kept_and_a_sentence_says_what_is_amiss(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint_call, "_END_S", 0.5)
    heard = Heard(silence_s=1.0 if fault.kind == "endpoint_is_silent" else 60.0)
    with contextlib.closing(heard.engine), EndpointServer(*fault.stream, is_raw=True) as server:
        answer, end = heard.ask(server.url)

    assert answer == fault.answer
    if isinstance(end, RunFinished):
        assert not fault.kind
        return
    said = ReportedError(end.error)
    assert (end.error.kind, fault.says in said.message_text()) == (fault.kind, True), said.message_text()
    assert len(said.message_text()) < 450
    assert "\n" not in said.message_text()
    assert KEY not in repr(end)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("http://127.0.0.1:9", "endpoint_not_reached"),
        ("http://no-such-name.invalid", "endpoint_not_found"),
        ("http://[::1", "endpoint_not_reached"),
        ("http://127.0.0.1:99999", "endpoint_not_reached"),
    ],
)
def test_an_address_where_no_server_is_says_so(heard: Heard, address: str, kind: str) -> None:
    failed = heard.load(address)

    assert isinstance(failed, LoadFailed)
    assert failed.error.kind == kind
    assert address in ReportedError(failed.error).message_text()


def test_a_busy_server_is_asked_again_at_most_three_times(heard: Heard) -> None:
    busy = (429, {"Retry-After": "0"}, b'{"error": {"message": "later"}}')
    loading = (503, {"Retry-After": "0"}, b'{"error": {"message": "Loading model"}}')
    with EndpointServer(chunk("a", reason="stop"), DONE, at_first=(busy, loading, busy)) as server:
        answer, end = heard.ask(server.url)
        assert (answer, isinstance(end, RunFinished), len(server.asked)) == ("a", True, 4)

    with EndpointServer(chunk("a", reason="stop"), DONE, at_first=(busy,) * 4) as server:
        answer, end = heard.ask(server.url)
        assert isinstance(end, RunFailed)
        assert (answer, end.error.kind, len(server.asked)) == ("", "endpoint_is_busy", 4)


def test_the_words_of_a_server_never_hold_the_key(heard: Heard) -> None:
    words = f'{{"error": {{"message": "the key {KEY} is not known"}}}}'.encode()
    with EndpointServer(status=401, refusal=words) as server:
        _, end = heard.ask(server.url)

    assert isinstance(end, RunFailed)
    assert "the key <key> is not known" in ReportedError(end.error).message_text()
    assert KEY not in repr(end)


def test_the_key_goes_to_the_origin_that_was_named_and_no_further(heard: Heard) -> None:
    with EndpointServer(chunk("b", reason="stop"), DONE) as other:
        head = f"HTTP/1.1 307 There\r\nLocation: {other.url}/v1/chat/completions\r\nContent-Length: 0\r\n\r\n"
        with EndpointServer(head.encode(), is_raw=True) as server:
            _, end = heard.ask(server.url)

    assert isinstance(end, RunFailed)
    assert end.error.kind == "endpoint_leads_elsewhere"
    assert set(server.keys) == {f"Bearer {KEY}"}
    assert not other.looked


def test_staying_offline_forbids_all_but_this_computer() -> None:
    heard = Heard(is_offline=True)
    with EndpointServer(chunk("a", reason="stop"), DONE) as server:
        assert heard.ask(server.url)[0] == "a"
    for address in ("http://192.0.2.1", "https://example.org", "http://127.0.0.1.example.org", "http://0.0.0.0"):
        failed = heard.load(address)
        assert isinstance(failed, LoadFailed)
        assert failed.error.kind == "endpoint_is_elsewhere"
    heard.engine.close()


def test_a_server_that_takes_fewer_fields_is_asked_without_them(heard: Heard) -> None:
    refusal: Refusal = (400, {}, b'{"error": {"message": "unknown field: stream_options"}}')
    with EndpointServer(chunk("a", reason="stop"), DONE, at_first=(refusal,)) as server:
        answer, end = heard.ask(server.url)

    assert (answer, isinstance(end, RunFinished)) == ("a", True)
    assert ["stream_options" in body for body in server.asked] == [True, False]


@contextmanager
def silent_tls_server(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the address of a server that says who it is and then nothing, and its certificate."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "here")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file, pem = folder / "both.pem", serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(certificate.public_bytes(pem) + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    open_lines: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                line, _ = listener.accept()
                open_lines.append(context.wrap_socket(line, server_side=True))
            except ssl.SSLError:
                continue
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        yield f"https://127.0.0.1:{listener.getsockname()[1]}", file
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
    for line in open_lines:
        line.close()


def test_a_certificate_that_is_not_trusted_is_said_and_a_silent_server_is_hung_up_on(
    heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with silent_tls_server(tmp_path) as (address, certificate):
        failed = heard.load(address)
        assert isinstance(failed, LoadFailed)
        assert failed.error.kind == "endpoint_not_trusted"

        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        patient = EndpointEngine(heard.put, patience=Patience(connect_s=60.0, silence_s=60.0))
        patient.load(2, Remote(address, "m"), LoadOptions())
        time.sleep(0.5)
        patient.cancel_load(2)
        assert isinstance(heard.next(), LoadCancelled)  # long before its patience is over
        patient.close()


def test_an_answer_without_an_end_is_left(heard: Heard) -> None:
    with EndpointServer(*[chunk("x" * 1_000_000)] * 20, None) as server:
        answer, end = heard.ask(server.url)

    assert isinstance(end, RunFailed)
    assert end.error.kind == "endpoint_writes_too_much"
    assert 16_000_000 <= len(answer) < 18_000_000
