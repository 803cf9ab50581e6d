"""One moving line on a terminal's stderr, which tells how far something long is."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from app.cli.streams import in_a_line, is_terminal, write_control, write_error
from app.hub.connection.errors import ConnectionBroke, HubProblem, ServerFailed, ServerStalled, TooManyRequests
from app.text import format_duration

_PROGRESS_S = 0.1
_BAR_CELLS = 24


class ProgressLine:
    """One line on the terminal that is written over; nothing where stderr is not a terminal."""

    def __init__(self) -> None:
        self._is_shown = is_terminal(sys.stderr)
        self._shown_at = 0.0
        self._width = 0

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            write_control("\r")
            write_error(" " * self._width)
            write_control("\r")
            self._width = 0

    def show(self, text: str, *, always: bool = False) -> None:
        """Write the line again if it is time."""
        now = time.monotonic()
        if not self._is_shown or (not always and now - self._shown_at < _PROGRESS_S):
            return
        self._shown_at = now
        line = in_a_line(text, of=sys.stderr)[: shutil.get_terminal_size().columns - 1]
        write_control("\r")
        write_error(line.ljust(self._width))
        self._width = len(line)


def bar(done: int, total: int) -> str:
    """Return a bar for a share done, such as `█████░░░░░ 50 %`."""
    share = min(1.0, done / total) if total else 0.0
    cells = round(share * _BAR_CELLS)
    return "█" * cells + "░" * (_BAR_CELLS - cells) + f" {share:4.0%}"


# Asking a server again that only asked to wait: for commands, where nobody presses a button.

T = TypeVar("T")

_MOST_TRIES = 4
_LONGEST_WAIT_S = 60.0
_FIRST_WAIT_S = 1.0
_PASSING = (TooManyRequests, ServerFailed, ConnectionBroke, ServerStalled)
"""A network that is not there is told at once: the person knows, or should."""


def patiently(action: Callable[[], T], *, sleep: Callable[[float], None] = time.sleep) -> T:
    """Run `action`, again after the wait that a server asked for, or after a growing one; a long wait is told at once.

    Ctrl+C ends the wait. Raises what `action` raises.
    """
    tried = 0
    with ProgressLine() as line:
        while True:
            tried += 1
            try:
                return action()
            except HubProblem as problem:
                wait_s = _wait_s(problem, tried)
                if wait_s is None:
                    raise
                line.show(f"{problem.message_text()} Trying again in {format_duration(wait_s)}.", always=True)
            sleep(wait_s)


def _wait_s(problem: HubProblem, tried: int) -> float | None:
    if not isinstance(problem, _PASSING) or tried >= _MOST_TRIES:
        return None
    wait_s = problem.retry_after_s if problem.retry_after_s is not None else _FIRST_WAIT_S * 2 ** (tried - 1)
    return wait_s if wait_s <= _LONGEST_WAIT_S else None
