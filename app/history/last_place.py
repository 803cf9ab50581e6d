"""What the end of the app would lose when history refuses it: room kept for that, and a file elsewhere for the rest."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_ROOM_BYTES = 2 * 1024 * 1024
_NAME = "aside-not-saved-"


class KeptRoom:
    """Two megabytes beside the database, given back when a full disk refuses what is said last. Never raises."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.stem}.room")

    def keep(self) -> None:
        """Take the room, if it is not taken yet; for a thread."""
        with contextlib.suppress(OSError):
            _write(self._path, os.urandom(_ROOM_BYTES))  # zeros take no room on some disks

    def give_back(self) -> None:
        """Let the database have it."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def places(data: Path) -> tuple[Path, ...]:
    """Return the folders that may be on other disks than the database, or have room where that may not be written."""
    last = Path("/var/tmp")  # it outlives a restart of the computer
    return data, Path.home(), last if last.is_dir() else Path(tempfile.gettempdir())


def write_elsewhere(texts: Sequence[str], folders: Sequence[Path]) -> Path | None:
    """Write what cannot be saved as Markdown into the first folder that takes it; return where, `None` if none does."""
    name = f"{_NAME}{time.strftime('%Y-%m-%d_%H-%M-%S')}.md"
    for folder in folders:
        with contextlib.suppress(OSError):
            _write(folder / name, "\n\n---\n\n".join(texts).encode("utf-8", "replace"))
            return folder / name
    return None


def written_elsewhere(folders: Sequence[Path]) -> list[Path]:
    """Return what was written so and is still there, oldest first."""
    found: set[Path] = set()
    for folder in folders:
        with contextlib.suppress(OSError):
            found.update(one for one in folder.glob(f"{_NAME}*.md") if _is_ours(one.lstat()))
    return sorted(found, key=lambda one: one.name)


def _is_ours(facts: os.stat_result) -> bool:
    """Whether nobody else has put it there: others write to some of these folders, too."""
    return stat.S_ISREG(facts.st_mode) and (os.name == "nt" or facts.st_uid == os.geteuid())


def _write(path: Path, content: bytes) -> None:
    """Make a file for its owner alone: all of it, or none. Raises `OSError`, also if there is one."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            path.unlink()
            raise
