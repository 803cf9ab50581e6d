"""How a photograph must be turned to stand upright: what the camera noted in it (Exif 2.32, 4.6.4, tag 0x0112)."""

from __future__ import annotations

import struct

_ORIENTATION = 0x0112
_MOST_ENTRIES = 500
UPRIGHT = 1


def picture_orientation(data: bytes) -> int:
    """Return the orientation that a JPEG file notes, 1 to 8; 1 (upright) where it notes none."""
    if not data.startswith(b"\xff\xd8"):
        return UPRIGHT
    at = 2
    try:
        while data[at] == 0xFF and data[at + 1] not in (0xD9, 0xDA):
            (length,) = struct.unpack_from(">H", data, at + 2)
            if data[at + 1] == 0xE1 and data[at + 4 : at + 10] == b"Exif\x00\x00":
                return _noted(data[at + 10 : at + 2 + length])
            at += 2 + max(2, length)
    except (struct.error, IndexError):
        pass
    return UPRIGHT


def _noted(exif: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return UPRIGHT
    (first,) = struct.unpack_from(order + "I", exif, 4)
    (count,) = struct.unpack_from(order + "H", exif, first)
    for entry in range(min(count, _MOST_ENTRIES)):
        tag, kind, _, value = struct.unpack_from(order + "HHIH", exif, first + 2 + 12 * entry)
        if tag == _ORIENTATION:
            return int(value) if kind == 3 and 1 <= value <= 8 else UPRIGHT
    return UPRIGHT
