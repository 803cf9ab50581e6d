"""The further connections of one file: each a thread, as many as are wanted, opened again after a wait."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from app.cancellation import Cancelled, StopSignal
from app.hub.connection.errors import AddressExpired, HubProblem, TransferWasAltered
from app.hub.connection.policies import BandwidthLimit, RangePolicy, RetryPolicy
from app.hub.connection.range_source import RangeSource
from app.hub.transfer.segments import Segment, SegmentMap

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
