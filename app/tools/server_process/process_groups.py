"""Ends a server's program with all that it has started."""

from __future__ import annotations

import contextlib
import os

import psutil


def signal_group(pid: int, number: int) -> bool:
    """Send a signal to a server's program and all that it has started; returns whether anything was there.

    On Windows, where there are no such signals, it is killed.
    """
    if os.name == "posix":
        try:
            os.killpg(pid, number)
        except OSError:
            return False
        return True
    try:
        program = psutil.Process(pid)
        family = [*program.children(recursive=True), program]
    except psutil.Error:
        return False
    for member in family:
        with contextlib.suppress(psutil.Error):
            member.kill()
    return True
