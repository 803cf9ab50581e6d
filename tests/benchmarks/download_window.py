"""The real window while it downloads: how late its event loop comes to a 2 ms timer, and the memory it takes.

    python tests/benchmarks/download_window.py ENDPOINT SIZE_BYTES SHA256

Prints one JSON object. `download.py` runs this on a screen of its own, the models page's list of downloads shown.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.fakes.fake_hub_process import FILE, REPO

_TICK_MS = 2
_REST_MS = 2500
_LONGEST_S = 300


def measure(endpoint: str, size_bytes: int, sha256: str) -> dict[str, float]:
    """Download through the window and return what was measured."""
    os.environ["HF_ENDPOINT"] = endpoint
    import psutil
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from app.hub.connection.remote_file import HubFile
    from app.hub.transfer.download_plan import DownloadPlan
    from app.hub.transfer.download_progress import DownloadState
    from app.inference.scripted_engine import Say, Script, ScriptedEngineFactory
    from app.paths import AppPaths
    from ui.assembly import Assembly

    application = QApplication([])
    process = psutil.Process()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        paths = AppPaths.from_environment({"ASIDE_HOME": home})
        script = Script(turns=((Say("Yes."),),))
        assembly = Assembly(application, paths, engine_factory=lambda: ScriptedEngineFactory(script))
        loop = QEventLoop()
        assembly.started.connect(loop.quit)
        assembly.show()
        loop.exec()
        assert assembly.services is not None
        room = assembly.services.models
        room.open_downloads()
        commit = room.hub.service.catalogue.model(REPO).commit
        QTimer.singleShot(_REST_MS, loop.quit)
        loop.exec()
        idle_bytes, peak_bytes = process.memory_info().rss, 0
        late_ms: list[float] = []
        due = time.perf_counter()

        def tick() -> None:
            nonlocal due, peak_bytes
            now = time.perf_counter()
            late_ms.append(max(0.0, (now - due) * 1000))
            due = now + _TICK_MS / 1000
            if len(late_ms) % 64 == 0:
                peak_bytes = max(peak_bytes, process.memory_info().rss)

        ended: list[DownloadState] = []

        def watch(downloads: object) -> None:
            assert isinstance(downloads, tuple)
            if downloads and downloads[0].state in (DownloadState.DONE, DownloadState.FAILED):
                ended.append(downloads[0].state)
                loop.quit()

        room.downloads.changed.connect(watch)
        room.downloads.add(
            DownloadPlan(repo=REPO, commit=commit, quantization="Q4_K_M", files=(HubFile(FILE, size_bytes, sha256),))
        )
        ticks = QTimer()
        ticks.setTimerType(Qt.TimerType.PreciseTimer)
        ticks.timeout.connect(tick)
        started = due = time.perf_counter()
        ticks.start(_TICK_MS)
        QTimer.singleShot(_LONGEST_S * 1000, loop.quit)
        loop.exec()
        took_s = time.perf_counter() - started
        ticks.stop()
        assembly.close()
    assert ended == [DownloadState.DONE], f"the download ended as {ended}"
    late_ms.sort()
    return {
        "window_p99_ms": late_ms[int(len(late_ms) * 0.99)],
        "window_max_ms": late_ms[-1],
        "window_extra_mb": (peak_bytes - idle_bytes) / 1e6,
        "s": took_s,
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]), sys.argv[3])))
