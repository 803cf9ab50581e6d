"""What the fake Hub holds: repositories and their files, small ones in memory, large ones made up as they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

COMMIT = "0123456789abcdef0123456789abcdef01234567"
_BLOCK = 2**20


class FakeFile:
    """Bytes with a size and a hash."""

    size: int

    def read(self, start: int, length: int) -> bytes:
        """Return a piece."""
        raise NotImplementedError

    def chunks(self, start: int, end: int, *, at_most: int = _BLOCK) -> Iterator[bytes]:
        """Yield the bytes from start to end (exclusive)."""
        while start < end:
            length = min(at_most, end - start)
            yield self.read(start, length)
            start += length

    @cached_property
    def sha256(self) -> str:
        """Its hash as the Hub publishes it."""
        digest = hashlib.sha256()
        for chunk in self.chunks(0, self.size):
            digest.update(chunk)
        return digest.hexdigest()

    @property
    def git_sha1(self) -> str:
        """Its hash as git has it; only for small ones."""
        return hashlib.sha1(b"blob %d\0" % self.size + self.read(0, self.size)).hexdigest()


class BytesFile(FakeFile):
    """A file in memory."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.size = len(content)

    def read(self, start: int, length: int) -> bytes:
        return self.content[start : start + length]


class DiskFile(FakeFile):
    """A file on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = path.stat().st_size

    def read(self, start: int, length: int) -> bytes:
        with self.path.open("rb") as file:
            file.seek(start)
            return file.read(length)


class EndlessFile(FakeFile):
    """A head and then a large file without the memory: blocks that differ by their number."""

    def __init__(self, size: int, *, head: bytes = b"", seed: int = 1) -> None:
        self.size = size
        self.head = head
        self._seed = seed
        self._noise = hashlib.shake_128(str(seed).encode()).digest(_BLOCK - 16)

    def read(self, start: int, length: int) -> bytes:
        end = min(start + length, self.size)
        pieces: list[bytes] = []
        if start < len(self.head):
            pieces.append(self.head[start:end])
            start = min(end, len(self.head))
        while start < end:
            number, offset = divmod(start, _BLOCK)
            block = b"%016d" % number + self._noise
            piece = block[offset : offset + end - start]
            pieces.append(piece)
            start += len(piece)
        return b"".join(pieces)


@dataclass
class FakeRepository:
    """A model on the fake Hub."""

    name: str
    files: dict[str, FakeFile]
    gated: str | bool = False
    is_private: bool = False
    downloads: int = 1234
    likes: int = 5
    trending: int = 0
    last_modified: str = "2026-08-01T12:00:00.000Z"
    tags: list[str] = field(default_factory=lambda: ["gguf", "license:apache-2.0", "text-generation"])
    card: dict[str, Any] = field(default_factory=lambda: {"license": "apache-2.0", "base_model": ["org/base"]})
    gguf: dict[str, Any] | None = field(
        default_factory=lambda: {"total": 134515008, "architecture": "llama", "context_length": 8192}
    )
    commit: str = COMMIT
    small: set[str] = field(default_factory=lambda: {"README.md", "config.json"})
    """Files that git itself stores."""

    def etag(self, path: str) -> str:
        """The hash published for a file."""
        file = self.files[path]
        return file.git_sha1 if path in self.small else file.sha256

    def described(self, *, with_blobs: bool) -> dict[str, Any]:
        """Return the answer of `/api/models/ID`."""
        return {
            "_id": "x",
            "id": self.name,
            "modelId": self.name,
            "author": self.name.split("/")[0],
            "sha": self.commit,
            "lastModified": self.last_modified,
            "createdAt": "2026-07-01T00:00:00.000Z",
            "private": self.is_private,
            "gated": self.gated,
            "disabled": False,
            "downloads": self.downloads,
            "likes": self.likes,
            "trendingScore": self.trending,
            "library_name": "gguf",
            "pipeline_tag": "text-generation",
            "tags": self.tags,
            "cardData": self.card,
            "gguf": self.gguf,
            "usedStorage": 1,
            "siblings": [self._sibling(path, with_blobs=with_blobs) for path in self.files],
        }

    def entry(self, path: str) -> dict[str, Any]:
        """Return a file as `/tree/` lists it."""
        file = self.files[path]
        entry: dict[str, Any] = {"type": "file", "oid": "0" * 40, "size": file.size, "path": path}
        if path not in self.small:
            entry["lfs"] = {"oid": file.sha256, "size": file.size, "pointerSize": 134}
        return entry

    def _sibling(self, path: str, *, with_blobs: bool) -> dict[str, Any]:
        if not with_blobs:
            return {"rfilename": path}
        file = self.files[path]
        sibling: dict[str, Any] = {"rfilename": path, "size": file.size, "blobId": "0" * 40}
        if path not in self.small:
            sibling["lfs"] = {"sha256": file.sha256, "size": file.size, "pointerSize": 134}
        return sibling
