"""Opens the files in which a download grows: never through a link, which may lead out of our folders.

What lies at such a name is ours to replace, so whatever is no plain file of one name is removed first.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.private_files import mode_of_files_in

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_TRIES = 8


def open_own(path: Path, flags: int) -> int:
    """Open with `flags` of `os.open` and return the handle, which is of a plain file; raises `OSError`.

    A link, a pipe or a second name of some other file is taken away, not written to.
    """
    truncates = flags & os.O_TRUNC
    for _ in range(_TRIES):
        remove_foreign(path)
        handle = os.open(path, (flags & ~os.O_TRUNC) | _NO_LINK, mode_of_files_in(path.parent))
        status = os.fstat(handle)
        if stat.S_ISREG(status.st_mode) and status.st_nlink <= 1:
            if truncates:
                os.ftruncate(handle, 0)
            return handle
        os.close(handle)
    raise OSError(f"{path.name} is not left alone")


def read_own(path: Path) -> bytes:
    """Return what is in it, nothing but a plain file of one name being read; raises `OSError`."""
    remove_foreign(path)
    with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK), "rb") as file:
        return file.read()


def remove_foreign(path: Path) -> None:
    """Take away what lies there and is no plain file of one name; raises `OSError`."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
        path.unlink()
