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

    def __init__(
        self, message: str, advice: str, *, path: Path, values: dict[str, object] | None = None, details: str = ""
    ) -> None:
        super().__init__(message, advice, values={"name": path.name, **(values or {})}, details=details)
        self.path = path


class FileIsMissing(AttachmentError):
    """There is no file that can be read."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("{name} cannot be read."),
            translatable("Check that it is a file, still there, and that you may open it."),
            path=path,
            details=details,
        )


class FileIsTooLarge(AttachmentError):
    """The file is larger than the limit."""

    def __init__(self, path: Path, *, size_bytes: int, limit_bytes: int) -> None:
        super().__init__(
            translatable("{name} is too large to send along: {size}, and at most {limit} can be read."),
            translatable("Send the part that matters, in a file of its own or pasted."),
            path=path,
            values={"size": format_bytes(size_bytes), "limit": format_bytes(limit_bytes)},
        )


class FileIsNotText(AttachmentError):
    """The file holds no text."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translatable("{name} holds no text that a model could read."),
            translatable("Text, code, Markdown, CSV, JSON and PDF files can be sent along."),
            path=path,
        )


class FileIsPicture(AttachmentError):
    """The file is a picture of a kind that neither the window nor the engine decodes, or that is not wanted here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translatable("{name} is a picture of a kind that cannot be read."),
            translatable("Save it as PNG or JPEG and send that along."),
            path=path,
        )


class FileDoesNotFit(AttachmentError):
    """The file takes more of the context than is free."""

    def __init__(self, path: Path, *, needed_tokens: int, free_tokens: int) -> None:
        super().__init__(
            translatable("{name} needs {needed} tokens; {free} are free."),
            translatable(
                "Send the part that matters, leave out older turns or files, or load the model with a larger context."
            ),
            path=path,
            values={"needed": f"{needed_tokens:,}", "free": f"{max(0, free_tokens):,}"},
        )


class FileIsEmpty(AttachmentError):
    """The file holds nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(translatable("{name} is empty."), translatable("Choose another file."), path=path)


class PdfIsLocked(AttachmentError):
    """The PDF needs a password."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translatable("{name} is protected with a password."),
            translatable("Open it in a PDF viewer, save it without a password, and send that along."),
            path=path,
        )


class PdfIsDamaged(AttachmentError):
    """The PDF cannot be opened, or broke its reader."""

    def __init__(self, path: Path, *, details: str = "") -> None:
        super().__init__(
            translatable("{name} is damaged and cannot be read."),
            translatable("Save it again from its program, or paste the text."),
            path=path,
            details=details,
        )


class PdfHasNoText(AttachmentError):
    """The PDF holds pictures of pages."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            translatable("{name} holds pictures of pages and no text."),
            translatable("Run a text recognition (OCR) on it first, or paste the text."),
            path=path,
        )


class PdfTakesTooLong(AttachmentError):
    """Reading the PDF did not end in time."""

    def __init__(self, path: Path, *, limit_s: float) -> None:
        super().__init__(
            translatable("Reading {name} took longer than {limit} seconds, so it was given up."),
            translatable("Send the pages that matter in a file of their own."),
            path=path,
            values={"limit": round(limit_s)},
        )
