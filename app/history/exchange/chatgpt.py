"""ChatGPT's export: `conversations.json`, an array of conversations, each a mapping from ids to nodes of a tree.

There is no published schema; the fields are those seen in exports of 2023 to 2026. Everything is optional.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, ReplyParts, conversation_of
from app.history.exchange.foreign_values import document_text, field, text_field
from app.history.exchange.left_out import LeftOut
from app.messages import ToolResult

_CANVAS = "canmore.create_textdoc"
_CAPTIONS = ("reasoning_recap", "model_editable_context")
"""Kinds of content that say nothing of their own: for how long it thought, what a memory was at the time."""


class _Author(msgspec.Struct, frozen=True):
    role: str = ""


class _Thought(msgspec.Struct):
    summary: str | None = None
    content: str | None = None


class _Content(msgspec.Struct):
    content_type: str = "text"
    parts: list[Any] = []
    text: str | None = None
    language: str | None = None
    thoughts: list[_Thought] = []
    user_profile: str | None = None
    user_instructions: str | None = None


class _Upload(msgspec.Struct):
    mime_type: str | None = None


class _Metadata(msgspec.Struct):
    model_slug: str | None = None
    is_visually_hidden_from_conversation: bool | None = None
    content_references: list[Reference] = []
    citations: list[Citation] = []
    attachments: list[_Upload] = []


class _Message(msgspec.Struct):
    author: _Author = _Author()
    content: _Content | None = None
    create_time: float | None = None
    metadata: _Metadata | None = None
    recipient: str | None = None


class _Node(msgspec.Struct):
    message: _Message | None = None
    parent: str | None = None

    def calls(self) -> str:
        """Return the name of the tool that it calls, empty if it calls none."""
        message = self.message
        if message is None or message.author.role != "assistant" or message.recipient in (None, "", "all"):
            return ""
        is_hidden = message.metadata is not None and message.metadata.is_visually_hidden_from_conversation
        return "" if is_hidden or message.content is None else message.recipient or ""


class ChatGptConversation(msgspec.Struct):
    """One element of `conversations.json`."""

    mapping: dict[str, _Node]
    title: str | None = None
    create_time: float | None = None
    update_time: float | None = None
    current_node: str | None = None
    is_archived: bool | None = None
    is_starred: bool | None = None

    def tree(self) -> ConversationTree:
        foreign = [
            _foreign(node_id, node, self.mapping.get(node.parent or "")) for node_id, node in self.mapping.items()
        ]
        return conversation_of(
            foreign,
            self.current_node,
            title=self.title,
            created_at=self.create_time or 0.0,
            updated_at=self.update_time or 0.0,
            system_prompt=next(filter(None, map(_instructions, self.mapping.values())), ""),
            is_pinned=self.is_starred,
            is_archived=self.is_archived,
        )


def _instructions(node: _Node) -> str:
    """Return what the person has told the model about all conversations."""
    content = node.message.content if node.message is not None else None
    if content is None or content.content_type != "user_editable_context":
        return ""
    return "\n\n".join(text.strip() for text in (content.user_profile, content.user_instructions) if text)


def _foreign(node_id: str, node: _Node, before: _Node | None) -> ForeignMessage:
    message = node.message
    foreign = ForeignMessage(node_id, node.parent, None)
    if message is None or message.content is None:
        return foreign
    content, metadata = message.content, message.metadata or _Metadata()
    foreign.created_at = message.create_time or 0.0
    _count_left_out(foreign, content, metadata)
    if node.calls():
        foreign.role = "assistant"
        said = content.text or _text(content)
        foreign.text = _canvas(said) if node.calls() == _CANVAS else ""
        if not foreign.text:
            call = ReplyParts()
            call.call(node_id, node.calls(), said)
            foreign.steps = call.steps()
        return foreign
    if message.author.role == "tool" and before is not None and before.calls():
        foreign.role = "assistant"
        foreign.result = ToolResult("", content.text or _text(content), content.content_type == "system_error")
        return foreign
    if metadata.is_visually_hidden_from_conversation or content.content_type == "user_editable_context":
        return foreign
    if message.author.role in ("user", "assistant") and message.recipient in (None, "", "all"):
        if content.content_type == "thoughts":
            thoughts = (thought.content or thought.summary or "" for thought in content.thoughts)
            foreign.thinking = "\n\n".join(thoughts).strip()
        elif content.content_type in ("text", "multimodal_text", "code"):
            linked = with_links(_text(content), metadata.content_references, metadata.citations)
            foreign.text = linked.text
            foreign.left_out[LeftOut.SOURCES] += linked.unknown
    if foreign.is_said:
        foreign.said_by(is_person=message.author.role == "user")
        foreign.model_name = metadata.model_slug or ""
    elif message.author.role != "system" and (content.text or _text(content)) and content.content_type not in _CAPTIONS:
        foreign.left_out[LeftOut.PARTS] += 1
    return foreign


def _count_left_out(foreign: ForeignMessage, content: _Content, metadata: _Metadata) -> None:
    for kind in map(_kind, content.parts):
        foreign.left_out[LeftOut.PICTURES] += "image" in kind
        foreign.left_out[LeftOut.RECORDINGS] += "audio" in kind and "asset_pointer" in kind
    uploads = (upload.mime_type or "" for upload in metadata.attachments)
    foreign.left_out[LeftOut.FILES] += sum(not kind.startswith("image/") for kind in uploads)


def _canvas(call: str) -> str:
    """Return the document that a call writes into the page beside the conversation; empty if it cannot be read."""
    try:
        told = msgspec.json.decode(call)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return ""
    text = field(told, "content")
    return document_text(str(field(told, "name") or ""), str(field(told, "type") or ""), text) if text else ""


def _text(content: _Content) -> str:
    if content.text is not None and not content.parts:
        is_code = content.content_type == "code"
        return document_text("", "code/", content.text, content.language or "") if is_code else content.text
    texts = [part if isinstance(part, str) else _part_text(part) for part in content.parts]
    return "\n\n".join(text for text in texts if text.strip())


def _part_text(part: object) -> str:
    """Return the text of a part that is no string; an image or a recording is only named."""
    kind = _kind(part)
    return text_field(part, "text") or ("[image]" if "image" in kind else "[audio]" if "audio" in kind else "")


def _kind(part: object) -> str:
    return text_field(part, "content_type")


# ChatGPT's citations: marks in the text, which lead somewhere only together with what is told beside it.
#
# Marks of today begin with U+E200, hold parts apart by U+E202 and end with U+E201; older ones look like
# `【4†source】`.

_MARK = re.compile("\ue200([^\ue200\ue201]*)\ue201|【\\d+[^【】\n]{0,80}】")
_BRACKETS = re.compile(r"([\[\]\\])")
_ESCAPED = r"\\\1"
_SHOWN_PARTS = ("url", "link_title", "entity", "cite_title")


class Reference(msgspec.Struct):
    """What a mark in the text stands for; `alt` is how it is shown, as Markdown."""

    matched_text: str | None = None
    alt: str | None = None
    items: list[Any] = []
    url: str | None = None
    title: str | None = None
    name: str | None = None


class Citation(msgspec.Struct):
    """What an older mark stands for, which is found by its place."""

    start_ix: int = -1
    end_ix: int = -1
    metadata: Any = None


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text without marks, and how many of them have led nowhere."""

    text: str
    unknown: int


