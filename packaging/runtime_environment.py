"""Runs first in every process of a bundle: puts right what being bundled changes.

- Programs that Aside starts, a browser say, must not load the bundle's libraries; this process has read the path, and
  only its own workers (the engine child) are given it.
- The graphics libraries are the system's, which fit its driver; where it has none, spare ones serve. They are loaded
  when Qt is, not in the engine child.
- `ASIDE_ENGINE_EXECUTABLE` names a program that starts the engine child instead of this one, for trials under an
  emulated processor; it gets the same arguments.
- The sandbox that runs a model's Python is a program of the bundle.
- A folder `aside-home` beside the program makes the copy portable: everything is kept there.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import MutableMapping, Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path

PORTABLE_HOME = "aside-home"


def restore_library_path(environment: MutableMapping[str, str]) -> None:
    """Give started programs the library path that Aside was started with."""
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        original = environment.pop(f"{name}_ORIG", "")
        if original:
            environment[name] = original
        else:
            environment.pop(name, None)


def keep_library_path_for_workers(bundle: Path) -> None:
    """Start workers of `multiprocessing` with the bundle's libraries: for them nobody else sets the path."""
    from multiprocessing import util

    start = util.spawnv_passfds

    def start_with_libraries(path: bytes, arguments: Sequence[str], handles: Sequence[int]) -> int:
        before = os.environ.get("LD_LIBRARY_PATH")
        os.environ["LD_LIBRARY_PATH"] = str(bundle)
        try:
            return start(path, arguments, handles)
        finally:
            if before is None:
                del os.environ["LD_LIBRARY_PATH"]
            else:
                os.environ["LD_LIBRARY_PATH"] = before

    util.spawnv_passfds = start_with_libraries


def portable_home(environment: MutableMapping[str, str], executable: Path) -> Path | None:
    """Return the folder that makes this copy portable, or `None`. `ASIDE_HOME` in the environment wins."""
    if environment.get("ASIDE_HOME"):
        return None
    program = Path(environment["APPIMAGE"]) if environment.get("APPIMAGE") else executable
    folder = program.parent
    for outer in program.parents:
        if outer.suffix == ".app":  # beside the app, not in it: its inside is signed
            folder = outer.parent
    home = folder / PORTABLE_HOME
    return home if home.is_dir() else None


def load_missing(folder: Path) -> list[str]:
    """Load the spare libraries that the system lacks, and return their names; what one needs may come after it."""
    missing = [file for file in sorted(folder.iterdir()) if not _loads(file.name)]
    loaded: list[str] = []
    while True:
        done = [file for file in missing if _loads(str(file))]
        if not done:
            return loaded
        loaded += [file.name for file in done]
        missing = [file for file in missing if file not in done]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True


class SpareLibraries(MetaPathFinder):
    """Finds no module; waits for Qt's window part to be imported and loads what it will need."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: object = None) -> None:
        """Act once, before `PySide6.QtGui` is loaded."""
        if fullname == "PySide6.QtGui":
            sys.meta_path.remove(self)
            load_missing(self._folder / "lib")
            if not Path("/etc/fonts/fonts.conf").exists():
                os.environ.setdefault("FONTCONFIG_FILE", str(self._folder / "fonts.conf"))


def prepare(bundle: Path) -> None:
    """Do all of it for this process."""
    restore_library_path(os.environ)
    if sys.platform == "linux":
        keep_library_path_for_workers(bundle)
    os.environ["MONTY_BIN"] = str(bundle / ("monty.exe" if sys.platform == "win32" else "monty"))
    starter = os.environ.get("ASIDE_ENGINE_EXECUTABLE")
    if starter:
        import multiprocessing

        multiprocessing.set_executable(starter)
    home = portable_home(os.environ, Path(sys.executable))
    if home is not None:
        os.environ["ASIDE_HOME"] = str(home)
    spare = bundle / "spare"
    if spare.is_dir():
        sys.meta_path.insert(0, SpareLibraries(spare))


if getattr(sys, "frozen", False):
    prepare(Path(sys._MEIPASS))  # noqa: SLF001 - PyInstaller's name for the bundle's folder
