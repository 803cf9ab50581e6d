"""Stopping a transfer from another thread, also while it waits for the network."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator


class DownloadStopped(Exception):
    """The person stopped it. No error: what has arrived is kept."""


class StopSignal:
    """Set once, from any thread. A socket that is being read meanwhile is shut, so that its reader wakes at once."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()

    def set(self) -> None:
        """Stop."""
        with self._lock:
            self._event.set()
            for connected in self._sockets:
                _shut(connected)

    def is_set(self) -> bool:
        """Whether it was stopped."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `DownloadStopped` if it was stopped."""
        if self._event.is_set():
            raise DownloadStopped

    def wait(self, seconds: float) -> None:
        """Sleep, and raise `DownloadStopped` as soon as it is stopped."""
        if self._event.wait(seconds):
            raise DownloadStopped

    @contextlib.contextmanager
    def watching(self, connected: socket.socket) -> Iterator[None]:
        """Shut this socket when stopped."""
        with self._lock:
            self._sockets.add(connected)
            if self._event.is_set():
                _shut(connected)
        try:
            yield
        finally:
            with self._lock:
                self._sockets.discard(connected)


def _shut(connected: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)
