"""Reads what kind of picture some bytes are, and how large it is, from its first few fields: nothing is decoded.

A picture of a few kilobytes may claim to have billions of pixels, and whatever decodes it would ask for the memory.
Sources: PNG (third edition, 11.2.1), ITU T.81 B.2.2, GIF89a 18, BITMAPINFOHEADER, the WebP container specification.
"""

from __future__ import annotations

import enum
import struct
from dataclasses import dataclass


class PictureKind(enum.StrEnum):
    """The formats that can be sent along."""

    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    BMP = "bmp"
    WEBP = "webp"


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """What a picture says of itself; sides in pixels."""

    kind: PictureKind
    width: int
    height: int

    @property
    def pixels(self) -> int:
        """How many there are."""
        return self.width * self.height


_JPEG_STANDALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_JPEG_NO_FRAMES = frozenset((0xC4, 0xC8, 0xCC))


def picture_header(data: bytes) -> PictureHeader | None:
    """Return the header of a picture, `None` if it is of no kind that we know, or cut short, or has no pixels."""
    for begins, read in (
        (data.startswith(b"\x89PNG\r\n\x1a\n"), _png),
        (data.startswith(b"\xff\xd8\xff"), _jpeg),
        (data[:6] in (b"GIF87a", b"GIF89a"), _gif),
        (data.startswith(b"BM"), _bmp),
        (data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
    ):
        if begins:
            try:
                header = read(data)
            except (struct.error, IndexError):
                return None
            return header if header is not None and header.width > 0 and header.height > 0 else None
    return None


def _png(data: bytes) -> PictureHeader | None:
    if data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return PictureHeader(PictureKind.PNG, width, height)


def _jpeg(data: bytes) -> PictureHeader | None:
    """Walk over the segments to the first frame."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker in _JPEG_STANDALONE:
            at += 2
            continue
        if 0xC0 <= marker <= 0xCF and marker not in _JPEG_NO_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return PictureHeader(PictureKind.JPEG, width, height)
        if marker in (0xD9, 0xDA):
            return None
        (length,) = struct.unpack_from(">H", data, at + 2)
        at += 2 + max(2, length)
    return None


def _gif(data: bytes) -> PictureHeader:
    width, height = struct.unpack_from("<HH", data, 6)
    return PictureHeader(PictureKind.GIF, width, height)


def _bmp(data: bytes) -> PictureHeader:
    (header_size,) = struct.unpack_from("<I", data, 14)
    if header_size == 12:
        width, height = struct.unpack_from("<HH", data, 18)
    else:
        width, height = struct.unpack_from("<ii", data, 18)
    return PictureHeader(PictureKind.BMP, width, abs(height))  # rows from the top have a negative height


def _webp(data: bytes) -> PictureHeader | None:
    kind = data[12:16]
    if kind == b"VP8X":
        width = 1 + int.from_bytes(data[24:27], "little")
        height = 1 + int.from_bytes(data[27:30], "little")
    elif kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    elif kind == b"VP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", data, 26))
    else:
        return None
    return PictureHeader(PictureKind.WEBP, width, height) if len(data) >= 30 else None


# How a photograph must be turned to stand upright: what the camera noted in it (Exif 2.32, 4.6.4, tag 0x0112).

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
