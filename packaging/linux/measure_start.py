"""How long the window of a bundle takes to appear, compared with a start from the source.

    python packaging/linux/measure_start.py BUNDLE_FOLDER [--runs N]

Both start in turn on a virtual screen, with the same empty home each time. Needs Xvfb and xdotool; run it with the
Python that has the dependencies of Aside. Prints seconds until the window is there, and one JSON object with the ratio.
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
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_DISPLAY = ":96"
_PATIENCE_S = 40.0


def seconds_to_window(command: list[str]) -> float:
    """Start a program and return when its window is there; end it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        environment = {**os.environ, "ASIDE_HOME": home, "DISPLAY": _DISPLAY, "PYTHONPATH": str(_ROOT)}
        environment["QT_QPA_PLATFORM"] = "xcb"
        began = time.perf_counter()
        running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while time.perf_counter() - began < _PATIENCE_S:
                search = ["xdotool", "search", "--onlyvisible", "--pid", str(running.pid), "--name", "Aside"]
                if subprocess.run(search, env=environment, capture_output=True, check=False).stdout.strip():
                    return time.perf_counter() - began
                time.sleep(0.005)
            raise SystemExit(f"no window: {command}")
        finally:
            running.terminate()
            running.wait()


def main() -> int:
    """Measure in turn and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    commands = {"source": [sys.executable, "-m", "ui"], "bundle": [str(arguments.bundle.resolve() / "AsideApp")]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    screen = subprocess.Popen(["Xvfb", _DISPLAY, "-screen", "0", "1400x900x24", "-nolisten", "tcp"])
    try:
        time.sleep(1.0)
        for run in range(arguments.runs + 1):
            for name, command in commands.items():
                took_s = seconds_to_window(command)
                print(f"{name}: {took_s:.3f} s", flush=True)
                if run:  # the first of each warms the disk cache
                    times[name].append(took_s)
    finally:
        screen.terminate()
        screen.wait()
    medians = {name: statistics.median(found) for name, found in times.items()}
    ratio = round(medians["bundle"] / medians["source"], 3)
    print(json.dumps({"time_ratio": ratio, **{f"{name}_s": round(value, 3) for name, value in medians.items()}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
