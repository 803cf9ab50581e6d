"""Pictures are looked at before anything decodes them: kind, size, pixels."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from app.attachments.errors import AttachmentError, FileIsMissing, FileIsTooLarge
from app.attachments.picture import LARGEST_PICTURE_BYTES, read_picture
from app.attachments.picture_errors import PictureHasTooManyPixels, PictureIsDamaged, PictureIsOfOtherKind
from app.attachments.picture_header import PictureHeader, PictureKind, picture_header, picture_orientation
from tests.fakes.pictures import bmp, png, png_that_claims

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    + b"\xff\xff\xdb\x00\x04\x00\x00"  # a fill byte before a table
    + b"\xff\xc2\x00\x0b\x08"
    + struct.pack(">HH", 300, 400)
    + b"\x03\x01\x22\x00"
)
GIF = b"GIF89a" + struct.pack("<HH", 7, 9) + b"\x00" * 10
WEBP = b"RIFF\x40\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + b"\x1f\x03\x00\x57\x02\x00" + b"\x00" * 8
LOSSLESS = b"RIFF\x40\x00\x00\x00WEBPVP8L\x0a\x00\x00\x00\x2f" + struct.pack("<I", 99 | (49 << 14)) + b"\x00" * 8


@pytest.mark.parametrize(
    ("data", "kind", "width", "height"),
    [
        (png(12, 5, (1, 2, 3)), PictureKind.PNG, 12, 5),
        (bmp(3, 4, (1, 2, 3)), PictureKind.BMP, 3, 4),
        (JPEG, PictureKind.JPEG, 400, 300),
        (GIF, PictureKind.GIF, 7, 9),
        (WEBP, PictureKind.WEBP, 800, 600),
        (LOSSLESS, PictureKind.WEBP, 100, 50),
    ],
)
def test_the_header_tells_kind_and_size(data: bytes, kind: PictureKind, width: int, height: int) -> None:
    assert picture_header(data) == PictureHeader(kind, width, height)
    for length in range(10):
        assert picture_header(data[:length]) is None


def test_a_jpeg_without_a_frame_is_none() -> None:
    assert picture_header(b"\xff\xd8\xff\xda\x00\x04\x00\x00" + bytes(50)) is None
    assert picture_header(b"\xff\xd8\xff\xe0\x00\x00" * 50) is None
    assert picture_header(png_that_claims(0, 4)) is None


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (png_that_claims(50_000, 50_000), PictureHasTooManyPixels, "50000 × 50000 pixels, 2500 million; at most 50"),
        (b"only text", PictureIsDamaged, "is damaged, or no picture"),
        (WEBP, PictureIsOfOtherKind, "of a kind that cannot be read here"),
        (png(4, 4, (0, 0, 0)) + bytes(LARGEST_PICTURE_BYTES), FileIsTooLarge, "at most 20.0 MB"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_numbers(
    data: bytes, error: type[AttachmentError], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.png"
    path.write_bytes(data)
    with pytest.raises(error, match=words) as caught:
        read_picture(path)
    assert "odd.png" in str(caught.value)
    assert caught.value.advice


@pytest.mark.parametrize("order", ["<", ">"])
def test_how_a_photograph_lies_is_read(order: str) -> None:
    mark = b"II" if order == "<" else b"MM"
    exif = b"Exif\x00\x00" + mark + struct.pack(order + "HIHHHIHHI", 42, 8, 1, 0x0112, 3, 1, 6, 0, 0)
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    assert picture_orientation(JPEG[:2] + segment + JPEG[2:]) == 6
    assert picture_orientation(JPEG[:20] + segment + JPEG[20:]) == 6
    for length in range(len(segment)):
        assert picture_orientation(JPEG[:2] + segment[:length]) in (1, 6)
    assert picture_orientation(JPEG) == picture_orientation(GIF) == picture_orientation(b"") == 1


def test_a_picture_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileIsMissing):
        read_picture(tmp_path / "none.png")
    with pytest.raises(FileIsMissing):
        read_picture(tmp_path)
