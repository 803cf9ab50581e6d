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
from typing import IO, Any, TypeVar

import msgspec

from app.cancellation import Cancelled
from app.file_facts import open_file
from app.history.database import Database
from app.history.exchange.chatgpt import ChatGptConversation
from app.history.exchange.claude import ClaudeConversation
from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.errors import (
    ExportIsBroken,
    ExportIsTooLarge,
    FileIsNotAnExport,
    FileIsOutOfReach,
)
from app.history.exchange.jan import JanExport, JanMessage, JanThread, jan_tree
from app.history.exchange.json_objects import (
    LARGEST_OBJECT_BYTES,
    ObjectIsTooLarge,
    StreamIsCut,
    array_objects,
    decoded,
)
from app.history.exchange.left_out import Counts, LeftOut, Omission, omissions
from app.history.exchange.llama_page import LlamaPageConversation, LlamaPageHead, LlamaPageMessage
from app.history.exchange.lm_studio import LmStudioConversation
from app.history.exchange.open_webui import OpenWebUiChat
from app.history.exchange.silly_tavern import SillyTavernLine, silly_tavern_tree
from app.history.exchange.trace_form import TRACE_FORMAT
from app.history.exchange.tree_writer import TreeWriter

_BEGIN_BYTES = 64 << 10
_CHUNK_BYTES = 1 << 20
_THREAD = "thread.json"
_LARGEST_THREAD_BYTES = 1 << 20
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
    left_out: tuple[Omission, ...] = ()
    """What of another app's export did not come along."""


class _Keys(msgspec.Struct):
    """Which keys an object has tells what it is; their values are not looked at."""

    mapping: dict[str, msgspec.Raw] | None = None
    chat: dict[str, msgspec.Raw] | None = None
    chat_messages: list[msgspec.Raw] | None = None
    conv: dict[str, msgspec.Raw] | None = None
    messages: list[msgspec.Raw] | None = None
    exported_at: Any = None
    last_modified: Any = msgspec.field(name="lastModified", default=None)
    format: Any = None


class _Trace(msgspec.Struct):
    """A reply's trace that Aside has exported."""

    conversation: ConversationTree


