"""Asking a server again that only asked to wait: for commands, where nobody presses a button."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from app.cli.progress_line import ProgressLine
from app.hub.connection.errors import ConnectionBroke, HubProblem, ServerFailed, ServerStalled, TooManyRequests
from app.text import format_duration

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
