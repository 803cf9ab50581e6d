"""Small files beside the database: whether it is in use, when it was last read through, and when it was accepted.

The first that is still there at a start tells that the last run did not come to its end.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from app.private_files import make_private_file

_CHECKED_EVERY_S = 24 * 3600


class CheckMarks:
    """The marks of one database. What cannot be written is done without."""

    def __init__(self, database: Path, *, clock: Callable[[], float] = time.time) -> None:
        self._in_use = database.with_name(f"{database.stem}.in-use")
        self._checked = database.with_name(f"{database.stem}.checked")
        self._accepted = database.with_name(f"{database.stem}.accepted")
        self._clock = clock

    def begin(self) -> bool:
        """Note that it is in use; return whether it should be read through: it was in use, or a day is over."""
        is_due = self._in_use.exists()
        with contextlib.suppress(OSError):
            make_private_file(self._in_use)
        try:
            age_s = self._clock() - self._checked.stat().st_mtime
        except OSError:
            return True
        return is_due or not 0 <= age_s < _CHECKED_EVERY_S

    def note_checked(self) -> None:
        """It has been read through, and is whole."""
        with contextlib.suppress(OSError):
            make_private_file(self._checked)
            self._checked.touch()

    def accept(self) -> None:
        """What is there now was put there by the person: copies that were made before tell nothing of it."""
        with contextlib.suppress(OSError):
            make_private_file(self._accepted)
            self._accepted.touch()

    @property
    def accepted_at(self) -> float:
        """When that was, in seconds since the epoch; 0 if never."""
        with contextlib.suppress(OSError):
            return self._accepted.stat().st_mtime
        return 0.0

    def end(self) -> None:
        """It is in use no more."""
        with contextlib.suppress(OSError):
            self._in_use.unlink(missing_ok=True)
