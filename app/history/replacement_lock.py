"""Keeps writers out of the database while all that it holds is replaced."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from app.history.errors import HistoryIsBeingReplaced


class ReplacementLock:
    """One for all connections of the app to one file: shared by those that write, held alone by a replacement.

    Nobody waits to write: what would be lost is refused with `HistoryIsBeingReplaced`. Any thread may call.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._writers = 0
        self._is_held = False
        self._replacements = 0

    @property
    def replacements(self) -> int:
        """How often all was replaced: an id that was read before stands for something else after."""
        return self._replacements

    @property
    def is_held(self) -> bool:
        """Whether a replacement is under way."""
        return self._is_held

    @contextlib.contextmanager
    def shared(self, path: Path) -> Iterator[None]:
        """Let a writer in for a moment, or refuse it."""
        with self._changed:
            if self._is_held:
                raise HistoryIsBeingReplaced(path)
            self._writers += 1
        try:
            yield
        finally:
            with self._changed:
                self._writers -= 1
                self._changed.notify_all()

    def hold(self) -> None:
        """Let nobody in from now on. Raises `RuntimeError` if it is held: two replacements are a bug."""
        with self._changed:
            if self._is_held:
                raise RuntimeError("the history is being replaced already")
            self._is_held = True

    def wait_for_writers(self, timeout_s: float) -> bool:
        """Wait until those that were in are out; return whether they are."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._writers, timeout_s)

    def note_replaced(self) -> None:
        """What the file holds is another."""
        with self._changed:
            self._replacements += 1

    def release(self) -> None:
        """Let writers in again; fine if it is not held."""
        with self._changed:
            self._is_held = False
