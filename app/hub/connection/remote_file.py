"""A file on the Hub, pinned to one commit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

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
