"""Fills a part from its front, in order and hashed on the way; further connections may fetch ahead of it.

The bytes of the front's own connection go straight into the part. What workers fetch lies in files ahead of it and is
moved in when the front comes there, so the part never has a hole, and a kill at any moment loses nothing that arrived.
"""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable

from app.cancellation import Cancelled, StopSignal
from app.hub.connection.clients import HubClients
from app.hub.connection.errors import AddressExpired, HubProblem, TransferWasAltered
from app.hub.connection.policies import BandwidthLimit, RangePolicy, RetryPolicy
from app.hub.connection.range_source import RangeAnswer, RangeSource
from app.hub.connection.remote_file import RemoteFile
from app.hub.transfer.part_file import PartFile
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


# The further connections of one file: each a thread, as many as are wanted, opened again after a wait.

_FRESH_BYTES = 1024 * 1024
"""After so much a connection that is lost begins a new row of failures."""


class RangeWorker(threading.Thread):
    """Ends when nothing is left to claim, at its first `problem`, or soon after `dismiss`.

    `problem` is of the network or the disk; `bug` is anything else. What it fetched is kept.
    """

    def __init__(self, source: RangeSource, ahead: SegmentMap, limit: BandwidthLimit, segment: Segment) -> None:
        super().__init__(name=f"range-{segment.start}")
        self._source = source
        self._ahead = ahead
        self._limit = limit
        self._first = segment
        self._dismissed = StopSignal()
        self.fetched_bytes = 0
        self.problem: HubProblem | OSError | None = None
        self.bug: BaseException | None = None

    def dismiss(self) -> None:
        """Break off; returns at once."""
        self._dismissed.set()

    def is_dismissed(self) -> bool:
        """Whether it was told to break off."""
        return self._dismissed.is_set()

    def run(self) -> None:
        """Fetch segment after segment."""
        segment: Segment | None = self._first
        try:
            while segment is not None:
                try:
                    segment.file.create()
                    self._fetch(segment)
                finally:
                    self._ahead.release(segment)
                segment = self._ahead.claim()
        except Cancelled:
            pass
        except (HubProblem, OSError) as problem:
            self.problem = problem
        except BaseException as bug:  # raised again by the thread that owns this one
            self.bug = bug

    def _fetch(self, segment: Segment) -> None:
        refreshed_at = -1
        while self._ahead.wanted_bytes(segment):
            used = self._source.location
            try:
                self._fetch_once(segment)
            except AddressExpired:
                if self.fetched_bytes == refreshed_at:
                    raise
                refreshed_at = self.fetched_bytes
                self._source.refresh(used)

    def _fetch_once(self, segment: Segment) -> None:
        with self._source.opened(segment.reached, segment.end, stop=self._dismissed) as answer:
            if answer.is_whole:
                raise TransferWasAltered(answer.stream.host, details="the whole file instead of a range")
            self._source.require_same_version(answer)
            for data in answer.pieces(lambda: self._ahead.wanted_bytes(segment)):
                self._source.check_allowed()
                self._ahead.append(segment, data)
                self.fetched_bytes += len(data)
                self._limit.take(len(data), self._dismissed)


class RangeWorkerPool:
    """Owns the workers of a transfer. One thread only; call `close` at the end.

    A worker that is lost never ends the download: the others go on, and the front fetches what nobody else does.
    """

    def __init__(
        self,
        source: RangeSource,
        ahead: SegmentMap,
        limit: BandwidthLimit,
        *,
        count: ConnectionCount,
        retries: RetryPolicy,
    ) -> None:
        self._source = source
        self._ahead = ahead
        self._limit = limit
        self._count = count
        self._retries = retries
        self._workers: list[RangeWorker] = []
        self._failures = 0
        self._not_before = 0.0

    def size(self) -> int:
        """Return how many are at work."""
        return sum(worker.is_alive() and not worker.is_dismissed() for worker in self._workers)

    def is_waiting(self) -> bool:
        """Whether a connection was lost a moment ago, and none is to be opened yet."""
        return time.monotonic() < self._not_before

    def keep(self, *, own_connections: int) -> None:
        """Have as many at work as are wanted beside the front's own, as far as there is something to fetch."""
        self._reap()
        wanted = self._count.wanted - own_connections if self._count.wanted > 1 else 0
        at_work = [worker for worker in self._workers if not worker.is_dismissed()]
        for worker in at_work[wanted:]:
            worker.dismiss()
        for _ in range(wanted - len(at_work)):
            segment = None if self.is_waiting() else self._ahead.claim()
            if segment is None:
                return
            worker = RangeWorker(self._source, self._ahead, self._limit, segment)
            self._workers.append(worker)
            worker.start()

    def lost(self, problem: HubProblem | OSError, *, fetched_bytes: int) -> None:
        """A connection of this file has ended with a problem: wait before the next, or do with fewer."""
        asked_s = problem.retry_after_s if isinstance(problem, HubProblem) else None
        if not fetched_bytes:
            self._count.refused(asked_s=asked_s)
            return
        self._failures = self._failures + 1 if fetched_bytes < _FRESH_BYTES else 1
        self._not_before = time.monotonic() + self._retries.wait_s(self._failures, asked_s=asked_s)

    def close(self) -> None:
        """Break all off and wait for their threads."""
        for worker in self._workers:
            worker.dismiss()
        for worker in self._workers:
            worker.join()
        self._workers = []

    def _reap(self) -> None:
        ended = [worker for worker in self._workers if not worker.is_alive()]
        self._workers = [worker for worker in self._workers if worker not in ended]
        for worker in ended:
            worker.join()
            if worker.bug is not None:
                raise worker.bug
            if worker.problem is not None:
                self.lost(worker.problem, fetched_bytes=worker.fetched_bytes)


# How many connections a file is worth: one that is fast enough, else as many as are allowed and let in.

_LONGEST_PAUSE_S = 600.0


class ConnectionCount:
    """`wanted` is 1 until that has proved to be slow. One per file; kept over its attempts, one thread only.

    A server that refuses a further connection gets half as many, and after a pause is tried once more.
    """

    def __init__(self, policy: RangePolicy, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._policy = policy
        self._clock = clock
        self._pause_s = policy.pause_s
        self._not_before = 0.0
        self.wanted = 1
        self._from: tuple[float, int] | None = None

    def restart(self) -> None:
        """Begin again with one connection; what was learned about the server stays."""
        self.wanted = 1
        self._from = None

    def note(self, received_bytes: int, *, missing_bytes: int) -> None:
        """Tell how much arrived in all and is still to come."""
        now = self._clock()
        if self._from is None:
            self._from = (now, received_bytes)
        took_s, came_bytes = now - self._from[0], received_bytes - self._from[1]
        if self.wanted > 1 or took_s < self._policy.settle_s or now < self._not_before:
            return
        self._from = (now, received_bytes)
        if (
            came_bytes < self._policy.fast_enough_bytes_per_s * took_s
            and missing_bytes >= self._policy.least_missing_bytes
        ):
            self.wanted = self._policy.most_connections

    def refused(self, *, asked_s: float | None = None) -> None:
        """A further connection was not let in, or the server does not want to be asked for pieces."""
        self.wanted = max(1, self.wanted // 2)
        self._not_before = self._clock() + max(self._pause_s, asked_s or 0.0)
        self._pause_s = min(_LONGEST_PAUSE_S, self._pause_s * 2)
        self._from = None
