"""Claude's data export: `conversations.json`, an array of conversations, each a list of messages made of blocks.

Messages name the one before them where a conversation has versions; older exports hold one line. Documents that a
reply wrote (artifacts) are calls of a tool, files have their text with them. There is no published schema.
"""

from __future__ import annotations

from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, ReplyParts, conversation_of
from app.history.exchange.foreign_values import (
    attached_text,
    document_text,
    field,
    list_field,
    listed_text,
    moment_of,
    plain,
    text_field,
)
from app.history.exchange.left_out import LeftOut

_UNSAID = ("token_budget", "flag")


class _Attachment(msgspec.Struct):
    file_name: str | None = None
    extracted_content: str | None = None


class _File(msgspec.Struct):
    file_name: str | None = None
    file_kind: str | None = None


class _Message(msgspec.Struct):
    uuid: str | None = None
    parent_message_uuid: str | None = None
    sender: str = ""
    text: str | None = None
    content: list[Any] = []
    created_at: Any = None
    attachments: list[_Attachment] = []
    files: list[_File] = []


class ClaudeConversation(msgspec.Struct):
    """One element of the export."""

    chat_messages: list[_Message]
    name: str | None = None
    created_at: Any = None
    updated_at: Any = None
    is_starred: bool | None = None
    model: str | None = None
    current_leaf_message_uuid: str | None = None

    def tree(self) -> ConversationTree:
        """Return it as ours; the newest message is shown where the export does not say which."""
        foreign: list[ForeignMessage] = []
        is_line = not any(message.parent_message_uuid for message in self.chat_messages)
        for number, message in enumerate(self.chat_messages):
            before = foreign[-1].id if is_line and foreign else message.parent_message_uuid
            foreign.append(_foreign(message.uuid or str(number), before, message, model=self.model or ""))
        newest = max(foreign, key=lambda one: one.created_at).id if foreign and not is_line else None
        return conversation_of(
            foreign,
            self.current_leaf_message_uuid or newest,
            title=self.name,
            created_at=moment_of(self.created_at),
            updated_at=moment_of(self.updated_at),
            is_pinned=self.is_starred,
        )


def _foreign(message_id: str, before: str | None, message: _Message, *, model: str) -> ForeignMessage:
    foreign = ForeignMessage(message_id, before, None, created_at=moment_of(message.created_at))
    named = {one.file_name for one in message.attachments}
    for file in message.files:
        if file.file_name not in named:
            foreign.left_out[LeftOut.PICTURES if file.file_kind == "image" else LeftOut.FILES] += 1
    foreign.left_out[LeftOut.FILES] += sum(not one.extracted_content for one in message.attachments)
    if message.sender == "human":
        foreign.text = (listed_text(message.content) or message.text or "").strip()
        foreign.attachments = tuple(
            attached_text(one.file_name, one.extracted_content) for one in message.attachments if one.extracted_content
        )
    elif message.sender == "assistant":
        reply = ReplyParts()
        for block in message.content:
            _add(reply, block, foreign)
        if not reply.steps():
            reply.say(message.text or "")
        foreign.steps, foreign.model_name = reply.steps(), model
    return foreign.said_by(is_person=message.sender == "human")


def _add(reply: ReplyParts, block: object, foreign: ForeignMessage) -> None:
    match field(block, "type"):
        case "text" | "voice_note":
            reply.say(listed_text([block]) + _cited(field(block, "citations")))
        case "thinking":
            reply.think(str(field(block, "thinking") or ""))
        case "tool_use":
            asked = field(block, "input")
            text = text_field(asked, "content")
            if field(block, "name") == "artifacts" and text:
                title, kind = text_field(asked, "title"), text_field(asked, "type")
                reply.say(document_text(title, kind, text, text_field(asked, "language")))
            else:
                reply.call(str(field(block, "id") or ""), str(field(block, "name") or ""), plain(asked))
        case "tool_result":
            content = field(block, "content")
            is_error = field(block, "is_error") is True
            told = listed_text(content) or plain(content)
            call_id = str(field(block, "tool_use_id") or "")
            is_told = reply.tell(call_id, told, is_error=is_error) or field(block, "name") == "artifacts"
            foreign.left_out[LeftOut.PARTS] += not is_told
            pictures = sum(field(part, "type") == "image" for part in list_field(block, "content"))
            foreign.left_out[LeftOut.PICTURES] += pictures
        case kind:
            foreign.left_out[LeftOut.PARTS] += kind not in _UNSAID


def _cited(citations: object) -> str:
    """Return links to what a text cites, each once."""
    links: dict[str, str] = {}
    for one in citations if isinstance(citations, list) else []:
        url = field(one, "url") or field(one, "details", "url")
        if isinstance(url, str) and url.startswith(("https://", "http://")):
            title = field(one, "title")
            name = " ".join(str(title or url).split()).replace("[", "(").replace("]", ")")
            links.setdefault(url, f"[{name}](<{url}>)")
    return f" ({', '.join(links.values())})" if links else ""
