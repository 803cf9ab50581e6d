"""Files of a repository: as a list tells them, as the Hub answers for one, and pinned to a commit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

import msgspec

LARGEST_FILE_BYTES = 2**50


class HubFile(msgspec.Struct, frozen=True):
    """Path in the repository, size, and the published SHA-256 (empty for small files)."""

    path: str
    size_bytes: int
    sha256: str = ""

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class FileHead:
    """Commit, size and etag of a file, as far as they are told; `location` is where its bytes are."""

    commit: str
    etag: str
    size_bytes: int | None
    location: str

    @classmethod
    def of(cls, headers: Mapping[str, str], *, location: str, is_redirect: bool) -> Self:
        """Read the headers. Those named `X-Linked-…` speak of the bytes that a redirect leads to."""
        etag = headers.get("x-linked-etag") or headers.get("etag") or ""
        size = headers.get("x-linked-size") or ("" if is_redirect else headers.get("content-length", ""))
        return cls(
            commit=headers.get("x-repo-commit", ""),
            etag=etag.removeprefix("W/").strip('"'),
            size_bytes=int(size) if size.isascii() and size.isdigit() and len(size) < 19 else None,
            location=location,
        )

    @property
    def is_complete(self) -> bool:
        """Whether the file can be downloaded and checked with this."""
        return bool(self.commit and self.etag) and self.size_bytes is not None


_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_GIT_SHA1 = re.compile(r"[0-9a-f]{40}\Z")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """What the Hub says about a file now. `etag` is the SHA-256 of a large file, the git hash of a small one."""

    repo: str
    path: str
    commit: str
    size_bytes: int
    etag: str
    location: str
    """Where the bytes are; a signed address that expires."""

    @property
    def sha256(self) -> str:
        """The published SHA-256; empty for a file that git itself stores."""
        return self.etag if _SHA256.match(self.etag) else ""

    def checked_by(self, sha256: str) -> RemoteFile:
        """Return the file with the hash that the list of its repository tells, where its own answer tells none."""
        return replace(self, etag=sha256) if not self.sha256 and _SHA256.match(sha256) else self

    @property
    def git_sha1(self) -> str:
        """The git hash of a small file, else empty."""
        return self.etag if _GIT_SHA1.match(self.etag) else ""
