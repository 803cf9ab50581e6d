"""ChatGPT's export: `conversations.json`, an array of conversations, each a mapping from ids to nodes of a tree.

There is no published schema; the fields are those seen in exports of 2023 to 2026. Everything is optional.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, called, regular_tree


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


class _Metadata(msgspec.Struct):
    model_slug: str | None = None
    is_visually_hidden_from_conversation: bool | None = None


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
        """Return it as ours."""
        messages, leaf = regular_tree(
            [_foreign(node_id, node, self.mapping.get(node.parent or "")) for node_id, node in self.mapping.items()],
            self.current_node,
        )
        created = self.create_time or 0.0
        return ConversationTree(
            title=self.title or "",
            created_at=created,
            updated_at=self.update_time or created,
            archived_at=(self.update_time or created or 1.0) if self.is_archived else None,
            pinned_at=(self.update_time or created or 1.0) if self.is_starred else None,
            leaf=leaf,
            pictures_left_out=sum(_pictures(node) for node in self.mapping.values()),
            messages=messages,
        )


def _pictures(node: _Node) -> int:
    content = node.message.content if node.message is not None else None
    parts = content.parts if content is not None else []
    return sum("image" in _kind(part) for part in parts)


def _foreign(node_id: str, node: _Node, before: _Node | None) -> ForeignMessage:
    message = node.message
    foreign = ForeignMessage(node_id, node.parent, None)
    if message is None or message.content is None:
        return foreign
    if node.calls():
        foreign.role, foreign.created_at = "assistant", message.create_time or 0.0
        foreign.steps = (called(node_id, node.calls(), message.content.text or _text(message.content)),)
        return foreign
    if message.author.role == "tool" and before is not None and before.calls():
        foreign.role, foreign.created_at = "assistant", message.create_time or 0.0
        foreign.result = message.content.text or _text(message.content)
        return foreign
    role: Literal["user", "assistant"] | None = None
    if message.author.role in ("user", "assistant"):
        role = "user" if message.author.role == "user" else "assistant"
    metadata = message.metadata or _Metadata()
    # Other system and tool messages are no conversation.
    is_said = message.recipient in (None, "", "all") and not metadata.is_visually_hidden_from_conversation
    if role is None or not is_said:
        return foreign
    content = message.content
    if content.content_type == "thoughts":
        foreign.thinking = "\n\n".join(thought.content or thought.summary or "" for thought in content.thoughts).strip()
    elif content.content_type in ("text", "multimodal_text", "code"):
        foreign.text = _text(content)
    if foreign.text or foreign.thinking:
        foreign.role = role
        foreign.created_at = message.create_time or 0.0
        foreign.model_name = metadata.model_slug or ""
    return foreign


def _text(content: _Content) -> str:
    if content.text is not None and not content.parts:
        fence = "```"
        is_code = content.content_type == "code"
        return f"{fence}{content.language or ''}\n{content.text}\n{fence}" if is_code else content.text
    texts = [part if isinstance(part, str) else _part_text(part) for part in content.parts]
    return "\n\n".join(text for text in texts if text.strip())


def _part_text(part: object) -> str:
    """Return the text of a part that is no string; an image or a recording is only named."""
    if not isinstance(part, dict):
        return ""
    if isinstance(part.get("text"), str):
        return str(part["text"])
    kind = _kind(part)
    return "[image]" if "image" in kind else "[audio]" if "audio" in kind else ""


def _kind(part: object) -> str:
    kind = part.get("content_type") if isinstance(part, dict) else None
    return kind if isinstance(kind, str) else ""
