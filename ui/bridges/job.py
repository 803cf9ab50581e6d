"""Long work on the conversations, as an object: what it does, how far it is, how it ends and what is said then."""

from __future__ import annotations

import enum
import threading
from collections.abc import Callable, Iterable

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

CONVERSATIONS = "conversations"
"""What imports and branches add to, and a backup takes the place of."""


class JobState(enum.Enum):
    """Where a job stands."""

    RUNNING = "running"
    STOPPING = "stopping"
    """It was asked to stop; what it does then tells whether it could."""
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class Claim(Struct, frozen=True):
    """Something that a job writes. Two that write the same are in each other's way, unless both only add to it."""

    what: object
    only_adds: bool = False

    def collides_with(self, other: Claim) -> bool:
        """Return whether one of the two must wait."""
        return self.what == other.what and not (self.only_adds and other.only_adds)


class Job(QObject):
    """One piece of work. Whoever does it reports how far it is and how it ends; whoever shows it may stop it.

    `doing` says what it does. A stopped job has not ended before its work has: what was too far to be stopped is done.
    `told_if_stopped` must be true whenever the work can be stopped. Both are asked whenever they are needed: another
    language may be spoken by then.

    Signals:
        changed(): it is further, or is being stopped.
        stop_asked(): the work should end; for work that does not look at `is_stopping`.
        ended(): `told` says what came of it, empty if there is nothing to say.
    """

    changed = Signal()
    stop_asked = Signal()
    ended = Signal()

    def __init__(
        self,
        doing: Callable[[], str],
        *,
        told_if_stopped: Callable[[], str] = lambda: "",
        claims: Iterable[Claim] = (),
        is_quiet: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`is_quiet`: nobody asked for it, so it is not shown."""
        super().__init__(parent)
        self.doing = doing
        self.told_if_stopped = told_if_stopped
        self.claims = tuple(claims)
        self.is_quiet = is_quiet
        self._state = JobState.RUNNING
        self._fraction: float | None = None
        self._told = ""
        self._is_stopping = threading.Event()

    @property
    def state(self) -> JobState:
        """Where it stands."""
        return self._state

    @property
    def has_ended(self) -> bool:
        """Whether it is over."""
        return self._state not in (JobState.RUNNING, JobState.STOPPING)

    @property
    def is_stopping(self) -> bool:
        """Whether its work should end; any thread may ask."""
        return self._is_stopping.is_set()

    @property
    def fraction(self) -> float | None:
        """How far it is, from 0 to 1; `None` while nobody can tell."""
        return self._fraction

    @property
    def told(self) -> str:
        """What is said after its end."""
        return self._told

    def collides_with(self, other: Job) -> bool:
        """Return whether both would write the same."""
        return any(one.collides_with(another) for one in self.claims for another in other.claims)

    def stop(self) -> None:
        """Ask it to end."""
        if self._state is JobState.RUNNING:
            self._state = JobState.STOPPING
            self._is_stopping.set()
            self.changed.emit()
            self.stop_asked.emit()

    def report(self, fraction: float) -> None:
        """It is so far, from 0 to 1."""
        if not self.has_ended:
            self._fraction = max(0.0, min(1.0, fraction))
            self.changed.emit()

    def finish(self, told: str = "") -> None:
        """It is done."""
        self._end(JobState.DONE, told)

    def note_stopped(self) -> None:
        """It has ended because it was asked to."""
        self._end(JobState.STOPPED, self.told_if_stopped())

    def note_failed(self, told: str = "") -> None:
        """It has ended because something went wrong; without words that is told elsewhere."""
        self._end(JobState.FAILED, told)

    def _end(self, state: JobState, told: str) -> None:
        if not self.has_ended:
            self._state, self._told = state, told
            self.ended.emit()
