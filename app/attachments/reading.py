"""Reads a file that a person wants to send along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.attachments.attached_file import AttachedFile, FileKind, FileNote
from app.attachments.encoding_guess import encoding_name
from app.attachments.errors import FileIsEmpty, FileIsMissing, FileIsNotText, FileIsPicture, FileIsTooLarge
from app.attachments.notebook import notebook_text
from app.attachments.text_encoding import DecodedText, decoded
from app.file_facts import open_file
from app.terminal_codes import as_shown
from app.text import format_bytes, translatable

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
    ".htm": "html",
    ".svg": "xml",
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
_GUESSED = translatable("Read as {encoding}, which is a guess.")
_GUESSED_UNSURELY = translatable(
    "Read as {encoding}, which is a guess that may be wrong: look whether the letters are right."
)
_FAULTS = translatable("Bytes that are no text: {count}. A � stands for each, or nothing.")
_DATA_LEFT_OUT = translatable("Pictures and other data in it were left out: {size}.")
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

        text, notes = pdf_text(path, pdf_limits or PdfLimits())
        return AttachedFile(path.name, FileKind.PDF, size_bytes, _INVISIBLE.sub("", text), notes=notes)
    return attachment_of(path, content)


def attachment_of(path: Path, content: bytes) -> AttachedFile:
    """Return content that was read, or pasted under a name, as an attachment."""
    if not content.strip():
        raise FileIsEmpty(path)
    found = decoded(content)
    if found is None:
        is_picture = path.suffix.lower() in _PICTURES or content.startswith(_PICTURE_BEGINNINGS)
        raise FileIsPicture(path) if is_picture else FileIsNotText(path)
    text = _INVISIBLE.sub("", as_shown(found.text).replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise FileIsEmpty(path)
    ending = path.suffix.lower()
    kind = _KINDS.get(ending, FileKind.CODE if ending in _LANGUAGES else FileKind.TEXT)
    left_out = 0
    notebook = notebook_text(text) if ending == ".ipynb" else None
    if notebook is not None:
        kind = FileKind.MARKDOWN
        text, left_out = notebook
    text, more = without_embedded_data(text, is_plain=kind is FileKind.TEXT)
    notes = (*_encoding_notes(found), *_data_notes(left_out + more))
    return AttachedFile(path.name, kind, len(content), text, _fence_language(ending, kind), notes)


def _encoding_notes(found: DecodedText) -> Iterator[FileNote]:
    if found.guess:
        words = _GUESSED if found.is_sure else _GUESSED_UNSURELY
        yield FileNote(words, {"encoding": encoding_name(found.guess)})
    if found.faults:
        yield FileNote(_FAULTS, {"count": found.faults})


def _data_notes(left_out: int) -> Iterator[FileNote]:
    if left_out:
        yield FileNote(_DATA_LEFT_OUT, {"size": format_bytes(left_out)})


def file_of(name: str, kind: str, size_bytes: int, text: str) -> AttachedFile:
    """Return a file that was read before and kept; an unknown `kind` is plain text."""
    known = FileKind(kind) if kind in {one.value for one in FileKind} else FileKind.TEXT
    language = "" if known is FileKind.PDF else _fence_language(Path(name).suffix.lower(), known)
    return AttachedFile(name, known, size_bytes, text, language)


def _fence_language(ending: str, kind: FileKind) -> str:
    by_kind = {FileKind.JSON: "json", FileKind.CSV: "csv", FileKind.MARKDOWN: "markdown"}
    return _LANGUAGES.get(ending) or by_kind.get(kind, "")


# Pictures, fonts and other data that stand in a text as letters: no model can read them, and they fill its context.

_FEWEST = 300
"""Characters from which data is left out."""
# Nothing is looked at twice: a file may be one word of millions of letters.
_URI = re.compile(
    r"(?P<head>data:[\w.+-]{1,64}+/[\w.+-]{1,64}+(?:;[\w=.+\"-]{1,64}+){0,8}),"
    r"(?P<data>(?<=;base64,)[A-Za-z0-9+/=_%-]{300,}+|(?<!;base64,)[^\"<>)\n]{300,}+)"
)
_RUN = re.compile(
    r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{60,}+={0,2}+"
    r"(?:(?:\r?\n|\\n)[ \t]*+[A-Za-z0-9+/_-]{4,}+={0,2}+(?![^\s\\\"'<]))*+"
)


def without_embedded_data(text: str, *, is_plain: bool) -> tuple[str, int]:
    """Return the text with data shortened to a word, and how many characters were left out.

    A plain text that is nothing but such data stays: somebody wants it looked at.
    """
    if is_plain and _RUN.fullmatch(text.strip()) is not None:
        return text, 0
    left_out = 0

    def shortened_uri(match: re.Match[str]) -> str:
        nonlocal left_out
        if not match["head"].endswith(";base64") and "%" not in match["data"]:
            return match[0]
        left_out += len(match["data"])
        return f"{match['head']},[{_size(match['data'])}]"

    def shortened_run(match: re.Match[str]) -> str:
        nonlocal left_out
        run = match[0]
        if len(run) < _FEWEST or not _is_data(run):
            return run
        left_out += len(run)
        return f"[data: {_size(run)}]"

    shortened = _RUN.sub(shortened_run, _URI.sub(shortened_uri, text))
    return shortened, left_out


def _is_data(run: str) -> bool:
    """Whether a run of letters is base64 or hexadecimal; words, sequences of DNA and numbers are not."""
    letters = [c for c in run if not c.isspace()]
    if len(letters) >= 1024 and all(c in "0123456789abcdef" for c in run.lower()):
        return len(set(run.lower())) == 16
    fewest = len(letters) * 0.05
    kinds = (str.isupper, str.islower, str.isdigit)
    return len(set(letters)) >= 40 and all(sum(map(kind, letters)) >= fewest for kind in kinds)


def _size(data: str) -> str:
    return format_bytes(len(data) * 3 // 4)
