"""How a download stands, as a value."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.errors import UserError


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
