"""Open WebUI's export: an array of chats, each with `chat.history.messages`, a tree by `parentId`.

Thoughts stand in the content as folded `<details type="reasoning">` sections, calls of tools as those of the type
`tool_calls`, all they are in attributes. Source: Open WebUI's own importer.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.exchange.foreign_tree import ForeignMessage, called, regular_tree, with_result
from app.history.records import ModelStep, Step, ToolStep, joined

_DETAILS = re.compile(r"<details\b([^<>]*+)>|</details>\s*+")
_KIND = re.compile(r'\btype="(reasoning|tool_calls)"')
_ATTRIBUTE = re.compile(r'\b(\w+)="([^"]*)"')
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
    steps: list[Step] = []
    if role == "assistant":
        sections = _sections(text)
        text = "".join(section for kind, section in sections if not kind)
        thoughts += [_unfolded(section) for kind, section in sections if kind == "reasoning"]
        if any(kind == "tool_calls" for kind, _ in sections):
            steps = _steps([("thought", thoughts[0]), *sections])
            text = joined(step.answer for step in steps if isinstance(step, ModelStep))
    thinking = "\n\n".join(thought for thought in thoughts if thought.strip())
    text = text.strip()
    return ForeignMessage(
        message_id,
        parent_id,
        role if text or thinking or steps else None,
        text,
        thinking,
        seconds(message.timestamp or 0.0),
        message.model or "",
        tuple(steps),
    )


def _listed_text(content: object) -> str:
    if not isinstance(content, list):
        return ""
    texts = (part.get("text") for part in content if isinstance(part, dict))
    return "\n\n".join(text for text in texts if isinstance(text, str))


def _sections(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text, those without a kind being what is said; a section that is not closed is said, too.

    Of a call it is the section's attributes.
    """
    sections: list[tuple[str, str]] = []
    place = opened_at = begin = 0
    kind = attributes = ""
    for found in _DETAILS.finditer(text):
        if not begin:
            known = _KIND.search(found[1]) if found[1] is not None else None
            if known is not None:
                opened_at, begin = found.span()
                kind, attributes = known[1], found[1]
        elif found[1] is None:
            sections.append(("", text[place:opened_at]))
            sections.append((kind, attributes if kind == "tool_calls" else text[begin : found.start()]))
            place, begin = found.end(), 0
    return [*sections, ("", text[place:])]


def _steps(sections: Iterable[tuple[str, str]]) -> list[Step]:
    steps: list[Step] = []
    at_work = ModelStep()
    for kind, section in sections:
        thought = _unfolded(section) if kind == "reasoning" else section if kind == "thought" else ""
        if (kind == "tool_calls" or (thought.strip() and at_work.answer)) and not at_work.is_empty:
            steps.append(at_work)
            at_work = ModelStep()
        if kind == "tool_calls":
            steps.append(_call(section))
        elif thought.strip():
            at_work = ModelStep("", joined((at_work.thinking, thought)), at_work.answer)
        elif section.strip() and not kind:
            at_work = ModelStep("", at_work.thinking, joined((at_work.answer, section.strip())))
    return steps if at_work.is_empty else [*steps, at_work]


def _call(attributes: str) -> ToolStep:
    told = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
    call = called(told.get("id", ""), told.get("name", ""), _plain(told.get("arguments", "")))
    return with_result(call, _plain(told["result"])) if told.get("result") else call


def _plain(value: str) -> str:
    """Return a value without the quotes of JSON that are around it."""
    try:
        return msgspec.json.decode(value, type=str)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return value


def _unfolded(section: str) -> str:
    summary = _SUMMARY.match(section)
    section = section[summary.end() :] if summary is not None else section
    return html.unescape(_QUOTE.sub("", section.strip()))
