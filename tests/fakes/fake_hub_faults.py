"""Everything that goes wrong between a computer and the Hub, on order."""

from __future__ import annotations

import enum
import threading
from collections import deque
from dataclasses import dataclass


class Fault(enum.Enum):
    """What happens to one request. Those of the storage take the next request for bytes, those of the Hub a resolve."""

    DROP = "drop"  # the connection ends after some bytes
    RESET = "reset"  # the same with a TCP reset
    STALL = "stall"  # nothing more comes
    SLOW = "slow"
    TRUNCATED = "truncated"  # less than asked for, honestly announced
    IGNORED_RANGE = "ignored range"
    WRONG_RANGE = "wrong range"
    MISSING_RANGE = "missing range"
    WRONG_BYTES = "wrong bytes"
    EXPIRED = "expired address"
    COMPRESSED = "compressed"
    LENGTH_TOO_LONG = "length too long"
    LENGTH_TOO_SHORT = "length too short"
    TOTAL_WRONG = "total wrong"
    STORAGE_404 = "storage 404"
    STORAGE_416 = "storage 416"
    STORAGE_429 = "storage 429"
    STORAGE_503 = "storage 503"
    HUB_401 = "401"
    HUB_GATED = "gated"
    HUB_403 = "403"
    HUB_404 = "404"
    HUB_REPO_404 = "repository 404"
    HUB_408 = "408"
    HUB_429 = "429"
    HUB_500 = "500"
    HUB_503 = "503"
    HUB_DROP = "hub drop"
    HUB_NO_ETAG = "no etag"
    HUB_HOSTILE_SIZE = "hostile size"
    CHANGED = "changed etag"  # the file becomes another one

    @property
    def is_of_hub(self) -> bool:
        """Whether it takes a request to the Hub rather than to the storage."""
        return self.name.startswith("HUB_") or self is Fault.CHANGED


PASSING = [
    Fault.DROP,
    Fault.RESET,
    Fault.STALL,
    Fault.SLOW,
    Fault.TRUNCATED,
    Fault.IGNORED_RANGE,
    Fault.WRONG_RANGE,
    Fault.MISSING_RANGE,
    Fault.EXPIRED,
    Fault.COMPRESSED,
    Fault.LENGTH_TOO_LONG,
    Fault.LENGTH_TOO_SHORT,
    Fault.TOTAL_WRONG,
    Fault.STORAGE_404,
    Fault.STORAGE_429,
    Fault.STORAGE_503,
    Fault.HUB_408,
    Fault.HUB_429,
    Fault.HUB_500,
    Fault.HUB_503,
    Fault.HUB_DROP,
]
"""After each of these a client may go on."""


@dataclass
class SeenRequest:
    """A request as it came in."""

    port: str
    method: str
    path: str
    headers: dict[str, str]


class FaultPlan:
    """Faults to come and requests seen, shared by all handler threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._hub: deque[Fault] = deque()
        self._storage: deque[Fault] = deque()
        self.seen: list[SeenRequest] = []
        self.released = threading.Event()
        """Set at the end, so that stalled handlers stop waiting."""
        self.always: Fault | None = None
        """A fault that every request of its kind meets."""
        self.wait_s = 0
        """What a 429 asks for."""
        self.after_bytes = 100_000
        """Where a body breaks."""

    def order(self, *faults: Fault) -> None:
        """Let these happen to the next requests of their kind."""
        with self._lock:
            for fault in faults:
                (self._hub if fault.is_of_hub else self._storage).append(fault)

    def left(self) -> int:
        """How many have not happened yet."""
        with self._lock:
            return len(self._hub) + len(self._storage)

    def next(self, *, of_hub: bool) -> Fault | None:
        """Return what happens to this request."""
        with self._lock:
            if self.always is not None and self.always.is_of_hub == of_hub:
                return self.always
            queue = self._hub if of_hub else self._storage
            return queue.popleft() if queue else None

    def note(self, request: SeenRequest) -> None:
        """Remember a request."""
        with self._lock:
            self.seen.append(request)

    def requests(self, *, port: str, method: str = "") -> list[SeenRequest]:
        """Return the requests seen on a port."""
        with self._lock:
            return [r for r in self.seen if r.port == port and method in ("", r.method)]
