"""How many of the best processor modules proved too new for this computer, remembered in one small file.

A release engine has a module for each generation of processors, and llama.cpp takes the best that the processor claims
to run. Some claims are wrong: a virtual machine, an emulator or an old kernel may name instructions and refuse them.
The child then dies of an illegal instruction; whoever sees that notes it here, and the next child takes a lesser one.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import platform
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file
from app.paths import AppPaths

_TOLD_OF_PROCESSOR = ("model name", "flags", "Features", "CPU part")
"""Lines of `/proc/cpuinfo` that change when the files move to another computer."""


class _Noted(msgspec.Struct, frozen=True):
    processor: str
    avoided: int


class CpuBlocklist:
    """A file; one that cannot be read, or that is of another processor or engine, says that nothing is avoided."""

    def __init__(self, file: Path, *, processor: str | None = None) -> None:
        self._file = file
        self._processor = processor if processor is not None else _this_processor()

    @classmethod
    def of_this_computer(cls) -> CpuBlocklist:
        """Return the record beside the other caches."""
        return cls(AppPaths.from_environment().avoided_processor_modules)

    def avoided(self) -> int:
        """Return how many of the best modules are to be left out."""
        try:
            noted = msgspec.json.decode(read_file(self._file), type=_Noted)
        except (OSError, msgspec.MsgspecError):
            return 0
        return max(0, noted.avoided) if noted.processor == self._processor else 0

    def avoid_one_more(self) -> None:
        """Note that the best of those that are left died here."""
        noted = _Noted(self._processor, self.avoided() + 1)
        with contextlib.suppress(OSError):
            write_atomically(self._file, msgspec.json.encode(noted), makes_folders=True)


def _this_processor() -> str:
    facts = [platform.machine(), platform.processor(), _engine_version()]
    with contextlib.suppress(OSError):
        lines = read_file(Path("/proc/cpuinfo")).decode(errors="replace").split("\n\n")[0].splitlines()
        facts += [line for line in lines if line.startswith(_TOLD_OF_PROCESSOR)]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def _engine_version() -> str:
    try:
        return importlib.metadata.version("llama_cpp_python")
    except importlib.metadata.PackageNotFoundError:
        return ""
