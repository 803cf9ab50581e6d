"""Reads a file that a person wants to send along."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from app.attachments.attached_file import AttachedFile, FileKind
from app.attachments.errors import FileIsEmpty, FileIsMissing, FileIsNotText, FileIsPicture, FileIsTooLarge
from app.attachments.text_encoding import decoded
from app.file_facts import open_file

if TYPE_CHECKING:
    from app.attachments.pdf import PdfLimits

LARGEST_TEXT_BYTES = 4 << 20
"""More than a million tokens: no context takes it."""

LARGEST_PDF_BYTES = 100 << 20

_KINDS = {
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".json": FileKind.JSON,
    ".jsonl": FileKind.JSON,
    ".ipynb": FileKind.JSON,
}
_LANGUAGES = {
    ".py": "python",
    ".js": "javascript",
    ".ts": "typescript",
    ".tsx": "tsx",
    ".jsx": "jsx",
    ".java": "java",
    ".kt": "kotlin",
    ".c": "c",
    ".h": "c",
    ".cc": "cpp",
    ".cpp": "cpp",
    ".hpp": "cpp",
    ".cs": "csharp",
    ".go": "go",
    ".rs": "rust",
    ".rb": "ruby",
    ".php": "php",
    ".swift": "swift",
    ".sh": "bash",
    ".ps1": "powershell",
    ".sql": "sql",
    ".r": "r",
    ".jl": "julia",
    ".lua": "lua",
    ".hs": "haskell",
    ".html": "html",
    ".css": "css",
    ".xml": "xml",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".toml": "toml",
    ".ini": "ini",
    ".tex": "latex",
    ".lean": "lean",
    ".diff": "diff",
    ".patch": "diff",
}
_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".ico"))
_PICTURE_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_attachment(path: Path, *, pdf_limits: PdfLimits | None = None) -> AttachedFile:
    """Return a file as text. Takes seconds for a large PDF. Raises the errors of `app.attachments.errors`."""
    try:
        if not path.is_file():  # a folder, a pipe that never ends
            raise FileIsMissing(path)
        size_bytes = path.stat().st_size
        with open_file(path) as file:
            is_pdf = b"%PDF-" in file.read(1024)
            limit_bytes = LARGEST_PDF_BYTES if is_pdf else LARGEST_TEXT_BYTES
            if size_bytes > limit_bytes:
                raise FileIsTooLarge(path, size_bytes=size_bytes, limit_bytes=limit_bytes)
            file.seek(0)
            content = b"" if is_pdf else file.read(limit_bytes + 1)
    except OSError as error:
        raise FileIsMissing(path, details=str(error)) from error
    if is_pdf:
        from app.attachments.pdf import PdfLimits, pdf_text  # not before there is one: it brings multiprocessing

        text, note = pdf_text(path, pdf_limits or PdfLimits())
        return AttachedFile(path.name, FileKind.PDF, size_bytes, _INVISIBLE.sub("", text), note=note)
    return attachment_of(path, content)


def attachment_of(path: Path, content: bytes) -> AttachedFile:
    """Return content that was read, or pasted under a name, as an attachment."""
    if not content.strip():
        raise FileIsEmpty(path)
    text = decoded(content)
    if text is None:
        is_picture = path.suffix.lower() in _PICTURES or content.startswith(_PICTURE_BEGINNINGS)
        raise FileIsPicture(path) if is_picture else FileIsNotText(path)
    if not text.strip():
        raise FileIsEmpty(path)
    ending = path.suffix.lower()
    kind = _KINDS.get(ending, FileKind.CODE if ending in _LANGUAGES else FileKind.TEXT)
    return AttachedFile(path.name, kind, len(content), _INVISIBLE.sub("", text), _fence_language(ending, kind))


def file_of(name: str, kind: str, size_bytes: int, text: str) -> AttachedFile:
    """Return a file that was read before and kept; an unknown `kind` is plain text."""
    known = FileKind(kind) if kind in {one.value for one in FileKind} else FileKind.TEXT
    language = "" if known is FileKind.PDF else _fence_language(Path(name).suffix.lower(), known)
    return AttachedFile(name, known, size_bytes, text, language)


def _fence_language(ending: str, kind: FileKind) -> str:
    by_kind = {FileKind.JSON: "json", FileKind.CSV: "csv", FileKind.MARKDOWN: "markdown"}
    return _LANGUAGES.get(ending) or by_kind.get(kind, "")
