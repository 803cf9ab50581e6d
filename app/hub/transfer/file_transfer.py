"""Fills a part from its front, in order and hashed on the way; further connections may fetch ahead of it.

The bytes of the front's own connection go straight into the part. What workers fetch lies in files ahead of it and is
moved in when the front comes there, so the part never has a hole, and a kill at any moment loses nothing that arrived.
"""

from __future__ import annotations

import errno
import time
from collections.abc import Callable

from app.cancellation import StopSignal
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import HubProblem
from app.hub.connection.range_source import RangeAnswer, RangeSource
from app.hub.connection.remote_file import RemoteFile
from app.hub.transfer.part_file import PartFile
from app.hub.transfer.range_workers import ConnectionCount, RangeWorkerPool
from app.hub.transfer.running_hash import RunningHash
from app.hub.transfer.segments import Segment, SegmentMap

_STEER_S = 0.1
_LOOK_S = 0.05
_MOVE_BYTES = 1024 * 1024

OnBytes = Callable[[int], None]
"""Gets how much of the file is there, in the part and ahead of it."""


class FileTransfer:
    """Fetches what a part lacks, once. Raises `HubProblem`, `OSError` and `Cancelled`."""

    def __init__(
        self,
        clients: HubClients,
        part: PartFile,
        remote: RemoteFile,
        running: RunningHash,
        *,
        count: ConnectionCount,
        stop: StopSignal,
    ) -> None:
        self._clients = clients
        self._part = part
        self._size_bytes = remote.size_bytes
        self._running = running
        self._count = count
        self._stop = stop
        self._source = RangeSource(clients, remote)
        self._limit = clients.bandwidth
        self._ahead, self._pool = self._begun()
        self._may_divide = False
        self._is_divided = False
        self._steered_at = 0.0

    def run(self, *, on_bytes: OnBytes) -> None:
        """Fetch what is missing; on return all of it is in the part."""
        self._count.restart()
        try:
            while self._running.read_bytes < self._size_bytes:
                self._steer(own_connections=0)
                segment = self._ahead.at_front()
                if segment is not None:
                    self._move(segment)
                elif self._is_somebody_coming():
                    self._stop.check()
                    self._source.check_allowed()
                    self._ahead.wait(_LOOK_S)
                else:
                    self._fetch(on_bytes)
                on_bytes(self._ahead.arrived_bytes)
        finally:
            self._pool.close()
            self._ahead.at_front()  # deletes what was moved
            self._ahead.close()

    def _begun(self) -> tuple[SegmentMap, RangeWorkerPool]:
        policy, retries = self._clients.ranges, self._clients.retries
        ahead = SegmentMap(self._part.path, self._size_bytes, self._running.read_bytes, policy)
        return ahead, RangeWorkerPool(self._source, ahead, self._limit, count=self._count, retries=retries)

    def _is_somebody_coming(self) -> bool:
        """Whether the next bytes are a worker's, or will be."""
        if self._ahead.gap_end() == self._ahead.frontier:
            return True
        at_work = self._pool.size()
        return at_work > 0 and (at_work >= self._count.wanted or self._pool.is_waiting())

    def _move(self, segment: Segment) -> None:
        """Take into the part what a worker has fetched for its end."""
        self._stop.check()
        offset = self._ahead.frontier - segment.start
        data = segment.file.read(offset, min(_MOVE_BYTES, segment.arrived - offset))
        if not data:
            raise OSError(errno.EIO, f"{segment.file.path.name} is shorter than what was written")
        self._part.append(memoryview(data))
        self._running.update(data)
        self._ahead.advance(len(data), is_new=False)

    def _fetch(self, on_bytes: OnBytes) -> None:
        """Fetch the gap at the front with a connection of our own."""
        start, end = self._ahead.frontier, self._ahead.gap_end()
        if self._count.wanted > 1:
            end = min(end, start + self._clients.ranges.segment_bytes)
        self._ahead.own(end)
        try:
            with self._source.opened(start, end if end < self._size_bytes else None, stop=self._stop) as answer:
                if answer.is_whole:
                    self._start_over()
                self._source.note_version(answer)
                self._may_divide = not answer.is_whole and self._size_bytes >= self._clients.ranges.least_file_bytes
                self._append(answer, on_bytes)
        except HubProblem as problem:
            if not problem.is_passing or not self._pool.size():
                raise
            self._pool.lost(problem, fetched_bytes=self._ahead.frontier - start)
        finally:
            self._ahead.own(self._ahead.frontier)

    def _append(self, answer: RangeAnswer, on_bytes: OnBytes) -> None:
        for data in answer.pieces(self._ahead.own_left):
            self._source.check_allowed()
            self._part.append(memoryview(data))
            self._running.update(data)
            self._ahead.advance(len(data), is_new=True)
            self._limit.take(len(data), self._stop)
            on_bytes(self._ahead.arrived_bytes)
            self._steer(own_connections=1)

    def _start_over(self) -> None:
        """The server sends the file from its beginning, and will not do otherwise for workers."""
        self._pool.close()
        self._ahead.close()
        if self._running.read_bytes or self._ahead.arrived_bytes:
            self._part.truncate()
            self._part.seek_end()
            self._running.start_over()
        self._count.restart()
        self._ahead, self._pool = self._begun()
        self._ahead.own(self._size_bytes)

    def _steer(self, *, own_connections: int) -> None:
        """Now and then: see how fast it is, and have as many workers as that is worth."""
        now = time.monotonic()
        if not self._may_divide or now - self._steered_at < _STEER_S:
            return
        self._steered_at = now
        arrived = self._ahead.arrived_bytes
        self._count.note(arrived, missing_bytes=self._size_bytes - arrived)
        if self._count.wanted > 1 and not self._is_divided:
            self._ahead.make_room()
            self._is_divided = True
        self._pool.keep(own_connections=own_connections)
        if self._count.wanted == 1 and self._is_divided:
            self._is_divided = False
            if own_connections:
                self._ahead.take_back_room()  # spares a server that wants only one to be asked anew