def import_file(
    database: Database,
    path: Path,
    *,
    on_progress: Callable[[float], None] = lambda fraction: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> ImportResult:
    """Add the conversations of a file. Nothing is added when it is broken, stopped, or the app dies.

    Raises the errors of `app.history.exchange.errors` and `app.history.errors`, and `Cancelled`.
    """

    def tell(fraction: float) -> None:
        if is_stopped():
            raise Cancelled
        on_progress(min(1.0, fraction))

    writer = TreeWriter(database)
    messages = skipped = 0
    left_out = Counts()
    try:
        with _failures_of(path):
            for tree in _trees(path, tell):
                if tree.messages:
                    writer.add(tree, is_stopped=is_stopped)
                    messages += len(tree.messages)
                    left_out.update(tree.not_brought)
                else:
                    skipped += 1
        if is_stopped():
            raise Cancelled
        return ImportResult(tuple(writer.finish()), messages, skipped, omissions(left_out))
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
            yield from _trees_in(path, stream, size, on_progress, lambda: _thread_beside(path))
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

            def beside(name: str = info.filename) -> bytes:
                return _thread_in(archive, name)

            with archive.open(info) as packed:
                yield from _trees_in(path, packed, info.file_size, tell, beside)
            done += info.file_size


def _is_conversations(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    is_json = last.endswith(".json") and (last.startswith("conversations") or last.endswith(".conversation.json"))
    return is_json or (last.endswith(".jsonl") and not last.startswith("._"))  # of a Mac


def _thread_beside(path: Path) -> bytes:
    """Return what tells of the thread whose messages a file of Jan has; nothing where it is not there."""
    try:
        with open_file(path.with_name(_THREAD)) as stream:
            return stream.read(_LARGEST_THREAD_BYTES)
    except OSError:
        return b""


def _thread_in(archive: zipfile.ZipFile, name: str) -> bytes:
    folder = name.rpartition("/")[0]
    try:
        with archive.open(f"{folder}/{_THREAD}" if folder else _THREAD) as stream:
            return stream.read(_LARGEST_THREAD_BYTES)
    except (KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, OSError):
        return b""


def _trees_in(
    path: Path,
    stream: IO[bytes],
    size: int,
    on_progress: Callable[[float], None],
    beside: Callable[[], bytes],
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
    content = content.removeprefix(b"\xef\xbb\xbf")
    keys = first_line(content)
    if keys is not None:
        yield from line_trees(content, keys, beside, look=lambda: tell(size))
    else:
        yield _foreign(path, content)


def _ours(found: bytearray) -> ConversationTree:
    return msgspec.json.decode(found, type=ConversationTree)


def _foreign(path: Path, found: bytearray) -> ConversationTree:
    keys = decoded(found, _Keys)
    if keys.format == TRACE_FORMAT:
        return msgspec.json.decode(found, type=_Trace).conversation
    if keys.mapping is not None:
        return decoded(found, ChatGptConversation).tree()
    if keys.chat is not None:
        return decoded(found, OpenWebUiChat).tree()
    if keys.chat_messages is not None:
        return decoded(found, ClaudeConversation).tree()
    if keys.conv is not None:
        return decoded(found, LlamaPageConversation).tree()
    if keys.messages is not None and keys.last_modified is not None:  # the page as it was in early 2025
        return LlamaPageConversation(decoded(found, LlamaPageHead)).tree()
    if keys.messages is not None and keys.exported_at is not None:
        return decoded(found, JanExport).tree()
    if keys.messages is not None:
        return decoded(found, LmStudioConversation).tree()
    raise FileIsNotAnExport(path, details="an object with none of the keys that exports have")


# Files of other apps that hold a JSON object in each line: chats of SillyTavern, threads of Jan, llama.cpp's page.
#
# A line that is damaged costs only itself: such files are written line by line, and a crash cuts the last one.

T = TypeVar("T")
_MOST_LINES = 500_000
_AT_ONCE = 2000
"""Lines between two looks at whether the import is to end."""


class LineKeys(msgspec.Struct):
    """Which keys a line has tells whose it is."""

    type: Any = None
    chat_metadata: Any = None
    character_name: Any = None
    mes: Any = None
    role: Any = None
    thread_id: Any = None

    @property
    def is_known(self) -> bool:
        """Whether a file whose first line it is can be read."""
        return self.is_llama_page or self.is_silly_tavern or self.is_jan

    @property
    def is_llama_page(self) -> bool:
        """Whether it begins a conversation of llama.cpp's page."""
        return bool(self.type == "session")

    @property
    def is_silly_tavern(self) -> bool:
        """Whether it begins a chat of SillyTavern; early ones have no head."""
        return self.mes is not None or self.chat_metadata is not None or self.character_name is not None

    @property
    def is_jan(self) -> bool:
        """Whether it is a message of Jan."""
        return self.role is not None and self.thread_id is not None


class _LlamaPageLine(msgspec.Struct):
    type: Any = None
    message: LlamaPageMessage | None = None


def first_line(content: bytearray) -> LineKeys | None:
    """Return what the first of several lines has; `None` if the content is no file of that kind."""
    begin = content.lstrip().partition(b"\n")[0]
    try:
        keys = msgspec.json.decode(begin, type=LineKeys)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return keys if keys.is_known else None


def line_trees(
    content: bytearray, keys: LineKeys, beside: Callable[[], bytes], *, look: Callable[[], None]
) -> Iterator[ConversationTree]:
    """Yield the conversations of such a file; `beside` reads the file that tells of a thread of Jan."""
    if content.count(b"\n") > _MOST_LINES:
        raise ObjectIsTooLarge
    lines = _Lines([line for line in content.split(b"\n") if line.strip()], look)
    if keys.is_llama_page:
        yield from _sessions(lines)
    elif keys.is_silly_tavern:
        yield _with_damage(silly_tavern_tree(lines.of(SillyTavernLine)), lines)
    else:
        thread = _object(bytearray(beside()), JanThread) or JanThread()
        yield _with_damage(jan_tree(lines.of(JanMessage), thread), lines)


class _Lines:
    """The lines of a file, and how many of them could not be read."""

    def __init__(self, lines: list[bytearray], look: Callable[[], None]) -> None:
        self._lines = lines
        self._look = look
        self.damaged = 0

    def of(self, kind: type[T]) -> list[T]:
        """Return the lines that can be read."""
        return [one for _, one in self.each(kind)]

    def each(self, kind: type[T]) -> Iterator[tuple[bytearray, T]]:
        """Yield the lines that can be read, and what they hold."""
        for number, line in enumerate(self._lines):
            if number % _AT_ONCE == 0:
                self._look()
            one = _object(line, kind)
            self.damaged += one is None
            if one is not None:
                yield line, one


def _sessions(lines: _Lines) -> Iterator[ConversationTree]:
    conversation: LlamaPageConversation | None = None
    for line, record in lines.each(_LlamaPageLine):
        if record.type == "session":
            if conversation is not None:
                yield _with_damage(conversation.tree(), lines)
            conversation = LlamaPageConversation(_object(line, LlamaPageHead) or LlamaPageHead(), [])
        elif record.message is not None and conversation is not None:
            conversation.messages.append(record.message)
    if conversation is not None:
        yield _with_damage(conversation.tree(), lines)


def _with_damage(tree: ConversationTree, lines: _Lines) -> ConversationTree:
    """Return a conversation that tells how many lines could not be read since the last one."""
    damaged, lines.damaged = lines.damaged, 0
    counts = {**tree.not_brought, LeftOut.LINES: damaged} if damaged else tree.not_brought
    return msgspec.structs.replace(tree, not_brought=counts)


def _object(content: bytearray, kind: type[T]) -> T | None:
    try:
        return decoded(content, kind)
    except (ValueError, RecursionError):
        return None
