"""Where no window can be opened, a sentence says so; Qt alone would abort."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ui.platform.screen_failure import reasons, screen_failure

START = """
from PySide6.QtWidgets import QApplication
from ui.platform.screen_failure import told_screen_failure
with told_screen_failure():
    application = QApplication([])
print(application.platformName())
"""


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    values = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, "-c", START]
    return subprocess.run(command, env={**values, **environment}, capture_output=True, text=True, timeout=60)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_start_without_a_screen_ends_with_a_sentence() -> None:
    ended = start(DISPLAY=":7654")

    assert ended.returncode == 1
    assert "the screen :7654 does not answer" in ended.stderr
    assert "aside ask" in ended.stderr
    assert "cursor" not in ended.stderr


def test_a_start_with_a_screen_goes_on() -> None:
    ended = start(QT_QPA_PLATFORM="offscreen")

    assert (ended.returncode, ended.stdout.strip()) == (0, "offscreen")


def test_what_is_missing_is_named() -> None:
    assert "there is no screen here" in screen_failure({})
    assert "wayland-0, :1" in screen_failure({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":1"})
    assert "QT_QPA_PLATFORM=nosuch" in screen_failure({"DISPLAY": ":1", "QT_QPA_PLATFORM": "nosuch"})


def test_a_missing_plugin_is_told_where_no_screen_was_tried() -> None:
    missing = 'qt.qpa.plugin: Could not find the Qt platform plugin "nosuch" in ""'

    assert reasons([missing]) == [missing]
    assert reasons(["qt.qpa.xcb: could not connect to display :1", missing, ""]) == [
        "qt.qpa.xcb: could not connect to display :1"
    ]
