"""Writes conversations to a file: whole or not at all, one after the other, so that any number needs little memory."""

from __future__ import annotations

import contextlib
import enum
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec

from app.cancellation import Cancelled
from app.history.database import Database
from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.errors import not_written
from app.history.exchange.markdown import markdown_of
from app.history.exchange.traces import traces_of
from app.history.exchange.tree_reader import TreeReader
from app.history.exchange.web_page import web_page_of

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_DEVICE = re.compile(r"CON|PRN|AUX|NUL|(COM|LPT)[1-9]", re.IGNORECASE)  # names that Windows keeps to itself


class ExportForm(enum.StrEnum):
    """What a file holds; the value is its ending."""

    MARKDOWN = "md"
    WEB_PAGE = "html"
    JSON = "json"
    """Everything; Aside can import it again."""
    TRACES = "jsonl"
    """Questions, thoughts and answers, for training; every sample of a vote with how it stood."""


def ending_of(form: ExportForm, count: int) -> str:
    """Return the ending of a file with so many conversations: documents for several are packed into a zip."""
    return "zip" if count != 1 and form in (ExportForm.MARKDOWN, ExportForm.WEB_PAGE) else form.value


def file_name_of(title: str, ending: str) -> str:
    """Return a file name that every system takes."""
    plain = " ".join(_UNSAFE.sub(" ", title).split()).strip(" .")[:80].strip(" .")
    if _DEVICE.fullmatch(plain.split(".")[0]):
        plain = f"_{plain}"
    return f"{plain or 'conversation'}.{ending}"


def export_file(
    database: Database,
    conversation_ids: Sequence[int],
    path: Path,
    form: ExportForm,
    *,
    with_thoughts: bool = True,
    on_progress: Callable[[float], None] = lambda fraction: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Write these conversations, as they are now, to `path`; return how many are in it.

    The file is replaced only when all is written, and nobody else's writing meanwhile is in it.
    Raises `FileIsOutOfReach`, `Cancelled`, and the errors of `app.history.errors`.
    """
    reader = TreeReader(database)
    unfinished = path.with_name(f"{path.name[:40]}-{zlib.crc32(os.fsencode(path)):08x}.part")  # no name is too long

    def trees() -> Iterator[ConversationTree]:
        for number, conversation_id in enumerate(conversation_ids):
            if is_stopped():
                raise Cancelled
            with contextlib.suppress(LookupError):  # deleted for good meanwhile
                yield reader.read(conversation_id)
            on_progress((number + 1) / len(conversation_ids))

    try:
        with database.snapshot(), unfinished.open("wb") as file:
            if ending_of(form, len(conversation_ids)) == "zip":
                count = _write_zip(file, trees(), form, with_thoughts=with_thoughts)
            else:
                count = _write(file, trees(), form, with_thoughts=with_thoughts)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        return count
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def document_of(tree: ConversationTree, form: ExportForm, *, with_thoughts: bool) -> str:
    """Return a conversation as a document of its own."""
    if form is ExportForm.WEB_PAGE:
        return web_page_of(tree, with_thoughts=with_thoughts)
    return markdown_of(tree, with_thoughts=with_thoughts)


def _write(file: IO[bytes], trees: Iterator[ConversationTree], form: ExportForm, *, with_thoughts: bool) -> int:
    count = 0
    if form is ExportForm.JSON:
        file.write(b'{"format":"aside-conversations","version":1,"conversations":[')
        for tree in trees:
            file.write((b",\n" if count else b"\n") + msgspec.json.encode(tree))
            count += 1
        file.write(b"\n]}\n")
        return count
    for tree in trees:
        if form is ExportForm.TRACES:
            traces = traces_of(tree)
            if not traces:
                continue
            file.writelines(msgspec.json.encode(trace) + b"\n" for trace in traces)
        else:
            file.write(document_of(tree, form, with_thoughts=with_thoughts).encode())
        count += 1
    return count


def _write_zip(file: IO[bytes], trees: Iterator[ConversationTree], form: ExportForm, *, with_thoughts: bool) -> int:
    used: set[str] = set()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, tree in enumerate(trees, start=1):
            name = file_name_of(tree.title, form.value)
            if name.casefold() in used:
                name = file_name_of(f"{tree.title[:60]} {number}", form.value)
            used.add(name.casefold())
            archive.writestr(name, document_of(tree, form, with_thoughts=with_thoughts))
        return len(used)
