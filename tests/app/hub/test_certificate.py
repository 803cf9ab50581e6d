"""TLS is never relaxed: a server that cannot prove who it is gets no request."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.cancellation import StopSignal
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import CertificateNotTrusted


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def handle_error(self, *_: object) -> None:
        """The client hangs up: that is what is being tested."""


class _Handler(BaseHTTPRequestHandler):
    asked = False

    def do_GET(self) -> None:
        type(self).asked = True

    def do_HEAD(self) -> None:
        self.do_GET()


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[str]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is needed to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=127.0.0.1"
    made = subprocess.run(
        [*command.split(), "-keyout", key, "-out", certificate], capture_output=True, check=False, text=True
    )
    assert made.returncode == 0, made.stderr
    server = _Server(("127.0.0.1", 0), _Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_certificate_that_nobody_vouches_for_is_refused(endpoint: str) -> None:
    clients = HubClients.over(HubAccess(HubConnection(endpoint=endpoint, token="hf_secret")))
    try:
        with pytest.raises(CertificateNotTrusted) as caught:
            clients.hub.resolve("org/m", "m.gguf")
        with (
            pytest.raises(CertificateNotTrusted),
            clients.bytes.open(f"{endpoint}/x", headers={}, stop=StopSignal()),
        ):
            pass
    finally:
        clients.close()

    assert "certificate" in caught.value.message_text()
    assert not _Handler.asked
