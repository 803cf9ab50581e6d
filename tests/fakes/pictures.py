"""Small pictures as files' bytes, made without an imaging library."""

from __future__ import annotations

import struct
import zlib


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """Return a picture that runs from black on the left to this colour on the right."""
    row = bytes(value * (x + 1) // width for x in range(width) for value in colour)
    return _png_file(width, height, zlib.compress((b"\0" + row) * height))


def png_that_claims(width: int, height: int) -> bytes:
    """Return a few bytes that say they are this large."""
    return _png_file(width, height, zlib.compress(b"\0" * 1000))


def bmp(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """Return a picture of one colour."""
    row = bytes(reversed(colour)) * width
    row += bytes(-len(row) % 4)
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + len(row) * height, 0, 0, 54) + header + row * height


def _png_file(width: int, height: int, pixels: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
