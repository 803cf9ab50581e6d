"""The values of metadata: their types, as the file numbers them, and arrays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct
from typing import TypeAlias


class ValueType(IntEnum):
    """The type of a metadata value; the numbers are those of the GGUF specification."""

    UINT8 = 0
    INT8 = 1
    UINT16 = 2
    INT16 = 3
    UINT32 = 4
    INT32 = 5
    FLOAT32 = 6
    BOOL = 7
    STRING = 8
    ARRAY = 9
    UINT64 = 10
    INT64 = 11
    FLOAT64 = 12

    @property
    def layout(self) -> Struct | None:
        """How a number of this type lies in the file; None for strings and arrays."""
        return _LAYOUTS.get(self)


_LAYOUTS = {
    ValueType.UINT8: Struct("<B"),
    ValueType.INT8: Struct("<b"),
    ValueType.UINT16: Struct("<H"),
    ValueType.INT16: Struct("<h"),
    ValueType.UINT32: Struct("<I"),
    ValueType.INT32: Struct("<i"),
    ValueType.FLOAT32: Struct("<f"),
    ValueType.BOOL: Struct("<?"),
    ValueType.UINT64: Struct("<Q"),
    ValueType.INT64: Struct("<q"),
    ValueType.FLOAT64: Struct("<d"),
}


Scalar: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class MetadataArray:
    """How many values of which type an array has, and the values if they were worth keeping."""

    element_type: ValueType
    count: int
    values: tuple[Scalar, ...] | None
    """None for a long array that was skipped, such as the vocabulary."""
