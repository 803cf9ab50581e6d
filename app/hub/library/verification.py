"""Reading whole models: their SHA-256, with progress and a way to stop, and the comparison with what is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.cancellation import Cancelled
from app.file_facts import open_file
from app.hub.library.library_file import LibraryEntry, LibraryFilePart

_CHUNK_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """How far a model has been read, all its files together."""

    name: str
    read_bytes: int
    total_bytes: int


OnProgress = Callable[[ReadProgress], None]
IsCancelled = Callable[[], bool]


def no_progress(progress: ReadProgress) -> None:
    """Tell nobody."""


def never_cancelled() -> bool:
    """Go on to the end."""
    return False


def read_parts(
    paths: tuple[Path, ...], *, name: str, on_progress: OnProgress, is_cancelled: IsCancelled
) -> tuple[LibraryFilePart, ...]:
    """Return each file with its size and hash as read. Raises `Cancelled` and `OSError`."""
    import hashlib  # brings OpenSSL, 4 MB, and is seldom needed

    total_bytes = sum(path.stat().st_size for path in paths)
    done_bytes = 0
    parts: list[LibraryFilePart] = []
    buffer = bytearray(_CHUNK_BYTES)
    for path in paths:
        digest = hashlib.sha256()
        size_bytes = 0
        with open_file(path) as file:
            while count := file.readinto(buffer):
                if is_cancelled():
                    raise Cancelled
                digest.update(memoryview(buffer)[:count])
                size_bytes += count
                done_bytes += count
                on_progress(ReadProgress(name, done_bytes, total_bytes))
        parts.append(LibraryFilePart(path=str(path), size_bytes=size_bytes, sha256=digest.hexdigest()))
    return tuple(parts)


def is_as_recorded(entry: LibraryEntry, parts: tuple[LibraryFilePart, ...]) -> bool:
    """Whether the files read are those recorded; a file whose hash was never taken counts by its size."""
    return all(
        known.size_bytes == read.size_bytes and known.sha256 in ("", read.sha256)
        for known, read in zip(entry.files, parts, strict=True)
    )
