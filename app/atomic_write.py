"""Replacing a file so that a crash or a full disk leaves the old one or the new one, never a part."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from app.file_facts import NotAFile, is_file, may_be_there
from app.private_files import make_private_folder


def write_atomically(path: Path, content: bytes, *, makes_folders: bool = False) -> None:
    """Write `content` to `path`; raise `OSError` with the old file still in place.

    A link is followed, so that a file kept elsewhere stays there. Without `makes_folders` a folder that has gone, with
    its drive perhaps, is an error and is not made anew. Raises `NotAFile` where something else has the name.
    """
    target = path.resolve()
    if may_be_there(target) and not is_file(target):  # a device would be replaced, a pipe's reader left alone
        raise NotAFile(target)
    if makes_folders:
        make_private_folder(target.parent)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
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
