"""Models that other apps keep: found and used where they lie, without a copy."""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.file_facts import full_path, is_file, open_file, real_path
from app.hub.library.library_model import LibraryModel, ModelOrigin
from app.hub.library.library_state import unregistered_model
from app.hub.library.model_files import ModelFiles
from app.hub.library.other_apps import FolderLayout, ForeignFolder, OtherApps
from app.text import visible_line

_DEEPEST = 8
_MOST_FILES = 5000
_LARGEST_MANIFEST_BYTES = 1024 * 1024
_OLLAMA_MODEL = "application/vnd.ollama.image.model"
_UNFINISHED = ("incomplete-", ".")
_GGUF_MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    name: str


class ForeignModels:
    """Lists other apps' models: whole ones only, each file once however many names it has. Changes nothing.

    Headers are read once while a file stays as it is. What cannot be read is left out: it is not ours to mend.
    """

    def __init__(self, apps: OtherApps) -> None:
        self._apps = apps
        self._known: dict[Path, tuple[object, LibraryModel]] = {}

    def models(self, *, except_for: Iterable[Path] = ()) -> tuple[LibraryModel, ...]:
        """Return the models found, but for those whose files are among `except_for`."""
        seen = {identity for path in except_for if (identity := _identity(path)) is not None}
        models: list[LibraryModel] = []
        for folder in self._apps.folders():
            for found in _found_in(folder):
                identity = _identity(found.path)
                if identity is None or identity in seen:
                    continue
                seen.add(identity)
                model = self._read(found, folder.origin)
                if model is not None and model.is_usable() and model.is_for_chat:
                    seen.update(i for path in model.files if (i := _identity(path)) is not None)
                    models.append(model)
        return tuple(models)

    def _read(self, found: _Found, origin: ModelOrigin) -> LibraryModel | None:
        files = ModelFiles.of(found.path)
        if not files.has_storable_name or not _is_gguf(found.path):
            return None
        stamp = tuple(unchanged_stamp(path) for path in files.paths)
        known = self._known.get(files.first)
        if known is None or known[0] != stamp:
            model = unregistered_model(files, name=visible_line(found.name) or files.stem, origin=origin)
            known = self._known[files.first] = (stamp, model)
        return known[1]


def _found_in(folder: ForeignFolder) -> Iterator[_Found]:
    match folder.layout:
        case FolderLayout.OLLAMA:
            yield from _ollama_models(folder.path)
        case FolderLayout.HUGGING_FACE:
            for snapshots in sorted(folder.path.glob("models--*/snapshots")):
                yield from _gguf_files(snapshots)
        case FolderLayout.FILES:
            yield from _gguf_files(folder.path)


def _gguf_files(top: Path) -> Iterator[_Found]:
    """Yield files that end in `.gguf`, at a limited depth; links to folders are not followed."""
    count = 0
    for folder, folders, names in os.walk(top, onerror=lambda _error: None):
        path = Path(folder)
        if len(path.relative_to(top).parts) >= _DEEPEST:
            folders.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(".gguf") and not name.startswith(_UNFINISHED):
                count += 1
                if count > _MOST_FILES:
                    return
                file = path / name
                yield _Found(file, path.name if name.lower() == "model.gguf" else "")


def _ollama_models(top: Path) -> Iterator[_Found]:
    manifests = top / "manifests"
    for folder, _, names in os.walk(manifests, onerror=lambda _error: None):
        for name in sorted(names):
            manifest = Path(folder) / name
            digest = _model_digest(manifest)
            if digest:
                relative = manifest.relative_to(manifests).parts
                yield _Found(top / "blobs" / digest.replace(":", "-"), _ollama_name(relative))


def _model_digest(manifest: Path) -> str:
    """Return `sha256:HEX` of the layer that is a model, or an empty string."""
    try:
        with open_file(manifest) as file:
            content: Any = json.loads(file.read(_LARGEST_MANIFEST_BYTES))
        layers = content["layers"]
        for layer in layers:
            digest = layer["digest"]
            if layer["mediaType"] == _OLLAMA_MODEL and _is_digest(digest):
                return str(digest)
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return ""
    return ""


def _is_digest(text: object) -> bool:
    return isinstance(text, str) and text.startswith("sha256:") and len(text) == 71 and text[7:].isalnum()


def _ollama_name(parts: tuple[str, ...]) -> str:
    """Return `qwen3-8b` for `registry.ollama.ai/library/qwen3/8b`."""
    return "-".join(parts[-2:]) if len(parts) >= 2 else parts[-1]


def _is_gguf(path: Path) -> bool:
    with contextlib.suppress(OSError), open_file(path) as file:
        return file.read(4) == _GGUF_MAGIC
    return False


def _identity(path: Path) -> tuple[int, int] | str | None:
    """Return what tells one file from another whatever its path: links and copies by link count as one."""
    try:
        status = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else str(real_path(path))


# Models that lie in our folders without being registered: copied there by hand, or shipped with the app.

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
