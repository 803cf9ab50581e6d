"""Whether a picture can be sent along: its kind and size, before anything decodes it."""

from __future__ import annotations

import math
from pathlib import Path

from app.attachments.errors import FileIsMissing, FileIsTooLarge
from app.attachments.picture_errors import PictureHasTooManyPixels, PictureIsDamaged, PictureIsOfOtherKind
from app.attachments.picture_header import PictureHeader, PictureKind, picture_header
from app.file_facts import read_file

LARGEST_PICTURE_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
"""Decoded, 150 MB: beyond any camera that people carry, and models see a few megapixels at most."""

ENGINE_KINDS = frozenset((PictureKind.PNG, PictureKind.JPEG, PictureKind.GIF, PictureKind.BMP))
"""What the engine decodes by itself; the window turns others into one of these."""


_PIXELS_PER_TOKEN = 28 * 28
_MOST_TOKENS = 4096


def estimated_tokens(header: PictureHeader) -> int:
    """Return about how many tokens a picture takes, rather too many than too few: it depends on the model.

    Many take one for each 28 × 28 pixels, others 256 for any picture.
    """
    return max(256, min(_MOST_TOKENS, math.ceil(header.pixels / _PIXELS_PER_TOKEN)))


def checked_picture(name: str, data: bytes) -> PictureHeader:
    """Return what a picture is. Raises `FileIsTooLarge`, `PictureIsDamaged`, `PictureHasTooManyPixels`."""
    path = Path(name)
    if len(data) > LARGEST_PICTURE_BYTES:
        raise FileIsTooLarge(path, size_bytes=len(data), limit_bytes=LARGEST_PICTURE_BYTES)
    header = picture_header(data)
    if header is None:
        raise PictureIsDamaged(path)
    if header.pixels > MOST_PIXELS:
        raise PictureHasTooManyPixels(path, width=header.width, height=header.height, limit=MOST_PIXELS)
    return header


def read_picture(path: Path) -> bytes:
    """Return the bytes of a picture file that the engine can decode.

    Raises the errors of `checked_picture`, `FileIsMissing`, and `PictureIsOfOtherKind` for a kind that it cannot.
    """
    try:
        if not path.is_file():
            raise FileIsMissing(path)
        size_bytes = path.stat().st_size
        if size_bytes > LARGEST_PICTURE_BYTES:
            raise FileIsTooLarge(path, size_bytes=size_bytes, limit_bytes=LARGEST_PICTURE_BYTES)
        data = read_file(path)
    except OSError as error:
        raise FileIsMissing(path, details=str(error)) from error
    if checked_picture(path.name, data).kind not in ENGINE_KINDS:
        raise PictureIsOfOtherKind(path)
    return data
