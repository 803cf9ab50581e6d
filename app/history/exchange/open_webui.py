"""Open WebUI's export: an array of chats, each with `chat.history.messages`, a tree by `parentId`.

Thoughts stand in the content as folded `<details type="reasoning">` sections. Source: Open WebUI's own importer.
"""

from __future__ import annotations

import html
import re
from typing import Any, Literal

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, regular_tree

_DETAILS = re.compile(r"<details\b([^<>]*+)>|</details>\s*+")
_IS_REASONING = re.compile(r'\btype="reasoning"')
_SUMMARY = re.compile(r"\s*+<summary>[^<]*+</summary>")
_QUOTE = re.compile(r"^> ?", re.MULTILINE)


class _Message(msgspec.Struct, rename={"parent_id": "parentId"}):
    id: str | None = None
    parent_id: str | None = None
    role: str = ""
    content: Any = ""
    reasoning_content: str | None = None
    timestamp: float | None = None
    model: str | None = None
    files: Any = None

    def pictures(self) -> int:
        """Return how many pictures were sent along."""
        parts = self.content if isinstance(self.content, list) else []
        files = self.files if isinstance(self.files, list) else []
        return sum(isinstance(one, dict) and "image" in str(one.get("type", "")) for one in (*parts, *files))


class _History(msgspec.Struct, rename="camel"):
    messages: dict[str, _Message] = {}
    current_id: str | None = None


class _Chat(msgspec.Struct):
    title: str | None = None
    history: _History | None = None
    messages: list[_Message] = []
    timestamp: float | None = None


class OpenWebUiChat(msgspec.Struct):
    """One element of the export; `created_at` and `updated_at` in seconds."""

    chat: _Chat
    title: str | None = None
    created_at: float | None = None
    updated_at: float | None = None
    pinned: bool | None = None
    archived: bool | None = None

    def tree(self) -> ConversationTree:
        """Return it as ours."""
        history = self.chat.history
        if history is not None and history.messages:
            sent = list(history.messages.values())
            foreign = [
                _foreign(message_id, message, message.parent_id) for message_id, message in history.messages.items()
            ]
            shown = history.current_id
        else:  # very old exports hold a list only
            foreign, sent = [], self.chat.messages
            for number, message in enumerate(self.chat.messages):
                foreign.append(_foreign(str(number), message, str(number - 1) if number else None))
            shown = foreign[-1].id if foreign else None
        messages, leaf = regular_tree(foreign, shown)
        created = seconds(self.created_at or self.chat.timestamp or 0.0)
        updated = seconds(self.updated_at or 0.0) or created
        return ConversationTree(
            title=self.title or self.chat.title or "",
            created_at=created,
            updated_at=updated,
            pinned_at=(updated or 1.0) if self.pinned else None,
            archived_at=(updated or 1.0) if self.archived else None,
            leaf=leaf,
            pictures_left_out=sum(message.pictures() for message in sent),
            messages=messages,
        )


def seconds(moment: float) -> float:
    """Return a time in seconds that may have been given in milli-, micro- or nanoseconds."""
    for _ in range(3):
        if moment < 1e11:
            break
        moment /= 1000
    return moment


def _foreign(message_id: str, message: _Message, parent_id: str | None) -> ForeignMessage:
    role: Literal["user", "assistant"] | None = None
    if message.role in ("user", "assistant"):
        role = "user" if message.role == "user" else "assistant"
    text = message.content if isinstance(message.content, str) else _listed_text(message.content)
    thoughts = [message.reasoning_content or ""]
    if role == "assistant":
        text, sections = _without_reasoning(text)
        thoughts += map(_unfolded, sections)
    thinking = "\n\n".join(thought for thought in thoughts if thought.strip())
    text = text.strip()
    return ForeignMessage(
        message_id,
        parent_id,
        role if text or thinking else None,
        text,
        thinking,
        seconds(message.timestamp or 0.0),
        message.model or "",
    )


def _listed_text(content: object) -> str:
    if not isinstance(content, list):
        return ""
    texts = (part.get("text") for part in content if isinstance(part, dict))
    return "\n\n".join(text for text in texts if isinstance(text, str))


def _without_reasoning(text: str) -> tuple[str, list[str]]:
    """Return a text without its folded sections, and what stands in these; one that is not closed is text."""
    kept: list[str] = []
    sections: list[str] = []
    place = opened_at = begin = 0
    for found in _DETAILS.finditer(text):
        if not begin:
            if found[1] is not None and _IS_REASONING.search(found[1]):
                opened_at, begin = found.span()
        elif found[1] is None:
            kept.append(text[place:opened_at])
            sections.append(text[begin : found.start()])
            place, begin = found.end(), 0
    return "".join((*kept, text[place:])), sections


def _unfolded(section: str) -> str:
    summary = _SUMMARY.match(section)
    section = section[summary.end() :] if summary is not None else section
    return html.unescape(_QUOTE.sub("", section.strip()))
