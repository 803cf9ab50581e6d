"""Replacing a file so that a crash, a full disk or a second writer leaves the old one or the new one, never a part."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.file_facts import NotAFile, read_file
from app.private_files import make_private_folder

_LOCK_TIMEOUT_S = 10.0
_LOCK_MODE = 0o600
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@contextlib.contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Be the only one that changes a file, of all threads and processes: read it within, and write what comes of it.

    Raises `OSError`, too where another does not come to an end.
    """
    import filelock  # it takes asyncio with it: not at the start

    make_private_folder(path.parent)
    with filelock.FileLock(f"{path}.lock", _LOCK_TIMEOUT_S, _LOCK_MODE, preserve_lock_file=True):
        yield


def read_list(path: Path) -> bytes:
    """Return a list that is kept in a file as JSON, an empty one where there is no file; an editor's mark is left out.

    Raises `OSError`.
    """
    try:
        return read_file(path).removeprefix(_BYTE_ORDER_MARK)
    except (FileNotFoundError, NotADirectoryError):
        return b"[]"


def write_atomically(path: Path, content: bytes, *, makes_folders: bool = False) -> None:
    """Write `content` to `path`; raise `OSError` with the old file still in place.

    A link is followed, so that a file kept elsewhere stays there. Without `makes_folders` a folder that has gone, with
    its drive perhaps, is an error and is not made anew. Raises `NotAFile` where something else has the name.
    """
    target = path.resolve()
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(target.stat().st_mode):  # a device would be replaced, a pipe's reader left alone
            raise NotAFile(target)
    if makes_folders:
        make_private_folder(target.parent)
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
