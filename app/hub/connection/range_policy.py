"""When one file is fetched over several connections, and over how many."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024**2


@dataclass(frozen=True, slots=True)
class RangePolicy:
    """The defaults are for people's lines: a second connection must earn its place within a few seconds.

    A file begins with one connection. After `settle_s` its speed is taken over `window_s` (longer for a long download,
    up to `longest_window_s`), then connections are added and judged in the same way.
    """

    most_connections: int = 4
    least_file_bytes: int = 64 * _MIB
    least_missing_bytes: int = 24 * _MIB
    """Below this the end is nearer than what a trial could win."""
    stretch_bytes: int = 32 * _MIB
    """What one request of a further connection asks for; so much lies on the disk twice, for a moment."""
    least_split_bytes: int = 2 * _MIB
    """A stretch that is under way is not divided into smaller ones; more than what is read at once."""
    least_gain: float = 1.2
    """What is added stays if the speed becomes this many times what it was."""
    settle_s: float = 0.4
    window_s: float = 0.8
    longest_window_s: float = 4.0
    pause_s: float = 30.0
    """After a trial that won nothing; doubled each time."""
    fast_enough_bytes_per_s: float = 300e6
    """Above this the disk and the hash are the limit, not the connection."""
