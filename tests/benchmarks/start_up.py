"""How much slower and larger is the app's start than that of a bare window?

Each run is a new process, the app and a bare PySide6 window with one label in turn. Time counts from the start of the
process until the window has been painted and its event loop answers; memory is the resident memory of that process a
moment later, when everything that follows the first paint is done (the engine child is another process and not
counted). The figures are medians.

    python tests/benchmarks/start_up.py [--quick]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_SETTLE_S = 1.5

_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, lambda: print("painted", flush=True))

application = QApplication(sys.argv[:1])
window = Window()
window.resize(1240, 800)
window.setCentralWidget(QLabel("Aside"))
window.show()
sys.exit(application.exec())
"""

_APP = """
import sys

if __name__ == "__main__":
    import ui.__main__ as start
    start.start_fast()  # as `main` does, before it imports the window
    from PySide6.QtCore import QTimer
    import ui.chat.chat_window as chat_window
    made = chat_window.ChatWindow.__init__

    def make(self, **parts):
        made(self, **parts)
        self.first_painted.connect(lambda: QTimer.singleShot(0, lambda: print("painted", flush=True)))

    chat_window.ChatWindow.__init__ = make
    sys.exit(start.main())
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first painted, responsive window, and resident bytes when settled."""

    time_s: float
    memory_bytes: int


def measure(script: Path, bytecode: Path) -> Start:
    """Start a process, wait for its window, weigh it and end it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        environment = {**os.environ, "ASIDE_HOME": home, "PYTHONPATH": str(_ROOT)}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: compiled by the first, uncounted run
        environment["PYTHONPYCACHEPREFIX"] = str(bytecode)
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        took_s = time.perf_counter() - began
        if line.strip() != "painted":
            raise RuntimeError(f"no window: {line!r}")
        time.sleep(_SETTLE_S)
        memory_bytes = _resident_bytes(process.pid)
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()
    return Start(took_s, memory_bytes)


def _resident_bytes(pid: int) -> int:
    import psutil

    return int(psutil.Process(pid).memory_info().rss)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    runs = 4 if parser.parse_args().quick else 11
    with tempfile.TemporaryDirectory() as folder:
        bare, app = Path(folder) / "bare_window.py", Path(folder) / "whole_window.py"
        bytecode = Path(folder) / "bytecode"
        bare.write_text(_BARE, encoding="utf-8")
        app.write_text(_APP, encoding="utf-8")
        starts: dict[str, list[Start]] = {"bare": [], "app": []}
        for run in range(runs + 1):
            for name, start in (("bare", measure(bare, bytecode)), ("app", measure(app, bytecode))):
                print(f"{name}: {start.time_s:.3f} s, {start.memory_bytes / 1e6:.1f} MB", flush=True)
                if run:  # the first of each warms the disk cache
                    starts[name].append(start)
    times = {name: statistics.median(start.time_s for start in each) for name, each in starts.items()}
    memory = {name: statistics.median(start.memory_bytes for start in each) for name, each in starts.items()}
    print(
        json.dumps(
            {
                "time_ratio": round(times["app"] / times["bare"], 3),
                "memory_ratio": round(memory["app"] / memory["bare"], 3),
                "app_time_s": round(times["app"], 3),
                "bare_time_s": round(times["bare"], 3),
                "app_memory_mb": round(memory["app"] / 1e6, 1),
                "bare_memory_mb": round(memory["bare"] / 1e6, 1),
            }
        )
    )


if __name__ == "__main__":
    main()
