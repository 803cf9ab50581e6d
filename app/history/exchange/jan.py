"""Jan's threads: `messages.jsonl`, a message in each line, beside `thread.json`, which has the title; or both as JSON.

Messages are a line, or a tree where a thread has versions. Source: the types of Jan's messages, its reader and export.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, ReplyParts, conversation_of
from app.history.exchange.foreign_values import (
    attached_picture,
    attached_text,
    field,
    list_field,
    listed_text,
    moment_of,
    plain,
    text_field,
)
from app.history.exchange.left_out import LeftOut
from app.messages import ToolResult

_FILE_LIST = re.compile(r"\[ATTACHED_FILES\]\n(.*?)\n\[/ATTACHED_FILES\]\s*\Z", re.DOTALL)


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


class JanExport(msgspec.Struct):
    """A thread as one JSON object."""

    messages: list[JanMessage]
    title: str | None = None

    def tree(self) -> ConversationTree:
        """Return it as ours."""
        return jan_tree(self.messages, JanThread(title=self.title))


def jan_tree(messages: Sequence[JanMessage], thread: JanThread) -> ConversationTree:
    """Return a thread as ours."""
    foreign: list[ForeignMessage] = []
    names: set[str] = set()
    for number, message in enumerate(messages):
        parent = field(message.metadata, "parentId")
        is_root = isinstance(message.metadata, dict) and "parentId" in message.metadata and message.role == "user"
        # A reply whose link was lost belongs to what stands before it.
        before = parent if isinstance(parent, str) else foreign[-1].id if foreign and not is_root else None
        name = message.id if message.id and message.id not in names else f"message {number}"
        names.add(name)
        foreign.append(_foreign(name, before, message))
    created = moment_of(thread.created) or next((one.created_at for one in foreign if one.created_at), 0.0)
    prompts = (listed_text(_said(message.content)) for message in messages if message.role == "system")
    assistants = (field(one, "instructions") for one in thread.assistants)
    prompt = next((one for one in (*prompts, *assistants) if isinstance(one, str) and one.strip()), "")
    return conversation_of(
        foreign,
        _shown(messages, foreign, field(thread.metadata, "activeRootId")),
        title=thread.title or text_field(thread.metadata, "title"),
        created_at=created,
        updated_at=moment_of(thread.updated) or max((one.created_at for one in foreign), default=created),
        system_prompt=prompt,
    )


def _shown(messages: Sequence[JanMessage], foreign: Sequence[ForeignMessage], root: object) -> str | None:
    """Return the end of the branch shown: after each message the one that was chosen, else the newest."""
    chosen = {one.id: field(message.metadata, "activeChildId") for one, message in zip(foreign, messages, strict=True)}
    following: dict[str | None, list[str]] = {}
    for one in sorted(foreign, key=lambda one: one.created_at):
        following.setdefault(one.parent_id if one.parent_id in chosen else None, []).append(one.id)
    shown, wanted = None, root
    while children := following.pop(shown, []):
        shown = wanted if isinstance(wanted, str) and wanted in children else children[-1]
        wanted = chosen[shown]
    return shown


def _foreign(message_id: str, before: str | None, message: JanMessage) -> ForeignMessage:
    foreign = ForeignMessage(message_id, before, None, created_at=moment_of(message.created_at))
    parts = message.content if isinstance(message.content, list) else [{"type": "text", "text": message.content}]
    foreign.left_out[LeftOut.FILES] += len(message.attachments)
    reply = ReplyParts()
    for part in parts:
        _add(reply, part, foreign, is_reply=message.role == "assistant")
    if message.role == "user":
        text = listed_text(_said(message.content))
        files = _FILE_LIST.search(text)
        foreign.text = _FILE_LIST.sub("", text).strip()
        foreign.left_out[LeftOut.FILES] += files[1].count("\n") + 1 if files is not None else 0
        for file in list_field(message.metadata, "inline_file_contents"):
            content = field(file, "content")
            foreign.attachments += (attached_text(field(file, "name"), content),) if isinstance(content, str) else ()
    elif message.role == "tool":
        foreign.result = ToolResult(message.tool_call_id or "", listed_text(_said(message.content)))
    elif message.role == "assistant":
        for call in list_field(message.metadata, "tool_calls"):
            _add_call(reply, call)
        foreign.says(reply)
        foreign.error = text_field(message.metadata, "error")
        foreign.model_name = text_field(message.metadata, "modelId")
    return foreign.said_by(is_person=message.role == "user")


def _said(content: object) -> object:
    """Return a content whose texts stand where they do in other apps'."""
    if not isinstance(content, list):
        return content
    return [_value(part) for part in content if field(part, "type") in (None, "text")]


def _value(part: object) -> str:
    return text_field(part, "text") or text_field(part, "text", "value")


def _add(reply: ReplyParts, part: object, foreign: ForeignMessage, *, is_reply: bool) -> None:
    match field(part, "type"):
        case None | "text":
            reply.say_raw(_value(part) if is_reply else "")
        case "reasoning":
            reply.think(_value(part))
        case "tool_call":
            call_id = str(field(part, "tool_call_id") or "")
            reply.call(call_id, str(field(part, "tool_name") or ""), plain(field(part, "input")))
            if field(part, "output") is not None:
                reply.tell(call_id, _told(field(part, "output")))
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
