"""The registered models: an entry of the list, and the list on disk."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.atomic_write import only_writer, write_atomically
from app.file_facts import read_file
from app.hub.library.errors import LibraryNotSaved
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


Change = Callable[[tuple[LibraryEntry, ...]], tuple[LibraryEntry, ...]]


class _Contents(msgspec.Struct):
    models: list[msgspec.Raw] = []


class LibraryFile:
    """Reads the entries, and changes them one process at a time.

    Entries that this version does not understand are kept as they are. A file that is not ours to read is moved
    beside itself under a dated name before it would be overwritten.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self) -> tuple[LibraryEntry, ...]:
        """Return the registered models; none if the file is missing or unreadable."""
        return _understood(self._read())[0]

    def change(self, change: Change) -> tuple[LibraryEntry, ...]:
        """Replace the entries by what `change` makes of them, and return those; raises `LibraryNotSaved`."""
        try:
            with only_writer(self._path):
                stored = self._read()
                if stored is None:
                    self._move_aside()
                entries, foreign = _understood(stored)
                changed = change(entries)
                if changed != entries:
                    contents = {"models": [*changed, *foreign]}
                    write_atomically(self._path, msgspec.json.format(msgspec.json.encode(contents), indent=2) + b"\n")
        except OSError as error:
            raise LibraryNotSaved(self._path, details=f"{type(error).__name__}: {error}") from error
        return changed

    def _read(self) -> _Contents | None:
        """Return what is stored; `None` if it cannot be understood."""
        try:
            return msgspec.json.decode(read_file(self._path), type=_Contents)
        except FileNotFoundError:
            return _Contents()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def _move_aside(self) -> None:
        moment = dt.datetime.now().strftime("%Y-%m-%d_%H-%M-%S-%f")
        with contextlib.suppress(FileNotFoundError):
            self._path.rename(self._path.with_name(f"{self._path.stem}.broken-{moment}{self._path.suffix}"))


def _understood(stored: _Contents | None) -> tuple[tuple[LibraryEntry, ...], tuple[msgspec.Raw, ...]]:
    entries: list[LibraryEntry] = []
    foreign: list[msgspec.Raw] = []
    for raw in stored.models if stored is not None else ():
        try:
            entry = msgspec.json.decode(raw, type=LibraryEntry)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            foreign.append(raw)
            continue
        if entry.files:
            entries.append(entry)
        else:
            foreign.append(raw)
    return tuple(entries), tuple(foreign)
