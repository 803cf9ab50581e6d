"""Whatever address a server sends us to: where it makes no sense, one sentence says so, and nothing is a bug."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from app.cancellation import StopSignal
from app.cli.main import main
from app.errors import UserError
from app.hub.catalogue.catalogue import RemoteHeaderReader
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import HubProblem, ProxyIsUnusable
from app.hub.connection.policies import RetryPolicy
from app.hub.connection.range_source import RangeSource
from app.hub.connection.remote_file import HubFile, RemoteFile
from app.model_choice.pack_download import PackDownload
from app.settings.errors import AddressIsInvalid
from app.updates.errors import NewsNotReached
from app.updates.update_check import SmallDownload

SENSELESS = (
    "https://host:99999/",
    "https://host:-1/",
    "https://host:0/",
    "https://host:port/",
    "https://[::1/",
    "https://[::1]x/",
    "https://[host]/",
    "https://::1]/",
    "//[",
    "//host:99999/",
    "https://",
    "https:///path",
    "https://:443/",
    "https://user@:80/",
    "https://ho st/",
    "https://ho\tst/",
    "https://a..b/",
    "https://.../",
    f"https://{'a' * 70}.invalid/",
    f"https://{'a.' * 200}invalid/",
    "https://ho\u2100st/",
    "https://\xdcber\xad.invalid:99999/",
    "http:",
    "http:/",
    "mailto:somebody",
    "file:///etc/passwd",
    "ftp://127.0.0.1/x",
    "javascript:alert(1)",
    "\\\\host\\share",
    "\x7f",
)
EVERY_ADDRESS = pytest.mark.parametrize("address", SENSELESS)
SIZE_BYTES = 1000


class MisleadingServer(ThreadingHTTPServer):
    """Sends everybody who asks to `location`; `tells_file` adds what the Hub says about a file."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.location = ""
        self.tells_file = False
        self.next_page = ""

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: MisleadingServer

    def do_GET(self) -> None:
        served = self.server
        if served.next_page:
            self.send_response(200)
            self._raw("Link", served.next_page)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"[]")
            return
        self.send_response(302)
        self._raw("Location", served.location)
        if served.tells_file:
            self.send_header("X-Repo-Commit", "a" * 40)
            self.send_header("X-Linked-Etag", '"' + "b" * 64 + '"')
            self.send_header("X-Linked-Size", str(SIZE_BYTES))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the server's own name

    def _raw(self, name: str, value: str) -> None:
        self._headers_buffer.append(f"{name}: {value}\r\n".encode())  # type: ignore[attr-defined]  # its own is Latin-1

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[MisleadingServer]:
    with MisleadingServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def clients(server: MisleadingServer) -> Iterator[HubClients]:
    access = HubAccess(HubConnection(endpoint=server.address))
    clients = HubClients.over(access, retries=RetryPolicy(attempts=1))
    yield clients
    clients.close()


def _refused(action: Callable[[], object]) -> None:
    """Check that it ends in one sentence that is not tried again."""
    with pytest.raises(UserError) as caught:
        action()
    assert isinstance(caught.value, HubProblem | NewsNotReached | AddressIsInvalid)
    assert not getattr(caught.value, "is_passing", False)
    assert caught.value.message_text()


def _opened(clients: HubClients, address: str) -> None:
    with clients.bytes.open(address, headers={}, stop=StopSignal()):
        pass


@EVERY_ADDRESS
def test_no_bytes_are_asked_for_there(clients: HubClients, address: str) -> None:
    _refused(lambda: _opened(clients, address))


@EVERY_ADDRESS
def test_a_file_does_not_lie_there(clients: HubClients, server: MisleadingServer, address: str) -> None:
    server.location = address
    remote = RemoteFile("o/m", "m.gguf", "a" * 40, SIZE_BYTES, "b" * 64, f"{server.address}/storage")

    def read(found: RemoteFile) -> None:
        with RangeSource(clients, found).opened(0, None, stop=StopSignal()):
            pass

    _refused(lambda: read(remote))
    _refused(lambda: clients.hub.resolve("o/m", "m.gguf"))
    server.tells_file = True
    _refused(lambda: read(clients.hub.resolve("o/m", "m.gguf")))
    header = RemoteHeaderReader(clients)
    _refused(lambda: header.read("o/m", HubFile("m.gguf", SIZE_BYTES), revision="main", stop=StopSignal()))


@EVERY_ADDRESS
def test_an_answer_does_not_lie_there(clients: HubClients, server: MisleadingServer, address: str) -> None:
    server.location = address
    _refused(lambda: clients.hub.get("/api/models", (), list[msgspec.Raw]))
    _refused(lambda: clients.hub.get_url(address, list[msgspec.Raw]))


@EVERY_ADDRESS
@pytest.mark.parametrize("link", ['<{}>; rel="next"', "<{}>;rel=next,;", '{}; rel="next"', "<{}", "{};;=,<>"])
def test_a_next_page_there_is_none_or_one_of_the_hub(
    clients: HubClients, server: MisleadingServer, address: str, link: str
) -> None:
    server.next_page = link.format(f"{address}?cursor=x")

    found = clients.hub.get("/api/models", (), list[msgspec.Raw]).next_url

    assert not found or clients.access.connection.is_hub(found)


@EVERY_ADDRESS
def test_a_pack_does_not_lie_there(clients: HubClients, server: MisleadingServer, address: str, tmp_path: Path) -> None:
    server.location = address
    retries = RetryPolicy(attempts=1)
    _refused(lambda: PackDownload(clients.bytes, retries, tmp_path, f"{server.address}/x").run(lambda *_: None))
    _refused(lambda: PackDownload(clients.bytes, retries, tmp_path, address).run(lambda *_: None))


@EVERY_ADDRESS
def test_no_news_lie_there(server: MisleadingServer, address: str) -> None:
    server.location = address
    _refused(lambda: SmallDownload()(f"{server.address}/news.json"))
    if address.startswith("https:"):
        _refused(lambda: SmallDownload()(address))


@pytest.mark.parametrize("address", [one for one in SENSELESS if one.startswith("https://")])
def test_a_pack_installed_from_there_is_a_sentence_on_the_command_line(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["engine", "install", address], check_window=lambda: None) == 1

    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "proxy",
    ["http://host:99999", "http://[::1", "[::1", "http://", "socks5://127.0.0.1:9", "host:port", "http://ho st"],
)
def test_a_senseless_proxy_of_the_system_is_said(
    proxy: str, server: MisleadingServer, clients: HubClients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setattr("urllib.request.proxy_bypass", lambda host: False)
    monkeypatch.setenv("http_proxy", proxy)
    monkeypatch.setenv("https_proxy", proxy)

    with pytest.raises(ProxyIsUnusable):
        _opened(clients, f"{server.address}/x")
    with pytest.raises(ProxyIsUnusable):
        _opened(clients, "https://hub.invalid/x")


def test_a_length_of_many_digits_is_no_bug(clients: HubClients, server: MisleadingServer, tmp_path: Path) -> None:
    class Huge(_Handler):
        def do_GET(self) -> None:
            self.send_response(200)
            self._raw("Content-Length", "9" * 5000)
            self.end_headers()
            self.wfile.write(b"pack")

    server.RequestHandlerClass = Huge
    download = PackDownload(clients.bytes, RetryPolicy(attempts=1), tmp_path, f"{server.address}/x")
    with pytest.raises(HubProblem):
        download.run(lambda *_: None)
