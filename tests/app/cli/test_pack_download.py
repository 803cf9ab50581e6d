"""A pack from an address arrives whole, goes on where it broke off, and counts only with its signature."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import json
import platform
import tarfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.cli.main import main
from app.hub.connection.access import HubAccess, HubConnection
from app.hub.connection.errors import AnswerNotUnderstood, HubProblem
from app.hub.connection.policies import RetryPolicy
from app.hub.connection.ranged_client import RangedClient
from app.model_choice import graphics_packs
from app.model_choice.pack_download import PackDownload
from app.signed_file import Role, signed_text

CONTENT = bytes(range(256)) * 4000


class PackServer(ThreadingHTTPServer):
    """Serves `content` at `/pack.tar.gz`; `breaks_off_at` ends each answer that begins before it there."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content = CONTENT
        self.breaks_off_at = 0
        self.knows_ranges = True
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: PackServer

    def do_GET(self) -> None:
        served = self.server
        wanted = self.headers.get("Range", "")
        served.asked.append(wanted)
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/pack.tar.gz")
            self.end_headers()
            return
        if self.path != "/pack.tar.gz":
            self.send_error(404)
            return
        size = len(served.content)
        begin = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and served.knows_ranges else 0
        if begin >= size:
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{size}")
            self.end_headers()
            return
        self.send_response(206 if begin else 200)
        if begin:
            self.send_header("Content-Range", f"bytes {begin}-{size - 1}/{size}")
        self.send_header("Content-Length", str(size - begin))
        self.end_headers()
        end = served.breaks_off_at if begin < served.breaks_off_at else size
        self.wfile.write(served.content[begin:end])

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[PackServer]:
    with PackServer() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def download(server: PackServer, folder: Path, path: str = "/pack.tar.gz", *, attempts: int = 3) -> PackDownload:
    client = RangedClient(HubAccess(HubConnection(endpoint=server.address)))
    return PackDownload(client, RetryPolicy(attempts=attempts, first_s=0.01), folder, server.address + path)


def test_a_pack_arrives_whole_through_a_redirect(server: PackServer, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    file = download(server, tmp_path, "/moved").run(lambda here, total: told.append((here, total)))

    assert file.read_bytes() == CONTENT
    assert told[-1] == (len(CONTENT), len(CONTENT))


def test_what_broke_off_goes_on_from_there(server: PackServer, tmp_path: Path) -> None:
    server.breaks_off_at = 300_000

    assert download(server, tmp_path).run(lambda _here, _total: None).read_bytes() == CONTENT
    assert server.asked == ["", "bytes=300000-"]


def test_a_server_without_ranges_sends_all_again(server: PackServer, tmp_path: Path) -> None:
    begun = download(server, tmp_path)
    begun.file.write_bytes(b"something older")
    server.knows_ranges = False

    assert begun.run(lambda _here, _total: None).read_bytes() == CONTENT


def test_what_is_whole_already_is_not_fetched_again(server: PackServer, tmp_path: Path) -> None:
    begun = download(server, tmp_path)
    begun.file.write_bytes(CONTENT)

    assert begun.run(lambda _here, _total: None).read_bytes() == CONTENT


def test_another_file_at_the_address_is_not_mixed_with_the_old_one(server: PackServer, tmp_path: Path) -> None:
    begun = download(server, tmp_path)
    begun.file.write_bytes(CONTENT + b"longer than what lies there")

    with pytest.raises(AnswerNotUnderstood):
        begun.run(lambda _here, _total: None)
    assert begun.run(lambda _here, _total: None).read_bytes() == CONTENT


def test_an_address_without_a_pack_is_told(server: PackServer, tmp_path: Path) -> None:
    with pytest.raises(HubProblem):
        download(server, tmp_path, "/nothing", attempts=1).run(lambda _here, _total: None)


@pytest.mark.parametrize("signer", ["nobody", "a stranger"])
def test_a_pack_from_an_address_is_not_installed_unsigned_even_when_trusted(
    server: PackServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], signer: str
) -> None:
    server.content = pack(Ed25519PrivateKey.generate() if signer == "a stranger" else None)
    monkeypatch.setenv("HF_ENDPOINT", server.address)

    assert installing("--trust", f"{server.address}/pack.tar.gz") == 1
    assert "not signed by the makers" in capsys.readouterr().err


def test_a_signed_pack_from_an_address_is_installed_and_proved(
    server: PackServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = Ed25519PrivateKey.generate()
    server.content = pack(key)
    monkeypatch.setenv("HF_ENDPOINT", server.address)
    monkeypatch.setattr(graphics_packs, "trusted_keys", lambda _role: (key.public_key().public_bytes_raw(),))

    assert installing("--json", f"{server.address}/pack.tar.gz") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0]["event"] == "progress"
    assert lines[-1]["name"] == "cuda"
    assert lines[-1]["works"] is False, "it holds no library"


def installing(*arguments: str) -> int:
    return main(["engine", "install", *arguments], check_window=lambda: None)


def pack(key: Ed25519PrivateKey | None) -> bytes:
    module = b"not really a library"
    manifest = {
        "name": "cuda",
        "backend": "cuda",
        "engine": importlib.metadata.version("llama_cpp_python"),
        "system": platform.system(),
        "machine": platform.machine(),
        "modules": ["libggml-cuda.so"],
        "files": {"libggml-cuda.so": hashlib.sha256(module).hexdigest()},
    }
    content = json.dumps(manifest).encode()
    entries = {"pack.json": content}
    if key is not None:
        entries["pack.json.sig"] = key.sign(signed_text(Role.PACK, content))
    entries["libggml-cuda.so"] = module
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as archive:
        for name, data in entries.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return written.getvalue()
