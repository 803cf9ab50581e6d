"""One further connection of a download: fetches segments ahead of the part, one after another."""

from __future__ import annotations

import threading

from app.cancellation import Cancelled, StopSignal
from app.hub.connection.bandwidth import BandwidthLimit
from app.hub.connection.errors import AddressExpired, ConnectionBroke, HubProblem, TransferWasAltered
from app.hub.connection.range_source import RangeSource
from app.hub.connection.ranged_client import CHUNK_BYTES
from app.hub.transfer.segment_map import Segment, SegmentMap


class RangeWorker:
    """Owns a thread that ends when nothing is left to claim, at its first `problem`, or soon after `dismiss`.

    `problem` is of the network or the disk; `bug` is anything else. What it fetched is kept.
    """

    def __init__(self, source: RangeSource, ahead: SegmentMap, limit: BandwidthLimit, segment: Segment) -> None:
        self._source = source
        self._ahead = ahead
        self._limit = limit
        self._stop = StopSignal()
        self._thread = threading.Thread(target=self._run, args=(segment,), name=f"range-{segment.start}")
        self.fetched_bytes = 0
        self.problem: HubProblem | OSError | None = None
        self.bug: BaseException | None = None

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def dismiss(self) -> None:
        """Break off; returns at once."""
        self._stop.set()

    def is_dismissed(self) -> bool:
        """Whether it was told to break off."""
        return self._stop.is_set()

    def is_alive(self) -> bool:
        """Whether it still works."""
        return self._thread.is_alive()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _run(self, first: Segment) -> None:
        segment: Segment | None = first
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
        with self._source.opened(segment.reached, segment.end, stop=self._stop) as answer:
            stream, left = answer.stream, answer.length
            if answer.is_whole:
                raise TransferWasAltered(stream.host, details="the whole file instead of a range")
            self._source.require_same_version(answer)
            while left and (wanted := self._ahead.wanted_bytes(segment)):
                data = stream.read(min(CHUNK_BYTES, left, wanted))
                if not data:
                    raise ConnectionBroke(stream.host, details=f"{left} bytes are missing")
                self._source.check_allowed()
                self._ahead.append(segment, data)
                left -= len(data)
                self.fetched_bytes += len(data)
                self._limit.take(len(data), self._stop)
