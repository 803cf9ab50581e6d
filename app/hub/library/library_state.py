"""Finding out whether a model can be used now, from what is known of it and what is on the disk."""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError
from app.file_facts import is_file, size_of_file
from app.gguf import GgufHeader, TruncatedGguf, not_a_chat_model, read_header
from app.hub.library.library_file import LibraryEntry
from app.hub.library.library_model import LibraryModel, ModelOrigin, ModelSource, ModelState
from app.hub.library.model_files import ModelFiles


def registered_model(entry: LibraryEntry) -> LibraryModel:
    """Return a registered model with its state now: a stat per file, no reading."""
    return LibraryModel(
        name=entry.name,
        path=Path(entry.files[0].path),
        size_bytes=sum(part.size_bytes for part in entry.files),
        origin=entry.origin,
        state=_registered_state(entry),
        quantization=entry.quantization,
        architecture=entry.architecture,
        sha256=entry.files[0].sha256,
        imported_at=entry.imported_at,
        verified_at=entry.verified_at,
        files=tuple(Path(part.path) for part in entry.files),
        source=ModelSource(entry.repo, entry.commit, entry.repo_paths) if entry.repo else None,
        last_used_at=entry.last_used_at,
    )


def unregistered_model(files: ModelFiles, *, name: str, origin: ModelOrigin) -> LibraryModel:
    """Return a model that lies on the disk, from its header; its state says if that cannot be read."""
    header: GgufHeader | None = None
    state = ModelState.READY if not files.missing() else ModelState.INCOMPLETE
    try:
        for path in files.paths:
            if is_file(path):
                read = read_header(path)
                header = read if path == files.first else header
    except TruncatedGguf:
        state = ModelState.INCOMPLETE
    except PermissionError:  # nothing is wrong with it; whoever reads "damaged" deletes it
        state = ModelState.OFFLINE
    except (UserError, OSError):
        state = ModelState.DAMAGED
    return LibraryModel(
        name=name,
        path=files.first,
        size_bytes=files.size_bytes(),
        origin=origin,
        state=state,
        quantization=header.quantization if header is not None else "",
        architecture=header.architecture if header is not None else "",
        is_for_chat=header is None or not_a_chat_model(header, files.stem) is None,
        files=files.paths,
    )


def _registered_state(entry: LibraryEntry) -> ModelState:
    sizes = [size_of_file(Path(part.path)) for part in entry.files]
    if all(size is None for size in sizes):
        return ModelState.OFFLINE
    if any(size is None or size < part.size_bytes for size, part in zip(sizes, entry.files, strict=True)):
        return ModelState.INCOMPLETE
    if entry.is_damaged or any(size != part.size_bytes for size, part in zip(sizes, entry.files, strict=True)):
        return ModelState.DAMAGED
    return ModelState.READY
