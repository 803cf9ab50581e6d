"""Why a file cannot be sent along.

::

    UserError
    └── AttachmentError          carries the path
        ├── FileIsMissing        not there, a folder, or not ours to read
        ├── FileIsTooLarge       beyond what any context takes
        ├── FileIsNotText        a program, an archive
        ├── FileIsPicture        a picture where text is wanted
        ├── FileDoesNotFit       longer than what is free of the context
        ├── FileIsEmpty          nothing in it
        ├── PdfIsLocked          needs a password
        ├── PdfIsDamaged         cannot be opened
        ├── PdfHasNoText         pictures of pages only
        └── PdfTakesTooLong      reading was given up
"""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError
from app.text import format_bytes, translatable


class AttachmentError(UserError):
    """A file cannot be sent along; the subclasses say why."""

    def __init__(self, path: Path, *, details: str = "", **values: object) -> None:
        super().__init__(self.message, self.advice, name=path.name, details=details, **values)
        self.path = path


class FileIsMissing(AttachmentError):
    """There is no file that can be read."""

    message = translatable("{name} cannot be read.")
    advice = translatable("Check that it is a file, still there, and that you may open it.")


class FileIsTooLarge(AttachmentError):
    """The file is larger than the limit."""

    message = translatable("{name} is too large to send along: {size}, and at most {limit} can be read.")
    advice = translatable("Send the part that matters, in a file of its own or pasted.")

    def __init__(self, path: Path, *, size_bytes: int, limit_bytes: int) -> None:
        super().__init__(path, size=format_bytes(size_bytes), limit=format_bytes(limit_bytes))


class FileIsNotText(AttachmentError):
    """The file holds no text."""

    message = translatable("{name} holds no text that a model could read.")
    advice = translatable("Text, code, Markdown, CSV, JSON and PDF files can be sent along.")


class FileIsPicture(AttachmentError):
    """The file is a picture of a kind that neither the window nor the engine decodes, or that is not wanted here."""

    message = translatable("{name} is a picture of a kind that cannot be read.")
    advice = translatable("Save it as PNG or JPEG and send that along.")


class FileDoesNotFit(AttachmentError):
    """The file takes more of the context than is free."""

    message = translatable("{name} needs {needed} tokens; {free} are free.")
    advice = translatable("Send the part that matters, or leave out older turns or files.")

    def __init__(self, path: Path, *, needed_tokens: int, free_tokens: int) -> None:
        super().__init__(path, needed=f"{needed_tokens:,}", free=f"{max(0, free_tokens):,}")
        self.excess_tokens = needed_tokens - free_tokens


class FileIsEmpty(AttachmentError):
    """The file holds nothing."""

    message = translatable("{name} is empty.")
    advice = translatable("Choose another file.")


class PdfIsLocked(AttachmentError):
    """The PDF needs a password."""

    message = translatable("{name} is protected with a password.")
    advice = translatable("Open it in a PDF viewer, save it without a password, and send that along.")


class PdfIsDamaged(AttachmentError):
    """The PDF cannot be opened, or broke its reader."""

    message = translatable("{name} is damaged and cannot be read.")
    advice = translatable("Save it again from its program, or paste the text.")


class PdfHasNoText(AttachmentError):
    """The PDF holds pictures of pages."""

    message = translatable("{name} holds pictures of pages and no text.")
    advice = translatable("Run a text recognition (OCR) on it first, or paste the text.")


class PdfTakesTooLong(AttachmentError):
    """Reading the PDF did not end in time."""

    message = translatable("Reading {name} took longer than {limit} seconds, so it was given up.")
    advice = translatable("Send the pages that matter in a file of their own.")

    def __init__(self, path: Path, *, limit_s: float) -> None:
        super().__init__(path, limit=round(limit_s))
