"""Setting a damaged database aside, so that a new history can begin and nothing is deleted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.history.database import translating

_COMPANIONS = ("-wal", "-shm")


def set_aside_damaged(path: Path) -> Path:
    """Rename the database at `path`, with SQLite's files beside it, to a dated name; return the new path.

    Every connection to it must be closed. Raises `DatabaseIsNotWritable` if it cannot be renamed.
    """
    moment = dt.datetime.now().strftime("%Y-%m-%d_%H-%M-%S")
    target = path.with_name(f"{path.stem}.damaged-{moment}{path.suffix}")
    count = 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.stem}.damaged-{moment}-{count}{path.suffix}")
    with translating(path):
        path.rename(target)
        for companion in _COMPANIONS:
            beside = path.with_name(path.name + companion)
            if beside.exists():
                beside.rename(target.with_name(target.name + companion))
    return target
