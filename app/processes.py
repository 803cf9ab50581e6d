"""Starts Aside's own processes, so that nothing that lies in the current folder runs in them.

Python puts the current folder before its own library in a process started with `-c` or `-m`: a `struct.py` beside a
model from somebody would be run there. Our processes get `-P` and this process's own search path instead. It is a flag,
not `PYTHONSAFEPATH`, because an environment is handed on to programs of other people, which may need their folder.
"""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from multiprocessing import util
from multiprocessing.context import SpawnContext
from pathlib import Path
from typing import Any

_SAFE_PATH = "-P"
_RUN_ASIDE = "import sys; sys.path[:] = {path!r}; from ui.__main__ import main; sys.exit(main())"


def spawn_context() -> SpawnContext:
    """Return what starts a child as `multiprocessing` does, without the current folder.

    The child and the tracker of resources that comes with the first one get the flags of this process, and the only
    way to add to them is the function that lists them. A bundle has no folder to leave out, and knows its tracker by
    its flags.
    """
    if not getattr(sys, "frozen", False):
        library: Any = util
        library._args_from_interpreter_flags = _flags  # noqa: SLF001 - neither has a public name
    return multiprocessing.get_context("spawn")


def own_command(*arguments: str) -> list[str]:
    """Return the command line that runs Aside itself with these arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    path = [folder for folder in sys.path if Path(folder).is_absolute()]
    return [sys.executable, *_flags(), "-c", _RUN_ASIDE.format(path=path), *arguments]


def _flags() -> list[str]:
    flags = subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    return flags if _SAFE_PATH in flags or "-I" in flags else [*flags, _SAFE_PATH]
