"""Names one reply that is being written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunId:
    """One run of a model: of a turn, the step after so many others, and of that step one of several samples.

    What is asked of a run, and what is reported of it, carries it: what comes too late is dropped by it.
    """

    turn: int
    step: int = 0
    sample: int = 0
