"""Questions about a path that anybody may have typed: each has an answer, where `pathlib` may raise.

A name too long for the system, a folder that may not be read, links in a circle, a home that nobody has: such a file is
not there. And the one way in which files are opened for reading: a pipe, a device or a socket is no file.
"""

from __future__ import annotations

import errno
import io
import os
import stat
import threading
from collections import Counter
from pathlib import Path

_LARGEST_BYTES = 256 * 2**20
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class NotAFile(OSError):
    """What has that name is a folder, a pipe, a device or a socket."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "it is no ordinary file", str(path))


class LockedFiles:
    """Databases that SQLite has open in this process, under whatever name.

    Whoever else opens and closes such a file here ends all locks that the process has on it (POSIX), and then another
    process that closes the database takes itself for the last one, and throws away the log that is still written.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count: Counter[tuple[int, int]] = Counter()

    def add(self, identity: tuple[int, int]) -> None:
        """Count one more connection to the file of this device and inode."""
        with self._lock:
            self._count[identity] += 1

    def remove(self, identity: tuple[int, int]) -> None:
        """Count one less."""
        with self._lock:
            self._count[identity] -= 1
            if not self._count[identity]:
                del self._count[identity]

    def __contains__(self, identity: tuple[int, int]) -> bool:
        with self._lock:
            return identity in self._count


locked_files = LockedFiles()
"""Of this process."""


def open_file(path: Path) -> io.BufferedReader:
    """Open a file for reading, following links, and never wait: a pipe would hang, and a device never end.

    A device is not even touched, unless it takes the file's place at this very moment, nor is one of `locked_files`.
    Raises `NotAFile`, `OSError` and `ValueError`, as `Path.open` does.
    """
    found = path.stat()
    _check_kind(path, found)
    if (found.st_dev, found.st_ino) in locked_files:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
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
