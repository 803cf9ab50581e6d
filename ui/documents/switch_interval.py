"""The owner of how long a thread keeps Python while others wait: that is the process's, not a thread's."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator

_SHORT_S = 0.0005
"""The window gets Python back after this long, not after the usual 5 ms."""


class SwitchInterval:
    """Shortens it while anybody works beside the window, and puts back what it was when the last one is done."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._workers = 0
        self._usual_s = 0.0

    @contextlib.contextmanager
    def shortened(self) -> Iterator[None]:
        """Let the window's thread come between as soon as it wants, inside; for work in pure Python."""
        with self._lock:
            if not self._workers:
                self._usual_s = sys.getswitchinterval()
                sys.setswitchinterval(_SHORT_S)
            self._workers += 1
        try:
            yield
        finally:
            with self._lock:
                self._workers -= 1
                if not self._workers:
                    sys.setswitchinterval(self._usual_s)


SWITCH_INTERVAL = SwitchInterval()
"""Of this process: `sys` has only one."""
