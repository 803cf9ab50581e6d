"""What of another app's export did not come along, so that nothing is lost without a word."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


class LeftOut(enum.StrEnum):
    """A kind of thing that stays behind."""

    PICTURES = "pictures"
    """Kept apart from what was said, or of a kind that no engine decodes."""
    RECORDINGS = "recordings"
    """Sound and video."""
    FILES = "files"
    """Only their names are in the export."""
    SOURCES = "sources"
    """Citations of which the export does not say where they lead."""
    PARTS = "parts"
    """Messages and parts of messages of kinds that are no conversation here."""
    LINES = "lines"
    """Damaged ones of a file that holds an object in each."""


@dataclass(frozen=True, slots=True)
class Omission:
    """How much of one kind was left out."""

    kind: LeftOut
    count: int


def omissions(counts: Mapping[LeftOut, int]) -> tuple[Omission, ...]:
    """Return what was left out, in the order of the kinds."""
    return tuple(Omission(kind, counts[kind]) for kind in LeftOut if counts.get(kind))


Counts = Counter[LeftOut]
