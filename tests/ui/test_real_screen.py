"""The whole app on a real X server: somebody types a question and reads the answer of the built-in model."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.history.errors import HistoryError
from app.history.records import MessageState, StoredMessage
from app.history.store import HistoryStore
from app.paths import AppPaths, resources_directory

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 30.0

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(
        shutil.which("Xvfb") is None or shutil.which("xdotool") is None, reason="needs Xvfb and xdotool"
    ),
    pytest.mark.skipif(not list((resources_directory() / "starter").glob("*.gguf")), reason="needs the built-in model"),
]


@pytest.fixture
def display() -> Iterator[str]:
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as numbers:
        number = numbers.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(timeout=10)


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def branch(paths: AppPaths) -> list[StoredMessage]:
    if not paths.database.exists():
        return []
    try:
        store = HistoryStore.open(paths.database)
        try:
            conversations = store.conversations()
            return store.branch(conversations[0].id) if conversations else []
        finally:
            store.close()
    except HistoryError:  # the app is just making the file
        return []


def test_a_question_typed_on_a_real_screen_is_thought_about_and_answered(display: str, paths: AppPaths) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "ASIDE_HOME": str(paths.data.parent)}

    def do(*arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], env=environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    app = subprocess.Popen([sys.executable, "-m", "ui"], cwd=_ROOT, env=environment)
    try:
        wait_for(lambda: bool(do("search", "--onlyvisible", "--name", "^Aside$")) and paths.database.exists())
        window = do("search", "--onlyvisible", "--name", "^Aside$").splitlines()[-1]
        time.sleep(1)  # the composer takes the keyboard when history is open
        do("mousemove", "--window", window, "540", "720", "click", "1")
        do("type", "--delay", "20", "What is 347 + 588?")
        do("key", "Return")

        wait_for(lambda: len(branch(paths)) == 2 and branch(paths)[1].state is not MessageState.RUNNING)

        question, reply = branch(paths)
        assert question.answer == "What is 347 + 588?"
        assert reply.state is MessageState.COMPLETE
        assert reply.thinking
        assert "935" in reply.answer
    finally:
        app.send_signal(signal.SIGTERM)
        assert app.wait(timeout=15) == 0


def test_a_desktop_without_d_bus_is_not_complained_about(display: str, paths: AppPaths) -> None:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_CURRENT_DESKTOP": "GNOME",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus",
        "ASIDE_HOME": str(paths.data.parent),
    }
    app = subprocess.Popen(
        [sys.executable, "-m", "ui"], cwd=_ROOT, env=environment, stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        wait_for(paths.database.exists)
    finally:
        app.send_signal(signal.SIGTERM)
        _, said = app.communicate(timeout=15)
    assert app.returncode == 0
    assert "dbus" not in said.lower()
