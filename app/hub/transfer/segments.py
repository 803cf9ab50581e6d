"""What of a file arrived ahead of its part, in files of its own (`X.part.START` beside `X.part`), and who fetches what.

Like the part such a file is written in order and without a buffer of ours: its length is what has arrived, whatever
happened to the process. Nothing else needs to be recorded.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.hub.connection.policies import RangePolicy
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


_SEGMENTS_AHEAD = 24
_OWN_SEGMENTS = 4


@dataclass(slots=True, eq=False)
class Segment:
    """Bytes from `start` to `end` (exclusive), of which `arrived` are on the disk; belongs to `SegmentMap`."""

    file: SegmentFile
    end: int
    arrived: int = 0
    is_active: bool = True

    @property
    def start(self) -> int:
        """Where it begins in the file."""
        return self.file.start

    @property
    def reached(self) -> int:
        """Up to where its bytes are there."""
        return self.start + self.arrived


class SegmentMap:
    """Shared by the thread that fills the part in order (`frontier` is how far it is) and those that fetch ahead.

    No byte belongs to two of them. The one at the front owns what lies between `frontier` and `own_end`.
    """

    def __init__(self, part_path: Path, size_bytes: int, frontier: int, policy: RangePolicy) -> None:
        self._part_path = part_path
        self._size_bytes = size_bytes
        self._policy = policy
        self._lock = threading.Condition()
        self._segments: list[Segment] = []
        self.frontier = frontier
        self._own_end = frontier
        self.arrived_bytes = frontier
        """All that is there, in the part and ahead of it."""
        self._take_over(frontier)

    def gap_end(self) -> int:
        """Return up to where what follows the frontier is nobody's: the frontier itself if somebody has it."""
        with self._lock:
            return self._gap_end()

    def own(self, end: int) -> None:
        """The front fetches up to `end` itself."""
        with self._lock:
            self._own_end = end

    def own_left(self) -> int:
        """Return how much the front still has to fetch; others may take from its end meanwhile."""
        with self._lock:
            return max(0, self._own_end - self.frontier)

    def make_room(self) -> None:
        """Leave to others what the front would come to last."""
        with self._lock:
            missing = max(0, self._own_end - self.frontier)
            self._own_end = self.frontier + min(missing // 2, _OWN_SEGMENTS * self._policy.segment_bytes)

    def take_back_room(self) -> None:
        """The front goes on as far as nobody else has begun."""
        with self._lock:
            self._own_end = self._gap_end()

    def advance(self, size_bytes: int, *, is_new: bool) -> None:
        """The part has grown; `is_new` if not out of a segment."""
        with self._lock:
            self.frontier += size_bytes
            if is_new:
                self.arrived_bytes += size_bytes

    def claim(self) -> Segment | None:
        """Return a segment to fetch, the first that nobody fetches; `None` if there is none to be had now."""
        with self._lock:
            found = self._free_gap()
            if found is None:
                found = self._split()
            elif found[0] > self.frontier + _SEGMENTS_AHEAD * self._policy.segment_bytes:
                return None
            if found is None:
                return None
            segment = Segment(SegmentFile(self._part_path, found[0]), found[1])
            self._segments.append(segment)
            self._segments.sort(key=lambda s: s.start)
            return segment

    def wanted_bytes(self, segment: Segment) -> int:
        """Return how much is still to be fetched; others may take from its end meanwhile."""
        with self._lock:
            return segment.end - segment.reached

    def append(self, segment: Segment, data: bytes) -> None:
        """Write what has come for a segment, no more than `wanted_bytes` was. May raise `OSError`."""
        segment.file.append(memoryview(data))
        with self._lock:
            segment.arrived += len(data)
            self.arrived_bytes += len(data)
            self._lock.notify_all()

    def release(self, segment: Segment) -> None:
        """Nobody fetches this any more; what is missing of it is a gap. May raise `OSError`."""
        segment.file.end_writing()
        with self._lock:
            segment.is_active = False
            segment.end = segment.reached
            if not segment.arrived:
                segment.file.delete()  # before its beginning can be claimed again, under the same name
                self._segments.remove(segment)
            self._lock.notify_all()

    def at_front(self) -> Segment | None:
        """Return the segment that has bytes for the frontier; those that have been passed are deleted."""
        with self._lock:
            passed = [s for s in self._segments if not s.is_active and s.reached <= self.frontier]
            self._segments = [s for s in self._segments if s not in passed]
            found = next((s for s in self._segments if s.start <= self.frontier < s.reached), None)
        for segment in passed:
            segment.file.delete()
        return found

    def wait(self, timeout_s: float) -> None:
        """Sleep until something arrives ahead, or as long as that."""
        with self._lock:
            self._lock.wait(timeout_s)

    def close(self) -> None:
        """Close what is open; the files stay for the next time."""
        for segment in self._segments:
            segment.file.end_writing()
            segment.file.end_reading()

    # --- private ---------------------------------------------------------------------------------------------

    def _take_over(self, frontier: int) -> None:
        end = frontier
        for file, size_bytes in SegmentFile.left_of(self._part_path):
            reached = file.start + size_bytes
            if not size_bytes or reached <= end or reached > self._size_bytes:
                file.delete()
                continue
            self._segments.append(Segment(file, reached, size_bytes, is_active=False))
            self.arrived_bytes += reached - max(end, file.start)
            end = reached

    def _gap_end(self) -> int:
        if any(s.start <= self.frontier < s.end for s in self._segments):
            return self.frontier
        return self._next_start(self.frontier)

    def _next_start(self, position: int) -> int:
        return min((s.start for s in self._segments if s.start > position), default=self._size_bytes)

    def _covered(self) -> Iterator[tuple[int, int]]:
        yield 0, max(self.frontier, self._own_end)
        for segment in self._segments:
            yield segment.start, segment.end

    def _free_gap(self) -> tuple[int, int] | None:
        at = 0
        for start, end in self._covered():
            if start > at:
                break
            at = max(at, end)
        end = min(self._next_start(at), at + self._policy.segment_bytes)
        return (at, end) if at < end else None

    def _split(self) -> tuple[int, int] | None:
        """Take the second half of what somebody has most left of."""
        owners: list[tuple[int, int, Segment | None]] = [
            (s.end - s.reached, s.end, s) for s in self._segments if s.is_active
        ]
        owners.append((self._own_end - self.frontier, self._own_end, None))
        left, end, owner = max(owners, key=lambda owner: owner[0])
        if left < 2 * self._policy.least_split_bytes:
            return None
        start = end - min(left // 2, self._policy.segment_bytes)
        if owner is None:
            self._own_end = start
        else:
            owner.end = start
        return start, end
