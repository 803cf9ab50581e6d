"""Files and folders of ours are for their owner alone (0700 and 0600), whoever started Aside with whatever umask.

The umask of the window stays as it is: what a person exports elsewhere, a models folder that was chosen, and programs
that the window starts get what that says. Only the engine child, which writes nowhere else, has one of its own.

On Windows nothing is done: everything of ours lies in the profile, which only its owner may read.
"""

from __future__ import annotations

import contextlib
import os
import stat
import threading
from collections import deque
from collections.abc import Iterable
from pathlib import Path

_FOLDER = 0o700
_FILE = 0o600
_OTHERS = 0o077
_MOST_ENTRIES = 20_000
"""Looked at in one start: some tens of milliseconds."""
_making = threading.Lock()


def make_private_folder(folder: Path) -> None:
    """Make a folder of ours, with those above it that are missing; one that is there stays. Raises `OSError`."""
    _make_folder(folder, _FOLDER)


def make_folder_like_its_parent(folder: Path) -> None:
    """Make a folder that only its owner may enter if that is so of the one it is made in. Raises `OSError`."""
    above = folder
    while not above.exists() and above != above.parent:
        above = above.parent
    _make_folder(folder, _FOLDER if _is_private(above) else 0o777)


def mode_of_files_in(folder: Path) -> int:
    """Return what a file that is made there should be given, before the umask."""
    return _FILE if _is_private(folder) else 0o666


def make_private_file(path: Path) -> None:
    """Make an empty file of ours if there is none, before it is opened by whatever knows nothing of rights.

    What SQLite puts beside a database gets the rights of that. One that is there is not opened: closing it would end
    the locks that SQLite holds on it in this process. Raises `OSError`.
    """
    with _making, contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE))


def make_private(path: Path) -> None:
    """Take the rights of others from a file or folder of ours, if it has any and we may."""
    with contextlib.suppress(OSError):
        _mend(path, path.lstat())


def mend_folders(folders: Iterable[Path]) -> None:
    """Make everything in these folders private: an earlier version may have left it open. Links are not followed.

    The folders themselves come first, and what lies deepest last: of a home of more than `_MOST_ENTRIES` files the rest
    is shut off by the folders above it.
    """
    if os.name == "nt":
        return
    waiting = deque(folder for folder in folders if folder.is_dir())
    for folder in waiting:
        make_private(folder.resolve())
    left = _MOST_ENTRIES
    while waiting and left > 0:
        with contextlib.suppress(OSError), os.scandir(waiting.popleft()) as entries:
            for entry in entries:
                left -= 1
                with contextlib.suppress(OSError):
                    found = entry.stat(follow_symlinks=False)
                    _mend(Path(entry.path), found)
                    if stat.S_ISDIR(found.st_mode):
                        waiting.append(Path(entry.path))


def _mend(path: Path, found: os.stat_result) -> None:
    is_ours = stat.S_ISDIR(found.st_mode) or (stat.S_ISREG(found.st_mode) and found.st_nlink == 1)
    if is_ours and found.st_mode & _OTHERS and os.name != "nt" and found.st_uid == os.geteuid():
        path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)


def _make_folder(folder: Path, mode: int) -> None:
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make_folder(folder.parent, mode)
    folder.mkdir(mode, exist_ok=True)


def _is_private(folder: Path) -> bool:
    try:
        return not folder.stat().st_mode & _OTHERS
    except OSError:
        return False
