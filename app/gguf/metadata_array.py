"""An array among the metadata."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from app.gguf.value_type import ValueType

Scalar: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class MetadataArray:
    """How many values of which type an array has, and the values if they were worth keeping."""

    element_type: ValueType
    count: int
    values: tuple[Scalar, ...] | None
    """None for a long array that was skipped, such as the vocabulary."""
