"""The hash of a file as it arrives."""

from __future__ import annotations

from app.hub.connection.remote_file import RemoteFile


class RunningHash:
    """Takes the SHA-256 of what it is given, and git's own hash where that is all the Hub publishes."""

    def __init__(self, remote: RemoteFile) -> None:
        self._remote = remote
        self.start_over()

    def start_over(self) -> None:
        """Forget what was read."""
        import hashlib  # brings OpenSSL, 4 MB: not before something is downloaded

        remote = self._remote
        self._sha256 = hashlib.sha256()
        # A git blob: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects; not used for security here.
        self._git = hashlib.sha1(usedforsecurity=False) if remote.git_sha1 else None
        if self._git is not None:
            self._git.update(b"blob %d\0" % remote.size_bytes)
        self.read_bytes = 0

    def update(self, data: bytes | memoryview) -> None:
        """Take the next piece."""
        self._sha256.update(data)
        if self._git is not None:
            self._git.update(data)
        self.read_bytes += len(data)

    def is_at(self, remote: RemoteFile, read_bytes: int) -> bool:
        """Whether it stands there in this very file."""
        same = (self._remote.etag, self._remote.size_bytes) == (remote.etag, remote.size_bytes)
        return same and self.read_bytes == read_bytes

    def is_right(self) -> bool:
        """Whether all was read and the published hash came out; by size alone if the Hub publishes none."""
        if self.read_bytes != self._remote.size_bytes:
            return False
        if self._git is not None:
            return self._git.hexdigest() == self._remote.git_sha1
        return self._remote.sha256 in ("", self._sha256.hexdigest())

    def sha256(self) -> str:
        """Return the SHA-256 of what was read."""
        return self._sha256.hexdigest()
