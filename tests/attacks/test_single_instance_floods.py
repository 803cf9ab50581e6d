"""What comes through the socket of the running window is bounded, and nobody else can lie in wait there."""

from __future__ import annotations

import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.platform.single_instance import SingleInstance

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the socket is no file there")


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder whose name leaves room for a socket's, whatever pytest's own folders are called by now."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        yield Path(name)


@pytest.fixture
def instance(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SingleInstance]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_path))
    instance = SingleInstance(short_path / "data", patience_s=0.5)
    assert instance.claim()
    instance.listen()
    yield instance
    instance.close()


def caller(instance: SingleInstance) -> socket.socket:
    client = socket.socket(socket.AF_UNIX)
    client.connect(instance.socket_places()[0])
    client.setblocking(False)
    return client


def has_been_hung_up(client: socket.socket) -> bool:
    try:
        return client.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def test_a_message_without_an_end_is_hung_up_on(instance: SingleInstance, qtbot: QtBot) -> None:
    sent = 0

    def is_hung_up() -> bool:
        nonlocal sent
        try:
            sent += client.send(b"x" * 65536)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return False

    with caller(instance) as client:
        qtbot.waitUntil(is_hung_up)

    assert sent < 4_000_000


def test_silence_is_hung_up_on(instance: SingleInstance, qtbot: QtBot) -> None:
    with caller(instance) as client:
        qtbot.waitUntil(lambda: has_been_hung_up(client))


def test_many_silent_callers_do_not_keep_an_honest_one_away_for_long(instance: SingleInstance, qtbot: QtBot) -> None:
    called: list[str] = []
    instance.called.connect(called.append)
    silent = [caller(instance) for _ in range(8)]
    try:
        qtbot.waitUntil(lambda: all(map(has_been_hung_up, silent)))
        with caller(instance) as honest:
            honest.send(b"/models/a.gguf\nand more\n")
            qtbot.waitUntil(lambda: bool(called))
    finally:
        for client in silent:
            client.close()

    assert called == ["/models/a.gguf"]


def test_the_socket_lies_only_where_its_owner_alone_can_write(
    short_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, own = short_path / "shared", short_path / "own"
    shared.mkdir()
    shared.chmod(0o777)
    own.mkdir(mode=0o700)
    (short_path / "link").symlink_to(own)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(shared / "nothing"))
    instance = SingleInstance(own)

    for runtime in (shared, short_path / "link", short_path / "missing"):
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
        assert instance.socket_places() == [str(own / instance.socket_name)]
    assert list(shared.iterdir()) == []


def test_a_name_too_long_for_a_socket_has_a_place_elsewhere(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(short_path))
    deep = short_path / ("d" * 100)
    deep.mkdir(mode=0o700)

    (place,) = SingleInstance(deep).socket_places()

    assert Path(place).parent.parent == short_path
    assert Path(place).parent.stat().st_mode & 0o777 == 0o700
