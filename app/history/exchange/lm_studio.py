"""LM Studio's conversations: a JSON file for each, its messages a list, each with versions made of steps.

Thoughts are steps of the style `thinking`, or stand in the text as the model wrote them. Source: files of 0.3.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, ReplyParts, conversation_of
from app.history.exchange.foreign_values import field, listed_text, plain, seconds, text_field
from app.history.exchange.left_out import LeftOut


class _Style(msgspec.Struct, rename="camel"):
    type: str | None = None


class _Step(msgspec.Struct, rename="camel"):
    type: str = ""
    content: list[Any] = []
    style: _Style | None = None


class _Sender(msgspec.Struct, rename="camel"):
    sender_name: str | None = None


class _Version(msgspec.Struct, rename="camel"):
    role: str = ""
    content: Any = None
    steps: list[_Step] = []
    sender_info: _Sender | None = None


class _Message(msgspec.Struct, rename="camel"):
    versions: list[_Version] = []
    currently_selected: int = 0


class LmStudioConversation(msgspec.Struct, rename="camel"):
    """A `*.conversation.json`; `createdAt` in milliseconds."""

    messages: list[_Message]
    name: str | None = None
    created_at: float | None = None
    pinned: bool | None = None
    system_prompt: str | None = None

    def tree(self) -> ConversationTree:
        """Return it as ours: what follows a message follows the version that was selected."""
        created = seconds(self.created_at or 0.0)
        foreign: list[ForeignMessage] = []
        selected: str | None = None
        for number, message in enumerate(self.messages):
            before = selected
            for place, version in enumerate(message.versions):
                one = _foreign(f"{number}.{place}", before, version)
                one.created_at = created
                foreign.append(one)
                if selected == before or place == message.currently_selected:
                    selected = one.id
        return conversation_of(
            foreign,
            selected,
            title=self.name,
            created_at=created,
            system_prompt=self.system_prompt or "",
            is_pinned=self.pinned,
        )


def _foreign(version_id: str, parent_id: str | None, version: _Version) -> ForeignMessage:
    foreign = ForeignMessage(version_id, parent_id, None)
    parts = version.content if isinstance(version.content, list) else []
    parts = [*parts, *(part for step in version.steps for part in step.content)]
    for part in parts:
        if field(part, "type") == "file":
            is_picture = "image" in str(field(part, "fileType"))
            foreign.left_out[LeftOut.PICTURES if is_picture else LeftOut.FILES] += 1
    if version.role == "user":
        foreign.text = (listed_text(version.content) or "\n\n".join(map(_step_text, version.steps))).strip()
    elif version.role == "assistant":
        reply = ReplyParts()
        _add_steps(reply, version.steps)
        if not reply.steps():
            reply.say_raw(listed_text(version.content))
        foreign.steps = reply.steps()
        foreign.model_name = (version.sender_info and version.sender_info.sender_name) or ""
    return foreign.said_by(is_person=version.role == "user")


def _add_steps(reply: ReplyParts, steps: Iterable[_Step]) -> None:
    for step in steps:
        if step.type != "contentBlock":
            continue
        text = _step_text(step)
        if step.style is not None and step.style.type == "thinking":
            reply.think(text)
        else:
            reply.say_raw(text)
        for part in step.content:
            if field(part, "type") == "toolCallRequest":
                call_id = str(field(part, "callId") or "")
                reply.call(call_id, str(field(part, "name") or ""), plain(field(part, "parameters")))
            elif field(part, "type") == "toolCallResult":
                reply.tell(str(field(part, "toolCallId") or ""), plain(field(part, "content")))


def _step_text(step: _Step) -> str:
    return "".join(text_field(part, "text") for part in step.content)
