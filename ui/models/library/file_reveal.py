"""Shows a file in the system's file manager, selected where the system can do that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SERVICE = "org.freedesktop.FileManager1"
_OBJECT = "/org/freedesktop/FileManager1"


def reveal(path: Path) -> None:
    """Select the file in the file manager; where that cannot be done, open its folder."""
    if sys.platform == "win32":
        is_shown = _has_started([_explorer(), f"/select,{path}"])
    elif sys.platform == "darwin":
        is_shown = _has_started(["open", "-R", str(path)])
    else:
        is_shown = _is_selected_over_the_bus(path)
    if not is_shown:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _explorer() -> str:
    """Return Explorer's own place: by its name alone, Windows looks into the current folder first."""
    return str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "explorer.exe")


def _has_started(command: list[str]) -> bool:
    try:
        subprocess.Popen(command)
    except OSError:
        return False
    return True


def _is_selected_over_the_bus(path: Path) -> bool:
    """Ask the desktop's file manager; `False` without a session bus, or where no file manager is on it.

    https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
    """
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    manager = QDBusInterface(_SERVICE, _OBJECT, _SERVICE, bus)
    if not manager.isValid():
        return False
    manager.setTimeout(3000)
    address = bytes(QUrl.fromLocalFile(str(path)).toEncoded().data()).decode()
    answer = manager.call("ShowItems", [address], "")
    return answer.type() is not QDBusMessage.MessageType.ErrorMessage
