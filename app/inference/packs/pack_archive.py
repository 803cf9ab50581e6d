"""Reads a pack file from its beginning, once: manifest and signature first, and no more until they are believed.

What is unpacked is bounded at every step: a small file that unpacks to gigabytes is left at its first megabytes.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from app.file_facts import open_file
from app.inference.packs.errors import NotAPack
from app.inference.packs.pack_manifest import MANIFEST_NAME, SIGNATURE_NAME, PackManifest

_FRONT_BYTES = 1_000_000
"""Most that manifest and signature may take, with what tar puts around them."""
_MOST_BYTES = 8 << 30
_AROUND_BYTES = 16_384
"""What tar may put around a file."""
_CHUNK_BYTES = 1 << 20
_GZIP = b"\x1f\x8b"
_FAULTS = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError, ValueError)


class PackArchive:
    """A pack file that is open. Raises `NotAPack` wherever it is none, or is cut short."""

    def __init__(self, file: Path) -> None:
        self._name = file.name
        self._stack = contextlib.ExitStack()
        try:
            with self._telling():
                self._bytes = _Bounded(self._open(file))
                self._archive = self._stack.enter_context(tarfile.TarFile.open(fileobj=self._bytes, mode="r|"))
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def front(self) -> tuple[bytes, bytes]:
        """Return the manifest and its signature, which is empty where there is none."""
        with self._telling():
            manifest = self._next(MANIFEST_NAME)
            if manifest is None:
                raise NotAPack(file=self._name, details=f"{MANIFEST_NAME} is not its first file")
            content = self._content(manifest)
            self._held_back = self._archive.next()
            if self._held_back is None or _name_of(self._held_back) != SIGNATURE_NAME:
                return content, b""
            signature = self._content(self._held_back)
            self._held_back = None
            return content, signature

    def files(self, manifest: PackManifest) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Yield each file of the manifest with its content, to be read at once; one more, less or twice is no pack."""
        most = sum(manifest.sizes.values()) if manifest.sizes else _MOST_BYTES
        self._bytes.allow(most + (len(manifest.files) + 2) * _AROUND_BYTES)
        left = set(manifest.files)
        while True:
            with self._telling():
                member, self._held_back = self._held_back or self._archive.next(), None
            if member is None:
                break
            name = _name_of(member)
            if name not in left or not member.isreg():
                raise NotAPack(file=self._name, details=f"{name[:80]!r} does not belong into it")
            if manifest.sizes and member.size != manifest.sizes[name]:
                raise NotAPack(file=self._name, details=f"{name} is of another size than it says")
            left.remove(name)
            yield name, self._chunks(member)
        if left:
            raise NotAPack(file=self._name, details=f"{min(left)} is missing")
        with self._telling():
            while self._bytes.read(_CHUNK_BYTES):  # to the end, where compressed data says whether it is whole
                pass

    def _open(self, file: Path) -> BinaryIO:
        try:
            opened = self._stack.enter_context(open_file(file))
        except OSError as error:
            raise NotAPack(file=file.name, details=str(error)) from error
        begin = opened.read(len(_GZIP))
        opened.seek(0)
        return self._stack.enter_context(gzip.open(opened)) if begin == _GZIP else opened  # type: ignore[return-value]

    def _next(self, name: str) -> tarfile.TarInfo | None:
        member = self._archive.next()
        return member if member is not None and _name_of(member) == name and member.isreg() else None

    def _chunks(self, member: tarfile.TarInfo) -> Iterator[bytes]:
        stream = self._archive.extractfile(member)
        assert stream is not None, "it is a regular file"
        while True:
            with self._telling():
                data = stream.read(_CHUNK_BYTES)
            if not data:
                return
            yield data

    def _content(self, member: tarfile.TarInfo) -> bytes:
        stream = self._archive.extractfile(member)
        return stream.read() if stream is not None else b""

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except _FAULTS as error:
            raise NotAPack(file=self._name, details=repr(error)) from error


class _Bounded(io.RawIOBase):
    """Passes bytes on until as many have come as are allowed; then it is a fault to ask for more."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self._left = _FRONT_BYTES

    def allow(self, count: int) -> None:
        self._left = count

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._source.read(min(size, self._left + 1) if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise tarfile.ReadError("more unpacks than it says")
        return data


def _name_of(member: tarfile.TarInfo) -> str:
    return member.name.removeprefix("./")
