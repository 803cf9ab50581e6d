"""What is remembered of a registered model."""

from __future__ import annotations

import msgspec

from app.hub.library.library_model import ModelOrigin


class LibraryFilePart(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a model; `sha256` is empty where it was never taken."""

    path: str
    size_bytes: int
    sha256: str = ""


class LibraryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A registered model as it stands in the library file; a shard set has several files."""

    name: str
    files: tuple[LibraryFilePart, ...]
    origin: ModelOrigin
    quantization: str = ""
    architecture: str = ""
    imported_at: float | None = None
    verified_at: float | None = None
    is_damaged: bool = False
    """What the last verification found."""
    repo: str = ""
    """Where on the Hub it came from; empty if from elsewhere."""
    commit: str = ""
    repo_paths: tuple[str, ...] = ()
    """The files' paths in the repository."""
    last_used_at: float | None = None
    is_forgotten: bool = False
    """Not shown although its file is there, where another app keeps it; importing it shows it again."""
