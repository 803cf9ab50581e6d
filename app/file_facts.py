"""Questions about a path that anybody may have typed: each has an answer, where `pathlib` may raise.

A name too long for the system, a folder that may not be read, links in a circle, a home that nobody has: such a file is
not there.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a file can be found there."""
    return os.path.isfile(path)  # noqa: PTH113 - `Path.is_file` raises for what is not "not found"


def is_folder(path: Path) -> bool:
    """Whether a folder can be found there."""
    return os.path.isdir(path)  # noqa: PTH112 - as above


def may_be_there(path: Path) -> bool:
    """Whether something is there, or the system does not let us know: trying to open it will tell."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def size_of_file(path: Path) -> int | None:
    """Return the size in bytes; `None` where there is no file."""
    try:
        return path.stat().st_size if is_file(path) else None
    except (OSError, ValueError):
        return None


def real_path(path: Path) -> Path:
    """Return the path without links, as far as they lead somewhere."""
    try:
        return Path(os.path.realpath(path))  # `Path.resolve` raises for links in a circle
    except (OSError, ValueError):
        return path


def full_path(path: Path) -> Path:
    """Return the path from the root on, with `~` as the home it means."""
    expanded = Path(os.path.expanduser(path))  # noqa: PTH111 - `Path.expanduser` raises where nobody has that name
    try:
        return expanded.absolute()
    except OSError:  # the working folder was deleted
        return expanded
