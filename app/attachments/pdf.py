"""Takes the text out of a PDF, in a process of its own: a hostile file costs that process, some seconds, some memory.

The child is a spawned `multiprocessing` process, like the engine's, so that it works in a bundle, too.
"""

from __future__ import annotations

import ctypes
import math
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.attachments.attached_file import FileNote
from app.attachments.errors import PdfHasNoText, PdfIsDamaged, PdfIsLocked, PdfTakesTooLong
from app.attachments.page_text import Glyph, page_text
from app.processes import spawn_context
from app.terminal import guard_terminals
from app.text import translatable

_ORDERING_SHARE = 0.5
"""Of the time: pages behind that are taken as the library puts them."""
_SPACE = 0x20
_HYPHEN_AT_END = 0x02
"""What the library makes of a hyphen at the end of a line."""
_ANGLES_LOOKED_AT = 8
"""Every so manieth letter is asked for its direction; if all of these stand upright, all do."""
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
PAGES_LEFT_OUT = translatable("Only the first {pages} of {total} pages were read.")


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """What reading one PDF may cost."""

    pages: int = 2000
    characters: int = 4_000_000
    time_s: float = 30.0
    memory_bytes: int = 2 << 30


@dataclass(frozen=True, slots=True)
class _Outcome:
    text: str = ""
    pages: int = 0
    total_pages: int = 0
    is_locked: bool = False
    failure: str = ""


def pdf_text(path: Path, limits: PdfLimits) -> tuple[str, tuple[FileNote, ...]]:
    """Return the text, its pages apart by empty lines, and what was left out.

    Raises `PdfIsLocked`, `PdfIsDamaged`, `PdfHasNoText`, `PdfTakesTooLong`.
    """
    outcome = _read_beside(path, limits)
    if outcome.is_locked:
        raise PdfIsLocked(path)
    if outcome.failure:
        raise PdfIsDamaged(path, details=outcome.failure)
    if not outcome.text.strip():
        raise PdfHasNoText(path)
    is_whole = outcome.pages >= outcome.total_pages
    left_out = FileNote(PAGES_LEFT_OUT, {"pages": outcome.pages, "total": outcome.total_pages})
    return outcome.text, () if is_whole else (left_out,)


def _read_beside(path: Path, limits: PdfLimits) -> _Outcome:
    context = spawn_context()
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read_in_child, args=(theirs, str(path), limits), name="pdf-reader", daemon=True)
    started = time.monotonic()
    child.start()
    theirs.close()
    try:
        if not ours.poll(max(0.0, limits.time_s - (time.monotonic() - started))):
            raise PdfTakesTooLong(path, limit_s=limits.time_s)
        outcome = ours.recv()
    except EOFError:
        child.join(1.0)
        return _Outcome(failure=f"the reader ended with code {child.exitcode}")
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    assert isinstance(outcome, _Outcome), "the child sends nothing else"
    return outcome


def _read_in_child(pipe: Connection, path: str, limits: PdfLimits) -> None:
    guard_terminals()
    _limit_memory(limits.memory_bytes)
    try:
        outcome = _read(path, limits)
    except MemoryError:
        outcome = _Outcome(failure="not enough memory")
    pipe.send(outcome)
    pipe.close()


def _read(path: str, limits: PdfLimits) -> _Outcome:
    import pypdfium2  # only here: a crash of the library ends this process

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == _PASSWORD_ERROR or "assword" in str(error)
        return _Outcome(is_locked=is_locked, failure="" if is_locked else str(error))
    total = len(document)
    parts: list[str] = []
    length = pages = 0
    failure = ""
    ordered_until = time.monotonic() + limits.time_s * _ORDERING_SHARE
    for number in range(min(total, limits.pages)):
        try:
            text = _page(document[number].get_textpage(), orders=time.monotonic() < ordered_until)
        except pypdfium2.PdfiumError as error:  # one broken page; the others may be sound
            failure = str(error)
            text = ""
        if length + len(text) > limits.characters:
            break
        parts.append(text.replace("\r\n", "\n").strip())
        length += len(text)
        pages += 1
    text = "\n\n".join(part for part in parts if part)
    return _Outcome(text=text, pages=pages, total_pages=total, failure="" if text else failure)


def _page(page: Any, *, orders: bool) -> str:
    """Return a page's text; without `orders`, as the library puts it, which is faster."""
    import pypdfium2.raw as pdfium

    if not orders:
        return str(page.get_text_bounded())
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    glyphs: list[Glyph] = []
    count = pdfium.FPDFText_CountChars(page)
    has_turned = any(pdfium.FPDFText_GetCharAngle(page, index) for index in range(0, count, _ANGLES_LOOKED_AT))
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if code == _HYPHEN_AT_END:
            code = ord("-")
        if code < _SPACE or (code == _SPACE and pdfium.FPDFText_IsGenerated(page, index)):
            continue
        pdfium.FPDFText_GetLooseCharBox(page, index, box)
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        angle = round(pdfium.FPDFText_GetCharAngle(page, index) / (math.pi / 2)) % 4 if has_turned else 0
        left, bottom, right, top, baseline = box.left, box.bottom, box.right, box.top, y.value
        if angle:
            ends = (_turned(left, bottom, angle), _turned(right, top, angle))
            (left, right), (bottom, top) = (sorted(one) for one in zip(*ends, strict=True))
            baseline = _turned(x.value, y.value, angle)[1]
        if code == _SPACE and right <= left:
            continue  # one that only the library has put there
        glyphs.append(Glyph(chr(code), left, right, baseline, top - bottom, angle))
    return page_text(glyphs).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """Return a place as it were if text that is turned clockwise so often stood upright."""
    return ((x, y), (-y, x), (-x, -y), (y, -x))[quarters]


def _limit_memory(memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    except (ValueError, OSError):  # macOS takes no such limit
        return
