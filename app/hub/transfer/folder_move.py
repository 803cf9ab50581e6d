"""Moves the models folder to another place, perhaps on another disk, without losing a model on the way."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from app.cancellation import StopSignal
from app.file_facts import is_file, is_folder, open_file
from app.hub.library.errors import ModelsAreOffline
from app.hub.library.library import Library
from app.hub.transfer.disk import RoomNeed, check_room, disk_problem
from app.hub.transfer.model_download import remove_empty_folders
from app.hub.transfer.own_file import open_own
from app.private_files import make_folder_like_its_parent

_CHUNK_BYTES = 4 * 1024 * 1024

OnMoved = Callable[[int, int], None]
"""Gets the bytes moved and all bytes."""


class FolderMove:
    """Moves file by file; after each the library knows where it is, so that a stop or a crash loses nothing.

    No download may run meanwhile. Afterwards the setting is to be changed and a new `Library` made.
    """

    def __init__(self, library: Library, new_folder: Path, *, stop: StopSignal, on_moved: OnMoved) -> None:
        self._library = library
        self._old = library.models_folder
        self._new = new_folder
        self._stop = stop
        self._on_moved = on_moved

    def run(self) -> None:
        """Move everything. Raises `DiskProblem`, `ModelsAreOffline`, `LibraryNotSaved` and `Cancelled`."""
        if not is_folder(self._old) and self._library.has_models_in(self._old):
            raise ModelsAreOffline([str(self._old)])
        paths = sorted(path for path in self._old.rglob("*") if is_file(path) and not path.is_symlink())
        sizes = {path: path.stat().st_size for path in paths}
        targets = {path: self._new / path.relative_to(self._old) for path in paths}
        if not self._is_same_disk():
            check_room(RoomNeed(targets[path], sizes[path]) for path in paths)
        moved = 0
        for path in paths:
            self._stop.check()
            try:
                make_folder_like_its_parent(targets[path].parent)
                self._move(path, targets[path])
            except OSError as error:
                raise disk_problem(error, targets[path], size_bytes=sizes[path]) from error
            self._library.relocate(path, targets[path])
            remove_empty_folders(path.parent, self._old)
            moved += sizes[path]
            self._on_moved(moved, sum(sizes.values()))

    def _move(self, path: Path, target: Path) -> None:
        try:
            path.replace(target)
        except OSError as error:
            if error.errno != errno.EXDEV and getattr(error, "winerror", None) != 17:
                raise
            self._copy(path, target)
            path.unlink()

    def _copy(self, path: Path, target: Path) -> None:
        unfinished = target.with_name(target.name + ".moving")
        try:
            handle = open_own(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            with open_file(path) as source, os.fdopen(handle, "wb", buffering=0) as copy:
                while chunk := source.read(_CHUNK_BYTES):
                    self._stop.check()
                    view = memoryview(chunk)
                    while view:
                        view = view[copy.write(view) :]
                os.fsync(copy.fileno())
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)

    def _is_same_disk(self) -> bool:
        folder = self._new
        try:
            while not folder.exists() and folder != folder.parent:
                folder = folder.parent
            return folder.stat().st_dev == self._old.stat().st_dev
        except OSError:
            return False
