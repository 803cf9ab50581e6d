"""When one file is fetched over several connections, and over how many."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024**2


@dataclass(frozen=True, slots=True)
class RangePolicy:
    """The defaults are for people's lines. A file begins with one connection, whose speed is taken over `settle_s`."""

    most_connections: int = 4
    least_file_bytes: int = 64 * _MIB
    least_missing_bytes: int = 24 * _MIB
    """Below this the end is nearer than what further connections could win."""
    segment_bytes: int = 32 * _MIB
    """What one request of a further connection asks for; so much lies on the disk twice, for a moment."""
    least_split_bytes: int = 2 * _MIB
    """A segment that is under way is not divided into smaller ones; more than what is read at once."""
    settle_s: float = 0.8
    pause_s: float = 30.0
    """After a refusal; doubled each time."""
    fast_enough_bytes_per_s: float = 300e6
    """Above this the disk and the hash are the limit, not the connection."""
