"""Keeps the computer from falling asleep while a reply is written.

The system's own means are used, each of which lets go by itself when this process dies: a child of logind on Linux
(it ends when the pipe to it closes), `caffeinate` on macOS, a flag of this thread on Windows.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

_log = logging.getLogger(__name__)

_ES_CONTINUOUS = 0x80000000
_ES_SYSTEM_REQUIRED = 0x00000001


def wakefulness_command(platform: str = sys.platform) -> tuple[str, ...]:
    """Return the command that keeps this system awake while it runs; empty where there is none."""
    if platform == "darwin":
        return ("caffeinate", "-i", "-w", str(os.getpid()))
    if platform.startswith("linux"):
        return (
            "systemd-inhibit",
            "--what=idle",
            "--who=Aside",
            "--why=A reply is written",
            "--mode=block",
            "cat",
        )
    return ()


class KeepAwake:
    """Holds sleep off while `hold` is in force; without means to do so it only says so in the log, once."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        *,
        set_execution_state: Callable[[int], object] | None = None,
    ) -> None:
        self._command = tuple(command) if command is not None else wakefulness_command()
        self._set_execution_state = set_execution_state or _execution_state_setter()
        self._child: subprocess.Popen[bytes] | None = None
        self._is_flag_set = False
        self._has_complained = False

    @property
    def is_holding(self) -> bool:
        """Whether sleep is held off now, as far as we can tell."""
        return self._is_flag_set or (self._child is not None and self._child.poll() is None)

    def set_wanted(self, *, wanted: bool) -> None:
        """Hold sleep off, or let go."""
        if wanted and self._child is None and not self._is_flag_set:
            self._hold()
        elif not wanted:
            self.release()

    def release(self) -> None:
        """Let the computer sleep again."""
        if self._is_flag_set and self._set_execution_state is not None:
            self._set_execution_state(_ES_CONTINUOUS)
            self._is_flag_set = False
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        child.terminate()
        try:
            child.wait(timeout=1)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def _hold(self) -> None:
        if self._set_execution_state is not None:
            self._set_execution_state(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED)
            self._is_flag_set = True
            return
        if not self._command or shutil.which(self._command[0]) is None:
            self._complain("no way known to keep this system awake")
            return
        try:
            self._child = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            self._complain(str(error))

    def _complain(self, reason: str) -> None:
        if not self._has_complained:
            self._has_complained = True
            _log.info("the computer may fall asleep during a reply: %s", reason)


def _execution_state_setter() -> Callable[[int], object] | None:
    if sys.platform != "win32":
        return None
    import ctypes

    setter: Callable[[int], object] = ctypes.windll.kernel32.SetThreadExecutionState
    return setter
