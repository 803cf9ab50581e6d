"""Stopping work from another thread, also while it waits for the network."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator


class Cancelled(Exception):
    """The person stopped it. No error: what was done so far is kept, or taken back, as its maker says."""


class StopSignal:
    """Set once, from any thread. Work that waits for something outside says how it is woken: `calling`."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._wakes: list[Callable[[], None]] = []

    def set(self) -> None:
        with self._lock:
            self._event.set()
            for wake in self._wakes:
                wake()

    def is_set(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if it was stopped."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep, and raise `Cancelled` as soon as it is stopped."""
        if self._event.wait(seconds):
            raise Cancelled

    @contextlib.contextmanager
    def calling(self, wake: Callable[[], None]) -> Iterator[None]:
        """Call this when stopped, from the thread that stops; it must not wait."""
        with self._lock:
            self._wakes.append(wake)
            if self._event.is_set():
                wake()
        try:
            yield
        finally:
            with self._lock:
                self._wakes.remove(wake)
