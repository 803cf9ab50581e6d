"""Answers of the Hub kept on disk, so that a page opened again needs no second download."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import TypeVar

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file
from app.private_files import make_private_folder

T = TypeVar("T")

_MOST_FILES = 400
_LARGEST_BYTES = 16 * 2**20


class AnswerCache:
    """Keeps values by a key that says everything about them (repository and commit): they never go stale.

    It is only for speed: whatever fails, the value counts as absent. The oldest are dropped.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str, answer_type: type[T]) -> T | None:
        """Return what was kept; `None` if nothing was, or it cannot be understood."""
        path = self._path(key)
        try:
            value = msgspec.json.decode(read_file(path), type=answer_type)
            os.utime(path, (time.time(), time.time()))
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return value

    def put(self, key: str, value: object) -> None:
        content = msgspec.json.encode(value)
        if len(content) > _LARGEST_BYTES:
            return
        with contextlib.suppress(OSError):
            make_private_folder(self._folder)
            write_atomically(self._path(key), content)
            self._drop_oldest()

    def _path(self, key: str) -> Path:
        import hashlib  # brings OpenSSL, 4 MB: not before the Hub is asked

        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()[:40]}.json"

    def _drop_oldest(self) -> None:
        paths = list(self._folder.glob("*.json"))
        if len(paths) <= _MOST_FILES:
            return
        paths.sort(key=lambda path: path.stat().st_mtime)
        for path in paths[: len(paths) - _MOST_FILES]:
            path.unlink(missing_ok=True)
