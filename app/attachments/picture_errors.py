"""Why a picture cannot be sent along.

::

    AttachmentError
    ├── PictureIsDamaged         no picture, or of no kind that is known, or cut short
    ├── PictureIsOfOtherKind     a kind that only the window can turn into another
    └── PictureHasTooManyPixels  decoding it would take the memory of the machine
"""

from __future__ import annotations

from pathlib import Path

from app.attachments.errors import AttachmentError
from app.text import translatable


class PictureIsDamaged(AttachmentError):
    """It cannot be decoded."""

    message = translatable("{name} is damaged, or no picture of a kind that can be read.")
    advice = translatable("Save it as PNG or JPEG and send that along.")

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(path, details=details)


class PictureIsOfOtherKind(AttachmentError):
    """The engine does not decode this kind."""

    message = translatable("{name} is a picture of a kind that cannot be read here.")
    advice = translatable("Save it as PNG or JPEG, or send it along in the window.")

    def __init__(self, path: Path) -> None:
        super().__init__(path)


class PictureHasTooManyPixels(AttachmentError):
    """It is larger than the limit."""

    message = translatable(
        "{name} has {width} × {height} pixels, {megapixels} million; at most {limit} million can be read."
    )
    advice = translatable("Send the part that matters, or make it smaller first.")

    def __init__(self, path: Path, *, width: int, height: int, limit: int) -> None:
        super().__init__(
            path=path,
            width=width,
            height=height,
            megapixels=round(width * height / 1e6),
            limit=limit // 1_000_000,
        )
