"""Tells in a sentence that no window can be opened here, where Qt would write lines for developers and abort."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

EXIT_CODE = 1
"""As for any other problem that a person can act on."""


@contextmanager
def told_screen_failure() -> Iterator[None]:
    """Make the `QApplication` within. If Qt cannot, the process says why and ends with code 1.

    What Qt says while it succeeds goes to the standard error stream, as ever.
    """
    said: list[str] = []

    def keep(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtFatalMsg:
            said.append(qFormatLogMessage(kind, context, message))  # now: the context lives no longer than this call
            return
        if sys.stderr is not None:  # a windowed build of Windows has none
            print(screen_failure(os.environ), *reasons(said), sep="\n", file=sys.stderr, flush=True)
        os._exit(EXIT_CODE)  # Qt aborts when this returns

    earlier = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(earlier)
        if said and sys.stderr is not None:
            print(*said, sep="\n", file=sys.stderr)


def screen_failure(environment: Mapping[str, str]) -> str:
    """Return why there is no window, and what can be done without one."""
    names = [environment[name] for name in ("WAYLAND_DISPLAY", "DISPLAY") if environment.get(name)]
    if environment.get("QT_QPA_PLATFORM"):
        why = _tr("Aside cannot open a window with QT_QPA_PLATFORM={name}.").format(name=environment["QT_QPA_PLATFORM"])
    elif names:
        why = _tr("Aside cannot open a window: the screen {name} does not answer.").format(name=", ".join(names))
    else:
        why = _tr("Aside cannot open a window: there is no screen here.")
    return (
        why + "\n" + _tr("Start it on a desktop. Without one, “aside ask” answers, and “aside self-check” tells more.")
    )


def reasons(said: list[str]) -> list[str]:
    """Return what Qt said of the screens; where it said nothing of them, what it said of its plugins.

    Of a plugin that found no screen it says that a library is needed, which is seldom so.
    """
    lines = [line for line in said if line.strip()]
    return [line for line in lines if not line.startswith("qt.qpa.plugin")] or lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScreenFailure", text)
