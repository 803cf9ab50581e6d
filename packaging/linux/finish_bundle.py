"""Makes a bundle from PyInstaller ready for other Linux systems: smaller, and content with an older C library."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from build_engine import needed_libraries
from bundle_contents import WINDOW_SYSTEM_LIBRARIES
from lower_symbol_versions import CannotLower, lowered

_ELF = b"\x7fELF"
_KEEP_AS_IS = ("numpy", "PySide6", "shiboken6", "pypdfium2_raw")
"""Stripped already, and some of their sections do not survive it."""


def finish(bundle: Path) -> None:
    """Strip what carries debugging sections, link what is there twice, lower symbol versions."""
    inside = bundle / "_internal"
    drop_orphans(inside)
    link_copies(inside / "llama_cpp" / "lib")
    link_programs(bundle)
    for file in _libraries(inside):
        relative = file.relative_to(inside)
        if relative.parts[0].split(".")[0] in _KEEP_AS_IS:
            continue
        subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)
        lower(file)


def drop_orphans(inside: Path) -> None:
    """Remove libraries of the system that only something left out had asked for, such as Qt's printing."""
    asked_by_name = {*WINDOW_SYSTEM_LIBRARIES}
    while True:
        needed = {name for file in _libraries(inside) for name in needed_libraries(file)} | asked_by_name
        orphans = [
            file
            for file in inside.glob("lib*.so*")
            if file.name not in needed and not file.name.startswith("libpython") and not file.is_symlink()
        ]
        if not orphans:
            return
        for file in orphans:
            file.unlink()


def link_copies(folder: Path) -> None:
    """Let `libx.so` be a link to `libx.so.0` where both are the same: loaded by either name, it must be loaded once."""
    for file in sorted(folder.glob("*.so")):
        for longer in sorted(folder.glob(f"{file.name}.*")):
            if longer.read_bytes() == file.read_bytes():
                file.unlink()
                file.symlink_to(longer.name)
                break


def link_programs(bundle: Path) -> None:
    """Let `aside` be a link to `AsideApp`: on Linux both are the same program, with all of Aside's code inside."""
    console = bundle / "aside"
    console.unlink()
    console.symlink_to("AsideApp")


def lower(file: Path) -> None:
    """Lower a file's symbol versions where that can be done; `check_symbols.py` tells what is left."""
    before = file.read_bytes()
    try:
        after = lowered(before)
    except CannotLower:
        return
    if after != before:
        file.write_bytes(after)


def _libraries(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_file() or ".so" not in file.name:
            continue
        with file.open("rb") as stream:
            if stream.read(4) == _ELF:
                yield file
