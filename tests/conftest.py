"""What every test stands on: a temporary home, no network, no thread or child left behind."""

from __future__ import annotations

import multiprocessing
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

pytest.register_assert_rewrite("tests.ui.shown_and_kept")

# Thousands of processes are started here. Where Python is told to write no bytecode, each would compile all it imports.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Several tests compute at once: threads of llama.cpp that wait for one another leave the processor to the others.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

PATIENCE_S = 30.0
"""How long anything is waited for that a busy machine may do late; what happens sooner is seen at once."""

for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitActive):
    _wait.__kwdefaults__ = (_wait.__kwdefaults__ or {}) | {"timeout": round(PATIENCE_S * 1000)}

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

_MOST_WORKERS = 4
"""Each holds a window and an engine child; more of them need memory rather than give speed."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Share the whole suite among the processors; run chosen files in this process, where a debugger reaches them."""
    if all(Path(argument.partition("::")[0]).is_file() for argument in config.args):
        return 0
    return min(os.cpu_count() or 1, _MOST_WORKERS)


@pytest.fixture(autouse=True)
def aside_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test; nothing is read from or written to the developer's."""
    home = tmp_path / "aside home ü"
    monkeypatch.setenv("ASIDE_HOME", str(home))
    monkeypatch.setenv("HF_HUB_DISABLE_TELEMETRY", "1")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that connects anywhere but to this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family in (socket.AF_INET, socket.AF_INET6) and host not in ("127.0.0.1", "::1", "localhost"):
            pytest.fail(f"a test tried to connect to {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread or a child process; the cure is to close their owner."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE_S
    while True:
        threads = [t for t in threading.enumerate() if t not in before and t.is_alive()]
        children = multiprocessing.active_children()
        if not threads and not children:
            return
        if time.monotonic() > deadline:
            break
        time.sleep(0.02)
    for child in children:
        child.kill()
    pytest.fail(f"left behind: threads {threads}, children {children}; close() their owner in the test")
