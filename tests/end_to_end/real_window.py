"""The real app on a real X server (Xvfb), driven with xdotool as a person would, read through its files and pixels."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

ROOT = Path(__file__).resolve().parents[2]
COMPOSER_ABOVE_BOTTOM = 70


class XServer:
    """An Xvfb of its own; use it with `with`."""

    def __enter__(self) -> Self:
        read_end, write_end = os.pipe()
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x860x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=(write_end,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as display:
            self.display = f":{display.readline().strip()}"
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()


class RealWindow:
    """One run of the app under `home`. Reads the conversations from the database while the app writes them."""

    def __init__(self, server: XServer, home: Path, *arguments: str) -> None:
        self._environment = os.environ | {
            "DISPLAY": server.display,
            "ASIDE_HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": "1",
        }
        self.database = home / "data" / "history.sqlite3"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ui", *arguments],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._window = ""

    def until(self, condition: Callable[[], bool], *, what: str, timeout_s: float = 90.0) -> None:
        """Wait for something to hold, as long as the app lives."""
        deadline = time.monotonic() + timeout_s
        while not condition():
            assert self.process.poll() is None, f"the app ended while waiting for {what}: {self._said()}"
            assert time.monotonic() < deadline, f"it took too long: {what}"
            time.sleep(0.02)

    def appear(self) -> None:
        """Wait until the window is there and the app behind it has started."""
        self.until(self._find_window, what="the window")
        self.until(lambda: self.engine() is not None, what="the engine child")

    def ask(self, question: str) -> None:
        """Click into the composer, type and press Enter."""
        _, height = self._size()
        self._xdotool("mousemove", "--window", self._window, "500", str(height - COMPOSER_ABOVE_BOTTOM), "click", "1")
        self._xdotool("type", "--delay", "4", question)
        self._xdotool("key", "Return")

    def press(self, keys: str) -> None:
        """Press keys, such as `Escape` or `ctrl+n`."""
        self._xdotool("key", keys)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._xdotool("windowsize", "--sync", self._window, str(width), str(height))

    def replies(self) -> list[tuple[str, str, str]]:
        """Return (state, thinking, answer) of every reply, pieces of a running one put together."""
        if not self.database.exists():
            return []
        from app.history.store import HistoryStore

        store = HistoryStore.open(self.database)
        try:
            return [
                (str(message.state), message.thinking, message.answer)
                for conversation in reversed(store.conversations())
                for message in store.branch(conversation.id)
                if message.role == "assistant"
            ]
        finally:
            store.close()

    def until_replies(self, count: int) -> None:
        """Wait until there are so many replies, begun or ended."""
        self.until(lambda: len(self.replies()) == count, what=f"reply {count}")

    def engine(self) -> psutil.Process | None:
        """Return the engine child, if it runs."""
        try:
            children = psutil.Process(self.process.pid).children()
        except psutil.NoSuchProcess:
            return None
        return next((c for c in children if "spawn_main" in " ".join(_command_of(c))), None)

    def kill(self) -> None:
        """End the app without warning."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._close_pipe()

    def close(self) -> None:
        """Close the app as a session manager would, or kill it when it does not."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise
            finally:
                self._close_pipe()
        else:
            self._close_pipe()

    def is_whole(self) -> bool:
        """Whether the database passes SQLite's own check."""
        connection = sqlite3.connect(self.database)
        try:
            return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
        finally:
            connection.close()

    def _find_window(self) -> bool:
        found = self._xdotool("search", "--onlyvisible", "--name", "Aside", check=False).split()
        self._window = found[-1] if found else ""
        return bool(found)

    def _size(self) -> tuple[int, int]:
        lines = self._xdotool("getwindowgeometry", "--shell", self._window).splitlines()
        values = dict(line.split("=", 1) for line in lines if "=" in line)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        result = subprocess.run(
            ["xdotool", *arguments], env=self._environment, capture_output=True, text=True, check=False, timeout=20
        )
        assert not check or result.returncode == 0, result.stderr
        return result.stdout

    def _said(self) -> str:
        return self.process.stdout.read() if self.process.stdout is not None else ""

    def _close_pipe(self) -> None:
        if self.process.stdout is not None:
            self.process.stdout.close()


def has_x_server() -> bool:
    """Whether Xvfb and xdotool are installed."""
    return shutil.which("Xvfb") is not None and shutil.which("xdotool") is not None


def _command_of(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []
