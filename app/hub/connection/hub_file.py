"""A file of a repository on the Hub."""

from __future__ import annotations

import msgspec

LARGEST_FILE_BYTES = 2**50


class HubFile(msgspec.Struct, frozen=True):
    """Path in the repository, size, and the published SHA-256 (empty for small files)."""

    path: str
    size_bytes: int
    sha256: str = ""

    @property
    def name(self) -> str:
        """The path's last part."""
        return self.path.rsplit("/", 1)[-1]
