"""How much each thing that is seen says for each kind of step, in hundredths: learned, and the file of them written, by
`tests/benchmarks/step_weights.py`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence

from app.file_facts import read_file
from app.paths import resources_directory

FILE = resources_directory() / "step_weights.bin"
"""Compressed: a line for each feature, an empty one, and then for each feature a byte for each column."""
UNIT = 3
"""Hundredths in one of what the bytes count, which begin at `_LOWEST`."""
_LOWEST = -128
_BITS = 16
_HALF = 1 << _BITS - 1
_PLACES = range(0, 10 * _BITS, _BITS)
_COLUMNS = struct.Struct(f"<{len(_PLACES)}H")
_ZERO = sum(_HALF << place for place in _PLACES)


def packed(weights: Iterable[int]) -> int:
    """Return weights beside each other in one number, so that one addition adds them all."""
    return sum(weight << place for weight, place in zip(weights, _PLACES, strict=True))


def unpacked(weights: int) -> list[int]:
    """Return what stands in a number, or in a sum of such numbers."""
    return [each - _HALF for each in _COLUMNS.unpack((weights + _ZERO).to_bytes(_COLUMNS.size, "little"))]


def write(weights: Mapping[str, Sequence[int]]) -> None:
    """Write weights in units, as the file keeps them."""
    rows = bytes(weight - _LOWEST for row in weights.values() for weight in row)
    FILE.write_bytes(zlib.compress("\n".join([*weights, "", ""]).encode() + rows, 9))


def _read() -> dict[str, int]:
    names, _, rows = zlib.decompress(read_file(FILE)).partition(b"\n\n")
    wide = bytearray(2 * len(rows))
    wide[::2] = rows
    size, lowest = _COLUMNS.size, packed([_LOWEST] * len(_PLACES))
    return {
        name: (int.from_bytes(wide[at : at + size], "little") + lowest) * UNIT
        for name, at in zip(names.decode().split("\n"), range(0, len(wide), size), strict=True)
    }


PACKED = _read()
"""Of each feature a weight for each kind, in the order of `StepKind`, and at last for a sentence that goes on."""
