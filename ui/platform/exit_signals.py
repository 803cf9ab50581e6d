"""Ctrl+C in the terminal and a polite SIGTERM end the window as its own button would, and ask nothing."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class ExitSignals(QObject):
    """Calls `on_exit` on the window's thread; Python's signal handlers alone would wait for Qt to return."""

    def __init__(self, on_exit: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_exit = on_exit
        self._earlier = {number: signal.signal(number, self._handle) for number in (signal.SIGINT, signal.SIGTERM)}
        self._pipe: tuple[int, int] | None = None
        if sys.platform != "win32":
            self._pipe = os.pipe()
            for end in self._pipe:
                os.set_blocking(end, False)
            signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._drain)

    def close(self) -> None:
        """Give the signals back."""
        for number, handler in self._earlier.items():
            signal.signal(number, handler)
        if self._pipe is not None:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _handle(self, _number: int, _frame: object) -> None:
        self._on_exit()

    def _drain(self) -> None:
        # Merely running Python code lets the handler above be called.
        if self._pipe is not None:
            os.read(self._pipe[0], 64)
