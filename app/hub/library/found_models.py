"""Models that lie in our folders without being registered: copied there by hand, or shipped with the app."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.file_facts import full_path, is_file
from app.hub.library.library_model import LibraryModel, ModelOrigin
from app.hub.library.library_state import unregistered_model
from app.hub.library.model_files import ModelFiles

_Stamp = tuple[tuple[int, int] | None, ...]


class FoundModels:
    """Looks for GGUF files in a folder, at any depth; headers are read once while a file stays as it is."""

    def __init__(self, folder: Path, origin: ModelOrigin) -> None:
        self._folder = folder
        self._origin = origin
        self._known: dict[Path, tuple[_Stamp, LibraryModel]] = {}

    def models(self, *, except_for: Iterable[Path] = ()) -> tuple[LibraryModel, ...]:
        """Return the models found whose files are not among `except_for`, named by their file, in its order."""
        known_elsewhere = {_comparable(path) for path in except_for}
        found: dict[Path, LibraryModel] = {}
        for path in self._gguf_files():
            files = ModelFiles.of(path)
            is_known = files.first in found or _comparable(files.first) in known_elsewhere
            if is_known or not files.has_storable_name:
                continue
            model = self._read(files)
            if model.is_for_chat:
                found[files.first] = model
        return tuple(found.values())

    def _gguf_files(self) -> Iterator[Path]:
        try:
            paths = sorted(full_path(self._folder).rglob("*.gguf"))
        except OSError:
            return
        for path in paths:
            hidden = any(part.startswith(".") for part in path.relative_to(full_path(self._folder)).parts)
            if not hidden and is_file(path):
                yield path

    def _read(self, files: ModelFiles) -> LibraryModel:
        stamp = tuple(unchanged_stamp(path) for path in files.paths)
        known = self._known.get(files.first)
        if known is None or known[0] != stamp:
            model = unregistered_model(files, name=files.stem, origin=self._origin)
            known = self._known[files.first] = (stamp, model)
        return known[1]


def unchanged_stamp(path: Path) -> tuple[int, int] | None:
    """Return what differs as soon as a file was written to; `None` if it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _comparable(path: Path) -> str:
    return str(full_path(path))
