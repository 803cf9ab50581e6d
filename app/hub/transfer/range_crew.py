"""The further connections of one file: as many as are worth it, each opened again after its own wait."""

from __future__ import annotations

import time

from app.hub.connection.errors import HubProblem
from app.hub.connection.range_source import RangeSource
from app.hub.connection.retry_policy import RetryPolicy
from app.hub.transfer.connection_count import ConnectionCount
from app.hub.transfer.limit_meter import LimitMeter
from app.hub.transfer.range_helper import RangeHelper
from app.hub.transfer.ranges_ahead import RangesAhead

_FRESH_BYTES = 1024 * 1024
"""After so much a connection that is lost begins a new row of failures."""


class RangeCrew:
    """Owns the helpers of a transfer. One thread only; call `close` at the end.

    A helper that is lost never ends the download: the others go on, and the front fetches what nobody else does.
    """

    def __init__(
        self,
        source: RangeSource,
        ahead: RangesAhead,
        limit: LimitMeter,
        *,
        count: ConnectionCount,
        retries: RetryPolicy,
    ) -> None:
        self._source = source
        self._ahead = ahead
        self._limit = limit
        self._count = count
        self._retries = retries
        self._helpers: list[RangeHelper] = []
        self._failures = 0
        self._not_before = 0.0

    def size(self) -> int:
        """Return how many are at work."""
        return sum(helper.is_alive() and not helper.is_dismissed() for helper in self._helpers)

    def is_waiting(self) -> bool:
        """Whether a connection was lost a moment ago, and none is to be opened yet."""
        return time.monotonic() < self._not_before

    def keep(self, *, own_connections: int) -> None:
        """Have as many at work as are wanted beside the front's own, as far as there is something to fetch."""
        self._pay_off()
        wanted = self._count.wanted - own_connections if self._count.wanted > 1 else 0
        at_work = [helper for helper in self._helpers if not helper.is_dismissed()]
        for helper in at_work[wanted:]:
            helper.dismiss()
        for _ in range(wanted - len(at_work)):
            stretch = None if self.is_waiting() else self._ahead.claim()
            if stretch is None:
                return
            helper = RangeHelper(self._source, self._ahead, self._limit, stretch)
            self._helpers.append(helper)
            helper.start()

    def lost(self, problem: HubProblem | OSError, *, fetched_bytes: int) -> None:
        """A connection of this file has ended with a problem: wait before the next, or do with fewer."""
        asked_s = problem.retry_after_s if isinstance(problem, HubProblem) else None
        if self._count.is_trying() or not fetched_bytes:
            self._count.refused(asked_s=asked_s)
            return
        self._failures = self._failures + 1 if fetched_bytes < _FRESH_BYTES else 1
        self._not_before = time.monotonic() + self._retries.wait_s(self._failures, asked_s=asked_s)

    def close(self) -> None:
        """Break all off and wait for their threads."""
        for helper in self._helpers:
            helper.dismiss()
        for helper in self._helpers:
            helper.join()
        self._helpers = []

    def _pay_off(self) -> None:
        ended = [helper for helper in self._helpers if not helper.is_alive()]
        self._helpers = [helper for helper in self._helpers if helper not in ended]
        for helper in ended:
            helper.join()
            if helper.bug is not None:
                raise helper.bug
            if helper.problem is not None:
                self.lost(helper.problem, fetched_bytes=helper.fetched_bytes)
