"""Reads conversations from a file of any known kind into the database, all of them or none."""

from __future__ import annotations

import errno
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

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
from app.history.exchange.json_objects import ObjectIsTooLarge, StreamIsCut, array_objects
from app.history.exchange.lm_studio import LmStudioConversation
from app.history.exchange.open_webui import OpenWebUiChat
from app.history.exchange.tree_writer import TreeWriter

_LARGEST_SINGLE_BYTES = 256 << 20
_BEGIN_BYTES = 64 << 10


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
    writer = TreeWriter(database)
    messages = skipped = pictures = 0
    try:
        with _failures_of(path):
            for tree in _trees(path, on_progress):
                if is_stopped():
                    raise WorkStopped
                if tree.messages:
                    writer.add(tree)
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
    except (StreamIsCut, msgspec.MsgspecError, ValueError, RecursionError, zipfile.BadZipFile, EOFError) as error:
        raise ExportIsBroken(path, details=f"{type(error).__name__}: {error}") from error
    except (RuntimeError, NotImplementedError) as error:  # an encrypted zip, or one packed in a way Python cannot read
        raise ExportIsBroken(path, details=str(error)) from error
    except ObjectIsTooLarge as error:
        raise ExportIsTooLarge(path) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a zip that points before its own beginning
            raise ExportIsBroken(path, details=str(error)) from error
        raise FileIsOutOfReach(path, details=str(error)) from error


def _trees(path: Path, on_progress: Callable[[float], None]) -> Iterator[ConversationTree]:
    if not zipfile.is_zipfile(path):
        size = path.stat().st_size
        with path.open("rb") as stream:
            yield from _trees_in(path, stream, size, on_progress)
        return
    with zipfile.ZipFile(path) as archive:
        infos = [one for one in archive.infolist() if _is_conversations(one.filename)]
        if not infos:
            raise FileIsNotAnExport(path, details="no conversations.json in the zip")
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
    if text[:1] == b"[" or is_ours:
        for found in array_objects(stream, on_bytes=lambda read: on_progress(min(1.0, read / max(1, size)))):
            yield _ours(found) if is_ours else _foreign(path, found)
        return
    if size > _LARGEST_SINGLE_BYTES:
        raise ObjectIsTooLarge
    content = stream.read(_LARGEST_SINGLE_BYTES + 1).removeprefix(b"\xef\xbb\xbf")
    yield _foreign(path, content)


def _ours(found: bytes) -> ConversationTree:
    return msgspec.json.decode(found, type=ConversationTree)


def _foreign(path: Path, found: bytes) -> ConversationTree:
    keys = decoded(found, _Keys)
    if keys.mapping is not None:
        return decoded(found, ChatGptConversation).tree()
    if keys.chat is not None:
        return decoded(found, OpenWebUiChat).tree()
    if keys.messages is not None:
        return decoded(found, LmStudioConversation).tree()
    raise FileIsNotAnExport(path, details="an object without mapping, chat or messages")
