"""The unfinished file of a download: `X.part`, what it will be (`X.part.json`), and a lock against a second writer.

Bytes are written in order and without a buffer of ours, so the part's length is what has arrived, also after the
process was killed; what arrived ahead of it over further connections lies in files of its own (`segments.py`).
The lock is the system's, on the part itself: it is gone when its holder dies.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.cancellation import StopSignal
from app.hub.connection.errors import DownloadRunsElsewhere
from app.hub.transfer.own_file import open_own, read_own, remove_foreign
from app.hub.transfer.segments import arrived_bytes, discard_ahead
from app.private_files import make_folder_like_its_parent

_REHASH_BYTES = 1024 * 1024
_LOCK_OFFSET = 2**62  # far behind any data: on Windows a locked region cannot be read


class PartRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What the part will be when it is whole; `verified_mtime_ns` is set once its hash was found right."""

    repo: str
    file: str
    commit: str
    etag: str
    size_bytes: int
    pid: int = 0
    verified_mtime_ns: int = 0


class PartFile:
    """The part beside `target`. Open it with `opened`; it holds the lock until it is closed.

    Every method may raise `OSError`.
    """

    def __init__(self, target: Path) -> None:
        self.path = target.with_name(target.name + ".part")
        self.record_path = target.with_name(target.name + ".part.json")
        self._target = target
        self._handle = -1

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        """Make the part if need be and hold its lock; raises `DownloadRunsElsewhere`."""
        make_folder_like_its_parent(self.path.parent)
        self._handle = self._open_locked()
        try:
            yield
        finally:
            self._close()

    def record(self) -> PartRecord | None:
        """Return what is known of the part; `None` if there is none or it cannot be understood."""
        try:
            return msgspec.json.decode(read_own(self.record_path), type=PartRecord)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def write_record(self, record: PartRecord) -> None:
        remove_foreign(self.record_path)
        write_atomically(self.record_path, msgspec.json.encode(record))

    def size_bytes(self) -> int:
        """Return how much is there from the beginning on."""
        return os.fstat(self._handle).st_size

    def arrived_bytes(self) -> int:
        """Return how much has arrived, what lies ahead included."""
        return arrived_bytes(self.path, self.size_bytes())

    def truncate(self) -> None:
        """Throw away what has arrived."""
        discard_ahead(self.path)
        os.ftruncate(self._handle, 0)

    def append(self, data: memoryview) -> None:
        """Write behind what is there."""
        while data:
            data = data[os.write(self._handle, data) :]

    def seek_end(self) -> None:
        """Go to the end, where `append` writes."""
        os.lseek(self._handle, 0, os.SEEK_END)

    def chunks(self, stop: StopSignal) -> Iterator[memoryview]:
        """Yield what is there from the start, in pieces that are valid until the next one."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        while chunk := os.read(self._handle, _REHASH_BYTES):
            stop.check()
            yield memoryview(chunk)

    def mark_verified(self, record: PartRecord) -> None:
        """Remember that the whole part has the right hash, so that it need not be read again."""
        os.fsync(self._handle)
        mtime_ns = os.fstat(self._handle).st_mtime_ns
        self.write_record(msgspec.structs.replace(record, verified_mtime_ns=mtime_ns))

    def is_verified(self, etag: str, size_bytes: int) -> bool:
        """Whether this very file was found right before, and nobody wrote to it since."""
        record = self.record()
        status = os.fstat(self._handle)
        return (
            record is not None
            and (record.etag, record.size_bytes) == (etag, size_bytes)
            and (status.st_size, status.st_mtime_ns) == (size_bytes, record.verified_mtime_ns)
        )

    def put_in_place(self) -> None:
        """Make the part the file itself, in one step."""
        os.fsync(self._handle)
        if sys.platform == "win32":
            self._close()  # Windows renames no open file
        self.path.replace(self._target)
        self.record_path.unlink(missing_ok=True)
        discard_ahead(self.path)
        _sync_folder(self._target.parent)

    def discard(self) -> None:
        discard_ahead(self.path)
        if sys.platform == "win32":
            self._close()
        self.path.unlink(missing_ok=True)
        self.record_path.unlink(missing_ok=True)

    def _open_locked(self) -> int:
        while True:
            handle = open_own(self.path, os.O_RDWR | os.O_CREAT)
            try:
                if not _try_lock(handle):
                    record = self.record()
                    raise DownloadRunsElsewhere(self._target.name, pid=record.pid or None if record else None)
                if self._is_still_at_its_path(handle):
                    return handle
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)  # its former holder has just put it in place: this would be the finished file

    def _is_still_at_its_path(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self.path.lstat())
        except FileNotFoundError:
            return False

    def _close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def discard_part(target: Path) -> None:
    """Delete what a cancelled download left beside `target`; raises `OSError`."""
    discard_ahead(target.with_name(target.name + ".part"))
    for name in (target.name + ".part", target.name + ".part.json"):
        target.with_name(name).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCK_OFFSET, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
