"""The further connections of one file: as many as are worth it, each opened again after its own wait."""

from __future__ import annotations

import time

from app.hub.connection.bandwidth import BandwidthLimit
from app.hub.connection.errors import HubProblem
from app.hub.connection.range_source import RangeSource
from app.hub.connection.retry_policy import RetryPolicy
from app.hub.transfer.connection_count import ConnectionCount
from app.hub.transfer.range_worker import RangeWorker
from app.hub.transfer.segment_map import SegmentMap

_FRESH_BYTES = 1024 * 1024
"""After so much a connection that is lost begins a new row of failures."""


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
