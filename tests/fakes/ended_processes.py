"""Whether processes that a test has not started itself are gone."""

from __future__ import annotations

import time

import psutil

_PATIENCE_S = 30.0


def ends(*pids: int) -> bool:
    """Whether all these processes are gone, or soon are; one that only waits to be reaped by init is."""
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        if not any(_runs(pid) for pid in pids):
            return True
        time.sleep(0.02)
    return False


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
