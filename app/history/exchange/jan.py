"""Jan's threads: `messages.jsonl`, a message in each line, beside `thread.json`, which has the title.

Source: the types of Jan's messages, and its own reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, all_left_out, regular_tree
from app.history.exchange.foreign_values import (
    attached_picture,
    field,
    listed_text,
    moment_of,
    plain,
    thought_and_answer,
)
from app.history.exchange.left_out import LeftOut
from app.history.exchange.reply_parts import ReplyParts
from app.messages import ToolResult


class JanMessage(msgspec.Struct):
    """A message; times in milliseconds, in seconds in early versions."""

    role: str
    id: str | None = None
    content: Any = None
    created_at: Any = None
    tool_call_id: str | None = None
    attachments: list[Any] = []
    metadata: Any = None
    status: str | None = None


class JanThread(msgspec.Struct):
    """What stands in `thread.json`."""

    title: str | None = None
    updated: Any = None
    created: Any = None
    assistants: list[Any] = []
    metadata: Any = None


def jan_tree(messages: Sequence[JanMessage], thread: JanThread) -> ConversationTree:
    """Return a thread as ours."""
    foreign: list[ForeignMessage] = []
    for number, message in enumerate(messages):
        foreign.append(_foreign(str(number), str(number - 1), message))
    told, leaf = regular_tree(foreign, None)
    created = moment_of(thread.created) or next((one.created_at for one in foreign if one.created_at), 0.0)
    prompts = (listed_text(_said(message.content)) for message in messages if message.role == "system")
    assistants = (field(one, "instructions") for one in thread.assistants)
    prompt = next((one for one in (*prompts, *assistants) if isinstance(one, str) and one.strip()), "")
    title = thread.title or field(thread.metadata, "title")
    return ConversationTree(
        title=title if isinstance(title, str) else "",
        created_at=created,
        updated_at=moment_of(thread.updated) or max((one.created_at for one in foreign), default=created),
        leaf=leaf,
        not_brought=all_left_out(foreign),
        messages=told,
        more={"system_prompt": prompt} if prompt else {},
    )


def _foreign(message_id: str, before: str, message: JanMessage) -> ForeignMessage:
    foreign = ForeignMessage(message_id, before, None, created_at=moment_of(message.created_at))
    parts = message.content if isinstance(message.content, list) else [{"type": "text", "text": message.content}]
    foreign.left_out[LeftOut.FILES] += len(message.attachments)
    reply = ReplyParts()
    for part in parts:
        _add(reply, part, foreign, is_reply=message.role == "assistant")
    if message.role == "user":
        foreign.text = listed_text(_said(message.content)).strip()
    elif message.role == "tool":
        foreign.result = ToolResult(message.tool_call_id or "", listed_text(_said(message.content)))
    elif message.role == "assistant":
        for call in field(message.metadata, "tool_calls") or []:
            _add_call(reply, call)
        foreign.steps = reply.steps()
        foreign.left_out[LeftOut.PICTURES] += len(foreign.attachments)
        foreign.attachments = ()
        model = field(message.metadata, "modelId")
        foreign.model_name = model if isinstance(model, str) else ""
    if foreign.is_said:
        foreign.role = "user" if message.role == "user" else "assistant"
    return foreign


def _said(content: object) -> object:
    """Return a content whose texts stand where they do in other apps'."""
    if not isinstance(content, list):
        return content
    return [_value(part) for part in content if field(part, "type") in (None, "text")]


def _value(part: object) -> str:
    told = field(part, "text")
    value = told if isinstance(told, str) else field(told, "value")
    return value if isinstance(value, str) else ""


def _add(reply: ReplyParts, part: object, foreign: ForeignMessage, *, is_reply: bool) -> None:
    match field(part, "type"):
        case None | "text":
            thinking, answer = thought_and_answer(_value(part)) if is_reply else ("", "")
            reply.think(thinking)
            reply.say(answer)
        case "reasoning":
            reply.think(_value(part))
        case "tool_call":
            call_id = str(field(part, "tool_call_id") or "")
            reply.call(call_id, str(field(part, "tool_name") or ""), plain(field(part, "input")))
            if field(part, "output") is not None:
                output = field(part, "output")
                reply.tell(call_id, _told(output))
        case "image_url":
            picture = attached_picture("", field(part, "image_url", "url"))
            foreign.attachments += (picture,) if picture is not None else ()
            foreign.left_out[LeftOut.PICTURES] += picture is None
        case _:
            foreign.left_out[LeftOut.PARTS] += 1


def _add_call(reply: ReplyParts, call: object) -> None:
    """Add a call as versions of 2025 kept it, beside the text."""
    call_id = str(field(call, "tool", "id") or "")
    function = field(call, "tool", "function")
    reply.call(call_id, str(field(function, "name") or ""), plain(field(function, "arguments")))
    response = field(call, "response")
    if response is not None:
        reply.tell(call_id, _told(response), is_error=bool(field(response, "error")))


def _told(output: object) -> str:
    """Return what a tool has told: the texts of its content, anything else as it stands."""
    return listed_text(field(output, "content")) or str(field(output, "error") or "") or plain(output)
