"""Timers that belong to somebody, and do one thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def after(owner: QObject, interval_ms: int, action: Callable[[], object]) -> QTimer:
    """Return a timer that calls `action` once each time that it is started."""
    timer = every(owner, interval_ms, action)
    timer.setSingleShot(True)
    return timer


def every(owner: QObject, interval_ms: int, action: Callable[[], object]) -> QTimer:
    """Return a timer that calls `action` again and again once it is started."""
    timer = QTimer(owner)
    timer.setInterval(interval_ms)
    timer.timeout.connect(action)
    return timer
