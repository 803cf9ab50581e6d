"""Ctrl+C while a command starts: it ends as stopped, not in the middle of an import.

Imports next to nothing, so that it stands before the rest is imported.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from types import FrameType

INTERRUPTED = 130
_STOPPED = (
    '{"event":"finished","reason":"stopped","thinking_ended":"none","prompt_tokens":0,"cached_tokens":0,'
    '"thinking_tokens":0,"answer_tokens":0,"forced_tokens":0,"time_to_first_token_s":null,"thinking_s":null,'
    '"tokens_per_s":null}\n'
)
"""What `ask --json` owes a reader in any case (design §3)."""


class EarlyInterrupts:
    """Takes Ctrl+C from the first moment of a command until the command itself does.

    A `KeyboardInterrupt` out of an import would leave a traceback, and Python then reports death by the signal even
    where it was caught on the way (it came through `exec`, as dataclasses are made).
    """

    def __init__(self, arguments: Sequence[str], *, leave: Callable[[int], object] = os._exit) -> None:
        self._owes_event = arguments[:1] == ["ask"] and "--json" in arguments
        self._leave = leave
        self._is_over = False

    def take(self) -> None:
        """Begin; does nothing outside the main thread, or where somebody else has taken the signal.

        A shell lets what it starts in the background ignore Ctrl+C; whoever sends it to us all the same means it.
        """
        is_free = signal.getsignal(signal.SIGINT) in (signal.default_int_handler, signal.SIG_IGN)
        if is_free and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self._on_interrupt)

    def release(self) -> None:
        """Let Ctrl+C raise `KeyboardInterrupt` again: there is something to clean up from now on."""
        is_ours = signal.getsignal(signal.SIGINT) in (self._on_interrupt, signal.SIG_IGN)
        if is_ours and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def finish(self, code: int) -> int:
        """Note that the command is over, and return its exit code; after Ctrl+C it leaves here and now."""
        self._is_over = True
        if code == INTERRUPTED:
            self._flush()
            self._leave(code)
        return code

    def tell_over(self) -> None:
        """Note that the last word of the command is being said: Ctrl+C comes too late to change it."""
        self._is_over = True

    def _on_interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._flush()
        if self._owes_event:
            with contextlib.suppress(OSError):  # whoever read our output has gone
                os.write(1, _STOPPED.encode())
        self._leave(INTERRUPTED)

    def _flush(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, RuntimeError, AttributeError):
                stream.flush()
