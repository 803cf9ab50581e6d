"""Bytes that arrived before those in front of them: `X.part.START` beside `X.part`.

Like the part it is written in order and without a buffer of ours: its length is what has arrived, whatever happened
to the process. Nothing else needs to be recorded.
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from app.hub.transfer.own_file import open_own

_START = re.compile(r"\.(\d{1,18})\Z", re.ASCII)


class SegmentFile:
    """A segment of a file that begins at `start`. Every method may raise `OSError`.

    One thread appends, another may read meanwhile, up to what it was told has been written.
    """

    def __init__(self, part_path: Path, start: int) -> None:
        self.path = part_path.with_name(f"{part_path.name}.{start}")
        self.start = start
        self._writing = -1
        self._reading = -1

    @classmethod
    def left_of(cls, part_path: Path) -> list[tuple[SegmentFile, int]]:
        """Return what lies there from earlier, with the length of each, in order."""
        found: list[tuple[SegmentFile, int]] = []
        with contextlib.suppress(FileNotFoundError):
            for path in part_path.parent.iterdir():
                match = _START.search(path.name)
                if match is not None and path.name == f"{part_path.name}.{int(match[1])}":
                    found.append((cls(part_path, int(match[1])), path.lstat().st_size))
        return sorted(found, key=lambda file_and_size: file_and_size[0].start)

    def create(self) -> None:
        """Begin with nothing."""
        self._writing = open_own(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

    def append(self, data: memoryview) -> None:
        """Write behind what is there."""
        while data:
            data = data[os.write(self._writing, data) :]

    def end_writing(self) -> None:
        """Close what `create` opened."""
        if self._writing >= 0:
            os.close(self._writing)
            self._writing = -1

    def read(self, offset: int, at_most: int) -> bytes:
        """Return bytes from `offset`, counted from the beginning of this file."""
        if self._reading < 0:
            self._reading = open_own(self.path, os.O_RDONLY)
        os.lseek(self._reading, offset, os.SEEK_SET)
        return os.read(self._reading, at_most)

    def end_reading(self) -> None:
        """Close what `read` opened."""
        if self._reading >= 0:
            os.close(self._reading)
            self._reading = -1

    def delete(self) -> None:
        """Delete it; nobody may be writing."""
        self.end_reading()
        self.path.unlink(missing_ok=True)


def discard_ahead(part_path: Path) -> None:
    """Delete everything that lies ahead of a part; raises `OSError`."""
    for file, _ in SegmentFile.left_of(part_path):
        file.delete()


def arrived_bytes(part_path: Path, part_bytes: int) -> int:
    """Return how much of a file there is, in its part and ahead of it, nothing counted twice; raises `OSError`."""
    total = end = part_bytes
    for file, size_bytes in SegmentFile.left_of(part_path):
        total += max(0, file.start + size_bytes - max(end, file.start))
        end = max(end, file.start + size_bytes)
    return total