def with_links(text: str, references: Sequence[Reference], citations: Sequence[Citation]) -> LinkedText:
    """Return a text in which each mark is a link, or the words that it was shown as."""
    if "\ue200" not in text and "【" not in text:
        return LinkedText(text, 0)
    known = {one.matched_text: one for one in references if one.matched_text}
    older = {(one.start_ix, one.end_ix): one.metadata for one in citations}
    unknown = 0

    def link(found: re.Match[str]) -> str:
        nonlocal unknown
        reference = known.get(found[0])
        shown = _shown(reference) if reference is not None else _in_brackets([_link(older.get(found.span()))])
        words = _words(found[1] or "") if reference is None and not shown else ""
        unknown += reference is None and not (shown or words)
        space = " " if shown.startswith("(") and found.start() and not text[found.start() - 1].isspace() else ""
        return space + (shown or words)

    return LinkedText(_MARK.sub(link, text), unknown)


def _shown(reference: Reference) -> str:
    if reference.alt is not None:
        return reference.alt.strip()
    sources = (*reference.items, {"url": reference.url, "title": reference.title})
    return _in_brackets([_link(source) for source in sources]) or reference.name or ""


def _in_brackets(links: Sequence[str]) -> str:
    found = [link for link in links if link]
    return f"({', '.join(found)})" if found else ""


def _link(source: object) -> str:
    """Return a link to a source, empty if it does not say where it is."""
    url = field(source, "url")
    if not isinstance(url, str) or not url:
        return ""
    title = field(source, "title")
    name = " ".join(title.split()) if isinstance(title, str) and title.strip() else url
    address = "".join(url.split()).replace("<", "%3C").replace(">", "%3E")
    return f"[{_BRACKETS.sub(_ESCAPED, name)}](<{address}>)"


def _words(mark: str) -> str:
    """Return what a mark shows by itself: the title of an address, the name of a thing."""
    kind, *parts = mark.split("\ue202")
    if not parts or kind not in _SHOWN_PARTS:
        return ""
    if not parts[0].startswith("["):
        return parts[0]
    try:
        names = msgspec.json.decode(parts[0], type=list[Any])
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return ""
    return str(names[1]) if len(names) > 1 else ""
