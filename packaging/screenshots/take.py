"""Takes pictures of the real window: `python packaging/screenshots/take.py` makes those of the README again.

`--scenes all --out FOLDER` takes every scene, to be looked at; `--theme`, `--language`, `--text-scale`, `--size` and
`QT_SCALE_FACTOR` say how. It starts an X server of its own (Xvfb) and keeps everything in a temporary home.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(FOLDER)]

if TYPE_CHECKING:
    from scenes import Stage

_README = (("light", "code=chat-light"), ("dark", "live=chat-dark"), ("light", "models,settings"))
_LARGEST_BYTES = 200_000


def main() -> int:
    """Take the pictures and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", help="names with commas, each perhaps =FILE; `all`; without it the README's")
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", default="en")
    parser.add_argument("--text-scale", type=float, default=1.0)
    parser.add_argument("--size", default="1280x860", help="of the window, before QT_SCALE_FACTOR")
    options = parser.parse_args()
    if options.scenes is None:
        for theme, scenes in _README:
            subprocess.run([sys.executable, __file__, "--theme", theme, "--scenes", scenes], check=True)
        return 0
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        width, height = (int(float(os.environ.get("QT_SCALE_FACTOR", "1")) * int(px)) for px in options.size.split("x"))
        os.environ.update(ASIDE_HOME=home, QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        from shown_hub import shown_hub

        os.environ["HF_ENDPOINT"] = stack.enter_context(shown_hub(Path(home))).endpoint
        os.environ["DISPLAY"] = stack.enter_context(x_server(width, height))
        from scenes import SCENES, Stage

        with Stage(options) as stage:
            take(stage, SCENES, options.scenes, options.out)
    return 0


def take(stage: Stage, scenes: dict[str, Callable[[Stage], None]], wanted: str, out: Path) -> None:
    """Play the wanted scenes, and keep a picture of each."""
    out.mkdir(parents=True, exist_ok=True)
    for part in list(scenes) if wanted == "all" else wanted.split(","):
        name, _, file = part.partition("=")
        try:
            scenes[name](stage)
            stage.settle()
            stage.keep(out / f"{file or name}.png", largest_bytes=_LARGEST_BYTES)
            print(name)
        except Exception as error:
            print(f"{name}: {error!r}")
        stage.tidy()


@contextmanager
def x_server(width: int, height: int) -> Iterator[str]:
    """Run an X server whose screen is as large as the window; give the name of its display."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write_end,), stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as display:
            yield f":{display.readline().strip()}"
    finally:
        time.sleep(0.1)
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main())
