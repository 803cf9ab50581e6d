"""Which file of which question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilePlace:
    """`index` counts the question's files from 0."""

    question_id: int
    index: int
