"""Reads conversations from a file of any known kind into the database, all of them or none."""

from __future__ import annotations

import errno
import sqlite3
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from app.file_facts import open_file
from app.history.database import Database
from app.history.errors import WorkStopped
from app.history.exchange.chatgpt import ChatGptConversation
from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.errors import (
    ExportIsBroken,
    ExportIsTooLarge,
    FileIsNotAnExport,
    FileIsOutOfReach,
)
from app.history.exchange.forgiving import decoded
from app.history.exchange.json_objects import LARGEST_OBJECT_BYTES, ObjectIsTooLarge, StreamIsCut, array_objects
from app.history.exchange.lm_studio import LmStudioConversation
from app.history.exchange.open_webui import OpenWebUiChat
from app.history.exchange.tree_writer import TreeWriter

_BEGIN_BYTES = 64 << 10
_CHUNK_BYTES = 1 << 20
_MOST_PACKED = 300
"""How many bytes one of a zip may hold: text packs to a tenth, and what packs so much tighter was made to be large."""
_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (StreamIsCut, msgspec.MsgspecError, ValueError, RecursionError, zipfile.BadZipFile, zlib.error, EOFError)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import has brought."""

    conversation_ids: tuple[int, ...]
    messages: int
    skipped: int
    """Conversations without a message."""
    pictures_left_out: int = 0
    """Of another app's export, which keeps them apart from what was said."""


class _Keys(msgspec.Struct):
    """Which keys an object has tells what it is; their values are not looked at."""

    mapping: dict[str, msgspec.Raw] | None = None
    chat: dict[str, msgspec.Raw] | None = None
    messages: list[msgspec.Raw] | None = None


def import_file(
    database: Database,
    path: Path,
    *,
    on_progress: Callable[[float], None] = lambda fraction: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> ImportResult:
    """Add the conversations of a file. Nothing is added when it is broken, stopped, or the app dies.

    Raises the errors of `app.history.exchange.errors` and `app.history.errors`, and `WorkStopped`.
    """

    def tell(fraction: float) -> None:
        if is_stopped():
            raise WorkStopped
        on_progress(min(1.0, fraction))

    writer = TreeWriter(database)
    messages = skipped = pictures = 0
    try:
        with _failures_of(path):
            for tree in _trees(path, tell):
                if tree.messages:
                    writer.add(tree, is_stopped=is_stopped)
                    messages += len(tree.messages)
                    pictures += tree.pictures_left_out
                else:
                    skipped += 1
        if is_stopped():
            raise WorkStopped
        return ImportResult(tuple(writer.finish()), messages, skipped, pictures)
    except BaseException:
        writer.undo()
        raise


@contextmanager
def _failures_of(path: Path) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise ExportIsBroken(path, details=f"{type(error).__name__}: {error}") from error
    except (OverflowError, sqlite3.IntegrityError) as error:  # what no column takes
        raise ExportIsBroken(path, details=str(error)) from error
    except (RuntimeError, NotImplementedError) as error:  # an encrypted zip, or one packed in a way Python cannot read
        raise ExportIsBroken(path, details=str(error)) from error
    except ObjectIsTooLarge as error:
        raise ExportIsTooLarge(path) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a zip that points before its own beginning
            raise ExportIsBroken(path, details=str(error)) from error
        raise FileIsOutOfReach(path, details=str(error)) from error


def _trees(path: Path, on_progress: Callable[[float], None]) -> Iterator[ConversationTree]:
    """Read the file; `on_progress` is called for each MB of it, and may raise to end that."""
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
        raise FileIsNotAnExport(path, details="no ordinary file")
    if not zipfile.is_zipfile(path):
        size = path.stat().st_size
        with open_file(path) as stream:
            yield from _trees_in(path, stream, size, on_progress)
        return
    with zipfile.ZipFile(path) as archive:
        infos = [one for one in archive.infolist() if _is_conversations(one.filename)]
        if not infos:
            raise FileIsNotAnExport(path, details="no conversations.json in the zip")
        for info in infos:
            is_bomb = info.file_size > max(LARGEST_OBJECT_BYTES, _MOST_PACKED * info.compress_size)
            if is_bomb or info.compress_type not in _PACKING:
                raise ExportIsBroken(path, details=f"{info.filename} is packed as no export is")
        if sum(info.compress_size for info in infos) > path.stat().st_size:
            raise ExportIsBroken(path, details="files in the zip lie upon each other")
        total = sum(info.file_size for info in infos)
        done = 0
        for info in sorted(infos, key=lambda one: one.filename):
            before = done

            def tell(fraction: float, before: int = before, size: int = info.file_size) -> None:
                on_progress((before + fraction * size) / max(1, total))

            with archive.open(info) as packed:
                yield from _trees_in(path, packed, info.file_size, tell)
            done += info.file_size


def _is_conversations(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return last.endswith(".json") and (last.startswith("conversations") or last.endswith(".conversation.json"))


def _trees_in(
    path: Path, stream: IO[bytes], size: int, on_progress: Callable[[float], None]
) -> Iterator[ConversationTree]:
    begin = stream.read(_BEGIN_BYTES)
    text = begin.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] not in (b"[", b"{"):
        raise FileIsNotAnExport(path)
    is_ours = b'"aside-conversations"' in text[:200]
    stream.seek(0)

    def tell(read: int) -> None:
        on_progress(read / max(1, size))

    if text[:1] == b"[" or is_ours:
        for found in array_objects(stream, on_bytes=tell):
            yield _ours(found) if is_ours else _foreign(path, found)
        return
    if size > LARGEST_OBJECT_BYTES:
        raise ObjectIsTooLarge
    content = bytearray()
    while chunk := stream.read(_CHUNK_BYTES):
        content += chunk
        tell(len(content))
        if len(content) > LARGEST_OBJECT_BYTES:
            raise ObjectIsTooLarge
    yield _foreign(path, content.removeprefix(b"\xef\xbb\xbf"))


def _ours(found: bytearray) -> ConversationTree:
    return msgspec.json.decode(found, type=ConversationTree)


def _foreign(path: Path, found: bytearray) -> ConversationTree:
    keys = decoded(found, _Keys)
    if keys.mapping is not None:
        return decoded(found, ChatGptConversation).tree()
    if keys.chat is not None:
        return decoded(found, OpenWebUiChat).tree()
    if keys.messages is not None:
        return decoded(found, LmStudioConversation).tree()
    raise FileIsNotAnExport(path, details="an object without mapping, chat or messages")
