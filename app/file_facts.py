"""Questions about a path that anybody may have typed: each has an answer, where `pathlib` may raise.

A name too long for the system, a folder that may not be read, links in a circle, a home that nobody has: such a file is
not there. And the one way in which files are opened for reading: a pipe, a device or a socket is no file.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path

_LARGEST_BYTES = 256 * 2**20
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class NotAFile(OSError):
    """What has that name is a folder, a pipe, a device or a socket."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "it is no ordinary file", str(path))


def open_file(path: Path) -> io.BufferedReader:
    """Open a file for reading, following links, and never wait: a pipe would hang, and a device never end.

    A device is not even touched, unless it takes the file's place at this very moment. Raises `NotAFile`, `OSError` and
    `ValueError`, as `Path.open` does.
    """
    _check_kind(path, path.stat())
    handle = os.open(path, _FLAGS)
    try:
        _check_kind(path, os.fstat(handle))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_file(path: Path, *, longest_bytes: int = _LARGEST_BYTES) -> bytes:
    """Return the content of a file; raises what `open_file` does, and `OSError` where it is longer than that."""
    with open_file(path) as file:
        if os.fstat(file.fileno()).st_size > longest_bytes:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return file.read()


def _check_kind(path: Path, facts: os.stat_result) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise NotAFile(path)


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
