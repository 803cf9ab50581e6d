"""Open WebUI's export: an array of chats, each with `chat.history.messages`, a tree by `parentId`.

What a reply is made of stands in its `output`, an array of items, or in its content: thoughts as folded
`<details type="reasoning">` sections, calls of tools as those of the types `tool_calls` and `code_interpreter`, all
they are in attributes. Source: Open WebUI's own importer.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree, TreeAttachment
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
from app.history.exchange.left_out import Counts, LeftOut

_DETAILS = re.compile(r"<details\b([^<>]*+)>|</details>\s*+")
_KIND = re.compile(r'\btype="(reasoning|tool_calls|code_interpreter)"')
_ATTRIBUTE = re.compile(r'\b(\w+)="([^"]*)"')
_SUMMARY = re.compile(r"\s*+<summary>[^<]*+</summary>")
_QUOTE = re.compile(r"^> ?", re.MULTILINE)
_UNQUOTED = re.compile(r"^(?!>)[^\S\n]*+\S", re.MULTILINE)
_FENCED = re.compile(r"\s*```\w*\n(.*?)\n?```\s*\Z", re.DOTALL)


class _Message(msgspec.Struct, rename={"parent_id": "parentId"}):
    id: str | None = None
    parent_id: str | None = None
    role: str = ""
    content: Any = ""
    reasoning_content: str | None = None
    output: list[Any] = []
    timestamp: float | None = None
    model: str | None = None
    files: list[Any] = []
    sources: list[Any] = []
    error: Any = None


class _History(msgspec.Struct, rename="camel"):
    messages: dict[str, _Message] = {}
    current_id: str | None = None


class _Parameters(msgspec.Struct):
    system: str | None = None


class _Chat(msgspec.Struct):
    title: str | None = None
    history: _History | None = None
    messages: list[_Message] = []
    timestamp: float | None = None
    params: _Parameters | None = None


class OpenWebUiChat(msgspec.Struct):
    """One element of the export; `created_at` and `updated_at` in seconds."""

    chat: _Chat
    title: str | None = None
    created_at: float | None = None
    updated_at: float | None = None
    pinned: bool | None = None
    archived: bool | None = None

    def tree(self) -> ConversationTree:
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
        prompts = (listed_text(message.content) for message in sent if message.role == "system")
        prompt = (self.chat.params and self.chat.params.system) or next(prompts, "")
        return conversation_of(
            foreign,
            shown,
            title=self.title or self.chat.title,
            created_at=seconds(self.created_at or self.chat.timestamp or 0.0),
            updated_at=seconds(self.updated_at or 0.0),
            system_prompt=prompt,
            is_pinned=self.pinned,
            is_archived=self.archived,
        )


def _foreign(message_id: str, message: _Message, parent_id: str | None) -> ForeignMessage:
    foreign = ForeignMessage(message_id, parent_id, None)
    foreign.created_at, foreign.model_name = seconds(message.timestamp or 0.0), message.model or ""
    parts = message.content if isinstance(message.content, list) else []
    files = [one for one in (*message.files, *parts) if field(one, "type") not in (None, "text")]
    foreign.attachments = _attachments(files, foreign.left_out)
    if message.role == "user":
        foreign.text = listed_text(message.content).strip()
    elif message.role == "assistant":
        foreign.error = _error(message.error)
        reply = ReplyParts()
        reply.think(message.reasoning_content or "")
        if any(field(item, "type") in ("message", "reasoning", "function_call") for item in message.output):
            _add_output(reply, message.output, foreign.left_out)
        else:
            _add_content(reply, listed_text(message.content))
        reply.say(_addresses(message.sources, foreign.left_out))
        foreign.says(reply)
    else:
        foreign.attachments = ()
    return foreign.said_by(is_person=message.role == "user")


def _attachments(files: Iterable[object], left_out: Counts) -> tuple[TreeAttachment, ...]:
    found: list[TreeAttachment] = []
    for file in files:
        name = field(file, "name") or field(file, "file", "filename")
        text = field(file, "file", "data", "content")
        address = field(file, "image_url", "url") or field(file, "url")
        picture = attached_picture(name or "", address)
        if picture is not None:
            found.append(picture)
        elif isinstance(text, str) and text:
            found.append(attached_text(name, text))
        else:
            left_out[LeftOut.PICTURES if "image" in str(field(file, "type")) else LeftOut.FILES] += 1
    return tuple(found)


def _error(error: object) -> str:
    told = field(error, "content") or field(error, "message") or error
    return told if isinstance(told, str) else "error" if told else ""


def _addresses(sources: Iterable[object], left_out: Counts) -> str:
    """Return where the numbers in the answer lead, as Markdown tells it below a text."""
    lines: list[str] = []
    for number, source in enumerate(sources, 1):
        url = field(source, "source", "url") or field(source, "source", "name")
        if isinstance(url, str) and url.startswith(("https://", "http://")) and not re.search(r"[\s<>]", url):
            lines.append(f"[{number}]: <{url}>")
        else:
            left_out[LeftOut.SOURCES] += 1
    return "\n".join(lines)


def _add_output(reply: ReplyParts, output: Iterable[object], left_out: Counts) -> None:
    for item in output:
        call_id, name = str(field(item, "call_id") or ""), str(field(item, "name") or "")
        match field(item, "type"):
            case "reasoning":
                reply.think(listed_text(field(item, "content")) or listed_text(field(item, "summary")))
            case "message":
                reply.say(listed_text(field(item, "content")))
            case "function_call":
                reply.call(call_id, name, plain(field(item, "arguments")))
            case "custom_tool_call":
                reply.call(call_id, name, plain(field(item, "input")))
            case "function_call_output" | "custom_tool_call_output":
                result = field(item, "output")
                reply.tell(call_id, listed_text(result) or plain(result))
            case "web_search_call" | "file_search_call" | "computer_call" as kind:
                asked = next((field(item, one) for one in ("action", "actions", "queries") if field(item, one)), None)
                reply.call(str(field(item, "id") or ""), kind.removesuffix("_call"), plain(asked))
            case "open_webui:code_interpreter" | "code_interpreter":
                call_id = str(field(item, "id") or "")
                reply.call(call_id, "code_interpreter", str(field(item, "code") or ""))
                reply.tell(call_id, plain(field(item, "output")))
            case _:
                left_out[LeftOut.PARTS] += 1


def _add_content(reply: ReplyParts, content: str) -> None:
    thinking, content = thought_and_answer(content)
    reply.think(thinking)
    for kind, attributes, section in _sections(content):
        if kind == "reasoning":
            reply.think(_unfolded(section))
        elif kind:
            told = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
            result = "output" if kind == "code_interpreter" else "result"
            asked = _code(section) if kind == "code_interpreter" else plain(told.get("arguments"))
            reply.call(told.get("id", ""), told.get("name", kind), asked)
            if told.get(result):
                reply.tell(told.get("id", ""), plain(told[result]))
        else:
            reply.say(section)


def _sections(text: str) -> list[tuple[str, str, str]]:
    """Return the parts of a text with their kinds and attributes, which what is said has none of.

    A section that is not closed is said, too.
    """
    sections: list[tuple[str, str, str]] = []
    place = opened_at = begin = 0
    kind = attributes = ""
    for found in _DETAILS.finditer(text):
        if not begin:
            known = _KIND.search(found[1]) if found[1] is not None else None
            if known is not None:
                opened_at, begin = found.span()
                kind, attributes = known[1], found[1]
        elif found[1] is None:
            sections += [("", "", text[place:opened_at]), (kind, attributes, text[begin : found.start()])]
            place, begin = found.end(), 0
    return [*sections, ("", "", text[place:])]


def _code(section: str) -> str:
    code = _without_summary(section)
    found = _FENCED.match(code)
    return found[1] if found is not None else code.strip()


def _unfolded(section: str) -> str:
    """Return a thought without its summary, and without the quote that it may stand in as a whole."""
    thought = html.unescape(_without_summary(section).strip())
    return thought if _UNQUOTED.search(thought) else _QUOTE.sub("", thought)


def _without_summary(section: str) -> str:
    summary = _SUMMARY.match(section)
    return section[summary.end() :] if summary is not None else section
