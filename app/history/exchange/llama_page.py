"""What llama.cpp's own page exports: a conversation and its messages, which are a tree by `parent`.

As JSON (one, or an array of them), or with an object in each line: the conversation, then its messages. Pages of early
2025 held the messages in the conversation. Source: the page's own types and its importer.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, ReplyParts, conversation_of
from app.history.exchange.foreign_values import (
    attached_picture,
    attached_text,
    field,
    listed_text,
    plain,
    seconds,
    thought_and_answer,
)
from app.history.exchange.left_out import LeftOut
from app.messages import ToolResult

_THOUGHT = re.compile(r"<<<reasoning_content_start>>>(.*?)(?:<<<reasoning_content_end>>>|\Z)", re.DOTALL)
_TO_NEXT_CALL = r"(?:(?!<<<AGENTIC_TOOL_CALL_START>>>).)*?"
_CALL = re.compile(
    r"<<<AGENTIC_TOOL_CALL_START>>>\s*<<<TOOL_NAME:([^>\n]*)>>>\s*<<<TOOL_ARGS_START>>>"
    rf"(?>({_TO_NEXT_CALL})<<<TOOL_ARGS_END>>>)({_TO_NEXT_CALL})<<<AGENTIC_TOOL_CALL_END>>>",
    re.DOTALL,
)


class LlamaPageMessage(msgspec.Struct, rename="camel"):
    """A message; `timestamp` in milliseconds."""

    id: str | int | None = None
    parent: str | int | None = None
    type: str = "text"
    role: str = ""
    content: Any = None
    thinking: str | None = None
    reasoning_content: str | None = None
    tool_calls: Any = None
    tool_call_id: str | None = None
    timestamp: float | None = None
    model: str | None = None
    extra: list[Any] = []


class LlamaPageHead(msgspec.Struct, rename="camel"):
    """What is known of the conversation itself; `last_modified` in milliseconds."""

    name: str | None = None
    last_modified: float | None = None
    curr_node: str | int | None = None
    pinned: bool | None = None
    messages: list[LlamaPageMessage] = []


class LlamaPageConversation(msgspec.Struct):
    """A conversation with its messages."""

    conv: LlamaPageHead
    messages: list[LlamaPageMessage] = []

    def tree(self) -> ConversationTree:
        sent = self.messages or self.conv.messages
        is_line = not any(message.parent for message in sent)
        foreign: list[ForeignMessage] = []
        for number, message in enumerate(sent):
            before = foreign[-1].id if is_line and foreign else str(message.parent or "")
            foreign.append(_foreign(str(message.id if message.id is not None else number), before, message))
        updated = seconds(self.conv.last_modified or 0.0)
        prompt = next((listed_text(one.content) for one in sent if one.role == "system" and one.type != "root"), "")
        return conversation_of(
            foreign,
            str(self.conv.curr_node) if self.conv.curr_node is not None else None,
            title=(self.conv.name or "").strip(),
            created_at=min((one.created_at for one in foreign if one.created_at), default=updated),
            updated_at=updated,
            system_prompt=prompt,
            is_pinned=self.conv.pinned,
        )


def _foreign(message_id: str, before: str, message: LlamaPageMessage) -> ForeignMessage:
    foreign = ForeignMessage(message_id, before, None, created_at=seconds(message.timestamp or 0.0))
    if message.type == "root":
        return foreign
    text = listed_text(message.content)
    if message.role == "user":
        foreign.text = text.strip()
        _attach(foreign, message.extra)
    elif message.role == "tool":
        foreign.result = ToolResult(message.tool_call_id or "", text)
        foreign.left_out[LeftOut.FILES] += len(message.extra)
    elif message.role == "assistant":
        reply = ReplyParts()
        reply.think(message.reasoning_content or message.thinking or "")
        _add_text(reply, text)
        for call in _calls(message.tool_calls):
            function = field(call, "function")
            name, arguments = str(field(function, "name") or ""), plain(field(function, "arguments"))
            reply.call(str(field(call, "id") or ""), name, arguments)
        foreign.steps, foreign.model_name = reply.steps(), message.model or ""
        foreign.left_out[LeftOut.FILES] += len(message.extra)
    return foreign.said_by(is_person=message.role == "user")


def _calls(told: object) -> list[Any]:
    """Return calls that are told as a list, or as text that holds one; none where they cannot be read."""
    if isinstance(told, str):
        try:
            told = msgspec.json.decode(told)
        except (msgspec.MsgspecError, UnicodeEncodeError):
            return []
    return told if isinstance(told, list) else []


def _add_text(reply: ReplyParts, text: str) -> None:
    """Add what is said, with the thoughts and calls that earlier pages marked in it."""
    for thought in _THOUGHT.findall(text):
        reply.think(thought)
    text = _THOUGHT.sub("", text)
    thinking, text = thought_and_answer(text)
    reply.think(thinking)
    place = 0
    for found in _CALL.finditer(text):
        reply.say(text[place : found.start()])
        reply.call(f"call {place}", found[1].strip(), found[2].strip())
        reply.tell(f"call {place}", found[3].strip())
        place = found.end()
    reply.say(text[place:])


def _attach(foreign: ForeignMessage, extra: list[Any]) -> None:
    for one in extra:
        kind, text = str(field(one, "type")).lower(), field(one, "content")
        picture = attached_picture(field(one, "name") or "", field(one, "base64Url"))
        if picture is not None:
            foreign.attachments += (picture,)
        elif isinstance(text, str) and text:
            foreign.attachments += (attached_text(field(one, "name"), text),)
        elif "image" in kind:
            foreign.left_out[LeftOut.PICTURES] += 1
        else:
            foreign.left_out[LeftOut.RECORDINGS if kind in ("audio", "video") else LeftOut.FILES] += 1
