"""Catches what nobody caught: logs it and hands a report to the window. A bug is never swallowed."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Takes the place of Python's hooks for unhandled exceptions, in all threads, until `close`.

    Signals:
        crashed(str): a report that can be copied.
    """

    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._earlier = sys.excepthook
        self._earlier_of_threads = threading.excepthook
        sys.excepthook = self._handle
        threading.excepthook = self._handle_of_thread

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._earlier
        threading.excepthook = self._earlier_of_threads

    def _handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        _log.critical("unhandled exception", exc_info=(kind, error, trace))
        text = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:  # a windowed build has none
            with contextlib.suppress(OSError):  # it may lead to a full disk
                sys.stderr.write(text)
        self.crashed.emit(report(text))

    def _handle_of_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._handle(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def report(trace: str) -> str:
    """Return a traceback with what is needed to understand it."""
    import importlib.metadata
    import platform

    try:
        version = importlib.metadata.version("aside")
    except importlib.metadata.PackageNotFoundError:
        version = "unknown"
    return (
        f"Aside {version}, Python {platform.python_version()}, PySide {PySide6.__version__}, "
        f"{platform.platform()}\n\n{trace}"
    )
