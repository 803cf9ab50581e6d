"""On macOS a double-clicked file comes as an event to the running app."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from ui.platform.file_open_application import FileOpenApplication

application = FileOpenApplication(["aside"])
application.file_asked.connect(print)
application.sendEvent(application, QFileOpenEvent("/models/a b.gguf"))
application.sendEvent(application, QFileOpenEvent(QUrl("aside://models/owner/name")))
"""


def test_files_and_links_that_the_system_hands_over_are_told() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).resolve().parents[2])}

    ran = subprocess.run([sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines() == ["/models/a b.gguf", "aside://models/owner/name"]
