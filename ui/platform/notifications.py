"""Tells of something while the window is out of sight: by the desktop's notifications, else by the tray.

On Linux `notify-send` is used where there is one: it waits for the click and says so. Without it, and on other
systems, a tray icon shows the message, and goes again when it is not wanted otherwise. The window's entry in the task
bar is marked in any case.
"""

from __future__ import annotations

import logging
import shutil
import sys

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.text import visible, visible_line
from ui.platform.tray import Tray
from ui.widgets.timers import after

_log = logging.getLogger(__name__)
_SHOWN_MS = 10_000
_FORGOTTEN_AFTER_MS = 15 * 60_000
_END_WAIT_MS = 1000


def notification_command(platform: str = sys.platform) -> str:
    """Return the program that shows a notification and waits for the click; empty where there is none."""
    return (shutil.which("notify-send") or "") if platform.startswith("linux") else ""


class Notifications(QObject):
    """Shows one notification at a time; a newer one takes the older one's place.

    Signals:
        chosen(object): the notification with this subject was clicked.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget, tray: Tray, *, command: str | None = None) -> None:
        super().__init__()
        self._window = window
        self._tray = tray
        self._command = notification_command() if command is None else command
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._note_error)
        self._subject: object = None
        self._forget = after(self, _FORGOTTEN_AFTER_MS, self._end_process)
        tray.message_clicked.connect(self._tell)

    def show(self, title: str, text: str, *, subject: object, action: str) -> None:
        """Tell of something; `action` names what a click does, `subject` comes back with it."""
        self._subject = subject
        title, text = visible_line(title), visible(text)
        QApplication.alert(self._window)
        if self._command:
            self._run(title, text, action)
        else:
            self._tray.show_message(title, text, for_ms=_SHOWN_MS)

    def close(self) -> None:
        """End what still waits for a click."""
        self._end_process()

    # --- private ----------------------------------------------------------------------------------------------

    def _run(self, title: str, text: str, action: str) -> None:
        self._end_process()
        arguments = ["--app-name=Aside", "--wait", f"--action=default={action}", f"--expire-time={_SHOWN_MS}"]
        self._process.start(self._command, [*arguments, "--", title, text])
        self._forget.start()

    def _note_error(self, error: QProcess.ProcessError) -> None:
        _log.info("no notification: %s", error)

    def _ended(self) -> None:
        is_click = bytes(self._process.readAllStandardOutput().data()).strip() == b"default"
        if self._forget.isActive() and is_click:
            self._tell()
        self._forget.stop()

    def _tell(self) -> None:
        self.chosen.emit(self._subject)

    def _end_process(self) -> None:
        self._forget.stop()
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_END_WAIT_MS)
