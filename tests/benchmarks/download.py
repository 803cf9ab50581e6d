"""Our download with verification against `hf_hub_download` without: same file, same loopback, in turn.

    python tests/benchmarks/download.py [--quick] [--size MB] [--rounds N] [--memory MB]

Prints each round and the ratio of the medians (ours / theirs: 1.0 is as fast), then the memory that a large download
takes above an idle process, how late a 1 ms timer of another thread fires meanwhile, and how late the event loop of
the real window is while it downloads.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.app.hub.tiny_gguf import write_gguf
from tests.end_to_end.real_window import XServer
from tests.fakes.fake_hub_process import FILE, REPO, FakeHubProcess

_MB = 1_000_000


def _ours(endpoint: str, folder: Path) -> float:
    from app.cancellation import StopSignal
    from app.hub.connection.access import HubAccess, HubConnection
    from app.hub.connection.clients import HubClients
    from app.hub.transfer.model_download import FileDownload, WantedFile
    from app.hub.transfer.part_file import PartFile

    clients = HubClients.over(HubAccess(HubConnection(endpoint=endpoint)))
    clients.hub.resolve(REPO, FILE)  # imports are not what is measured
    target = folder / "ours" / FILE
    started = time.perf_counter()
    FileDownload(
        clients,
        WantedFile(REPO, FILE, "main", target),
        stop=StopSignal(),
        on_progress=lambda _progress: None,
        check_room=lambda _remote, _present: None,
    ).run()
    part = PartFile(target)
    with part.opened():
        part.put_in_place()
    took_s = time.perf_counter() - started
    clients.close()
    return took_s


def _theirs(endpoint: str, folder: Path) -> float:
    from huggingface_hub import HfApi, hf_hub_download

    HfApi(endpoint=endpoint).model_info(REPO)
    started = time.perf_counter()
    hf_hub_download(REPO, FILE, local_dir=folder / "theirs", endpoint=endpoint, cache_dir=folder / "cache")
    return time.perf_counter() - started


class _Delays:
    """A thread that wants to run every millisecond, and how late it was."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._late_ms: list[float] = []
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> _Delays:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def p99_ms(self) -> float:
        return sorted(self._late_ms)[int(len(self._late_ms) * 0.99)] if self._late_ms else 0.0

    def _run(self) -> None:
        while not self._stop.is_set():
            wanted = time.perf_counter() + 0.001
            time.sleep(0.001)
            self._late_ms.append((time.perf_counter() - wanted) * 1000)


def _child(kind: str, endpoint: str, folder: Path) -> dict[str, float]:
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    os.environ["HF_HUB_DISABLE_XET"] = "1"
    import psutil

    process = psutil.Process()
    if kind == "memory":
        from app.hub.connection.access import HubAccess, HubConnection
        from app.hub.connection.clients import HubClients

        clients = HubClients.over(HubAccess(HubConnection(endpoint=endpoint)))
        clients.hub.resolve(REPO, FILE)
        clients.close()
        idle, peak = process.memory_info().rss, 0
        done = threading.Event()

        def watch() -> None:
            nonlocal peak
            while not done.wait(0.02):
                peak = max(peak, process.memory_info().rss)

        watcher = threading.Thread(target=watch)
        watcher.start()
        with _Delays() as delays:
            took_s = _ours(endpoint, folder)
        done.set()
        watcher.join()
        return {"s": took_s, "extra_mb": (peak - idle) / _MB, "delay_p99_ms": delays.p99_ms()}
    return {"s": _ours(endpoint, folder) if kind == "ours" else _theirs(endpoint, folder)}


def _in_child(kind: str, endpoint: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--child", kind, endpoint, folder]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--size", type=int, default=1000, help="of the compared file in MB")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--memory", type=int, default=2000, help="of the file for memory and delay in MB")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        print(json.dumps(_child(arguments.child[0], arguments.child[1], Path(arguments.child[2]))))
        return
    if arguments.quick:
        arguments.size, arguments.rounds, arguments.memory = 300, 3, 300
    seconds: dict[str, list[float]] = {"ours": [], "theirs": []}
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "served"
        _write(path, arguments.size)
        with FakeHubProcess(path) as hub:
            for number in range(arguments.rounds):
                for kind in ("ours", "theirs") if number % 2 else ("theirs", "ours"):
                    seconds[kind].append(_in_child(kind, hub.endpoint)["s"])
                speeds = "  ".join(f"{kind} {arguments.size / taken[-1]:7.0f} MB/s" for kind, taken in seconds.items())
                print(f"round {number + 1}: {speeds}", flush=True)
        _write(path, arguments.memory)
        with FakeHubProcess(path) as hub:
            memory = _in_child("memory", hub.endpoint)
        _write(path, arguments.memory, head=_gguf_head(folder))
        with FakeHubProcess(path) as hub:
            window = _in_the_window(hub.endpoint, path)
    finally:
        shutil.rmtree(folder)
    medians = {kind: arguments.size / statistics.median(taken) for kind, taken in seconds.items()}
    print(
        f"in the window: event loop p99 {window['window_p99_ms']:.1f} ms, max {window['window_max_ms']:.1f} ms, "
        f"{window['window_extra_mb']:.1f} MB above idle, {arguments.memory / window['s']:.0f} MB/s"
    )
    print(f"{arguments.memory} MB: {memory['extra_mb']:.1f} MB above idle, delay p99 {memory['delay_p99_ms']:.1f} ms")
    print(
        json.dumps(
            {
                "throughput_ratio": round(medians["ours"] / medians["theirs"], 3),
                "ours_mb_per_s": round(medians["ours"]),
                "theirs_mb_per_s": round(medians["theirs"]),
                "memory_above_idle_mb": round(memory["extra_mb"], 1),
                "delay_p99_ms": round(memory["delay_p99_ms"], 2),
                "window_p99_ms": round(window["window_p99_ms"], 2),
                "window_max_ms": round(window["window_max_ms"], 1),
                "window_memory_above_idle_mb": round(window["window_extra_mb"], 1),
            }
        )
    )


def _in_the_window(endpoint: str, path: Path) -> dict[str, float]:
    """Measure in the real window: on an X server of its own where there is Xvfb, else offscreen."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    script = Path(__file__).with_name("download_window.py")
    command = [sys.executable, str(script), endpoint, str(path.stat().st_size), sha256]
    environment = {name: value for name, value in os.environ.items() if name not in ("HF_TOKEN", "QT_QPA_PLATFORM")}
    if shutil.which("Xvfb"):
        with XServer() as server:
            environment |= {"DISPLAY": server.display, "QT_QPA_PLATFORM": "xcb"}
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    else:
        environment |= {"QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _gguf_head(folder: Path) -> bytes:
    return write_gguf(folder / "head.gguf", name="Bench").read_bytes()


def _write(path: Path, megabytes: int, *, head: bytes = b"") -> None:
    block = os.urandom(_MB)
    with path.open("wb") as file:
        for number in range(megabytes):
            file.write(number.to_bytes(8, "little") + block[8:])
        file.seek(0)
        file.write(head)


if __name__ == "__main__":
    main()
