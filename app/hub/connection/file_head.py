"""What the answer to a HEAD request for a file of the Hub says about the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self


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
