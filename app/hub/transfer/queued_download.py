"""A download in the queue, as the window shows it."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import UserError
from app.hub.library.library_model import LibraryModel
from app.hub.transfer.download_plan import DownloadPlan
from app.hub.transfer.download_progress import DownloadState


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
