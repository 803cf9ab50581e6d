"""How a download stands, and how the window shows it in the queue."""

from __future__ import annotations

import enum
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
