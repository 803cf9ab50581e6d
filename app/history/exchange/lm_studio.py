"""LM Studio's conversations: a JSON file for each, its messages a list, each with versions made of steps.

Thoughts are steps of the style `thinking`, or stand between `<think>` tags. Source: files of LM Studio 0.3.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree, TreeMessage
from app.history.exchange.open_webui import seconds

_THOUGHT = re.compile(r"^\s*<think>(.*?)(?:</think>\s*|\Z)", re.DOTALL)


class _Text(msgspec.Struct, rename="camel"):
    type: str = "text"
    text: str | None = None


class _Style(msgspec.Struct, rename="camel"):
    type: str | None = None


class _Step(msgspec.Struct, rename="camel"):
    type: str = ""
    content: list[_Text] = []
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
        messages: list[list[TreeMessage]] = []  # what one side said in a row becomes one message in the end
        leaf: int | None = None
        for message in self.messages:
            selected = message.currently_selected
            shown = message.versions[selected] if 0 <= selected < len(message.versions) else None
            parent = leaf
            for version in message.versions:
                tree_message = _tree_message(version, created)
                if tree_message is None:
                    continue
                if parent is not None and messages[parent][0].role == tree_message.role:
                    messages[parent].append(tree_message)
                    continue
                if tree_message.role == "assistant" and parent is None:
                    messages.append([TreeMessage(role="user", answer="…", created_at=created)])
                    parent = len(messages) - 1
                messages.append([msgspec.structs.replace(tree_message, parent=parent)])
                if leaf == parent or leaf is None or version is shown:
                    leaf = len(messages) - 1
        more = {"system_prompt": self.system_prompt} if self.system_prompt else {}
        return ConversationTree(
            title=self.name or "",
            created_at=created,
            updated_at=created,
            pinned_at=(created or 1.0) if self.pinned else None,
            leaf=leaf,
            messages=tuple(map(_joined, messages)),
            more=dict(more),
        )


def _joined(parts: list[TreeMessage]) -> TreeMessage:
    return msgspec.structs.replace(
        parts[0],
        answer="\n\n".join(part.answer for part in parts if part.answer),
        thinking="\n\n".join(part.thinking for part in parts if part.thinking),
    )


def _tree_message(version: _Version, created_at: float) -> TreeMessage | None:
    if version.role == "user":
        text = _plain(version.content) or "\n\n".join(_step_text(step) for step in version.steps)
        return TreeMessage(role="user", answer=text.strip(), created_at=created_at) if text.strip() else None
    if version.role != "assistant":
        return None
    thoughts: list[str] = []
    answers: list[str] = []
    for step in version.steps:
        if step.type != "contentBlock":
            continue
        is_thought = step.style is not None and step.style.type == "thinking"
        (thoughts if is_thought else answers).append(_step_text(step))
    thinking = "\n\n".join(text for text in thoughts if text.strip()).strip()
    answer = ("\n\n".join(answers) or _plain(version.content)).strip()
    if not thinking:
        found = _THOUGHT.match(answer)
        if found is not None:
            thinking, answer = found[1].strip(), answer[found.end() :].strip()
    if not answer and not thinking:
        return None
    name = version.sender_info.sender_name if version.sender_info is not None else None
    return TreeMessage(role="assistant", answer=answer, thinking=thinking, created_at=created_at, model_name=name or "")


def _step_text(step: _Step) -> str:
    return "".join(part.text or "" for part in step.content)


def _plain(content: object) -> str:
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return ""
    texts = (part.get("text") for part in content if isinstance(part, dict))
    return "\n\n".join(text for text in texts if isinstance(text, str))
