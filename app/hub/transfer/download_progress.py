"""How a download stands, and how the window shows it in the queue."""

from __future__ import annotations

import enum
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from app.errors import UserError
from app.hub.library.library_model import LibraryModel
from app.hub.transfer.download_plan import DownloadPlan


class DownloadState(enum.StrEnum):
    """What a download is doing."""

    QUEUED = "queued"
    """It will start when others have ended."""
    RESOLVING = "resolving"
    """Asking the Hub for the file's size, hash and address."""
    CHECKING = "checking"
    """Reading what is already here."""
    DOWNLOADING = "downloading"
    WAITING = "waiting"
    """Something passing went wrong; it is tried again in a while."""
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """How far a download is. `problem` and `retry_in_s` say why it waits."""

    state: DownloadState
    received_bytes: int = 0
    total_bytes: int = 0
    problem: UserError | None = None
    retry_in_s: float = 0.0


@dataclass(frozen=True, slots=True)
class QueuedDownload:
    """One row. `id` stays the same while it moves; speeds and times are `None` while nobody can say."""

    id: int
    plan: DownloadPlan
    state: DownloadState
    received_bytes: int
    total_bytes: int
    bytes_per_s: float | None = None
    seconds_left: float | None = None
    problem: UserError | None = None
    """Why it waits or failed."""
    retry_in_s: float = 0.0
    model: LibraryModel | None = None
    """What it became, once it is done."""

    @property
    def is_active(self) -> bool:
        """Whether a thread works on it."""
        return self.state in (
            DownloadState.RESOLVING,
            DownloadState.CHECKING,
            DownloadState.DOWNLOADING,
            DownloadState.WAITING,
        )


# How fast bytes arrive, and how long the rest will take.

_WINDOW_S = 8.0
_STEP_S = 0.2
_LEAST_S = 0.5


class TransferRate:
    """The speed over the last seconds; jumps (a part that was there already) count for nothing."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()

    def restart(self) -> None:
        """Forget what was: the transfer was interrupted or begins."""
        self._marks.clear()

    def note(self, received_bytes: int) -> None:
        """Tell how much has arrived by now."""
        now = self._clock()
        if self._marks and received_bytes < self._marks[-1][1]:
            self._marks.clear()
        if not self._marks or now - self._marks[-1][0] >= _STEP_S:
            self._marks.append((now, received_bytes))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_S:
            self._marks.popleft()

    @property
    def bytes_per_s(self) -> float | None:
        """The speed; `None` while too little is known."""
        if len(self._marks) < 2:
            return None
        (start, first), (end, last) = self._marks[0], self._marks[-1]
        return (last - first) / (end - start) if end - start >= _LEAST_S else None

    def seconds_left(self, missing_bytes: int) -> float | None:
        """How long the rest will take at this speed; `None` while nobody can say."""
        speed = self.bytes_per_s
        return missing_bytes / speed if speed else None
