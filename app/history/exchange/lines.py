"""Files of other apps that hold a JSON object in each line: chats of SillyTavern, threads of Jan, llama.cpp's page.

A line that is damaged costs only itself: such files are written line by line, and a crash cuts the last one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.forgiving import decoded
from app.history.exchange.jan import JanMessage, JanThread, jan_tree
from app.history.exchange.json_objects import ObjectIsTooLarge
from app.history.exchange.left_out import LeftOut
from app.history.exchange.llama_page import LlamaPageConversation, LlamaPageHead, LlamaPageMessage
from app.history.exchange.silly_tavern import SillyTavernLine, silly_tavern_tree

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
