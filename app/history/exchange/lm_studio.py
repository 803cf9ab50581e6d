"""LM Studio's conversations: a JSON file for each, its messages a list, each with versions made of steps.

Thoughts are steps of the style `thinking`, or stand between `<think>` tags. Source: files of LM Studio 0.3.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from app.history.exchange.conversation_tree import ConversationTree, TreeMessage
from app.history.exchange.foreign_tree import called, steps_told, with_result
from app.history.exchange.open_webui import seconds
from app.history.records import ModelStep, Step, ToolStep, joined
from app.history.step_rows import json_of

_THOUGHT = re.compile(r"^\s*<think>(.*?)(?:</think>\s*|\Z)", re.DOTALL)


class _Part(msgspec.Struct, rename="camel"):
    """A text, a call of a tool or its result."""

    type: str = "text"
    text: str | None = None
    name: str | None = None
    call_id: int | str | None = None
    tool_call_id: int | str | None = None
    parameters: Any = None
    content: Any = None


class _Style(msgspec.Struct, rename="camel"):
    type: str | None = None


class _Step(msgspec.Struct, rename="camel"):
    type: str = ""
    content: list[_Part] = []
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
    steps = [step for part in parts for step in (part.steps or map(json_of, part.rows()))]
    return msgspec.structs.replace(
        parts[0],
        steps=tuple(steps) if any(part.steps for part in parts) else (),
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
    steps = steps_told(_steps(version.steps))
    if not answer and not thinking and not steps:
        return None
    name = version.sender_info.sender_name if version.sender_info is not None else None
    return TreeMessage(
        role="assistant",
        answer=answer,
        thinking=thinking,
        created_at=created_at,
        model_name=name or "",
        steps=steps,
    )


def _steps(found: list[_Step]) -> list[Step]:
    steps: list[Step] = []
    at_work = ModelStep()
    for step in found:
        if step.type != "contentBlock":
            continue
        is_thought = step.style is not None and step.style.type == "thinking"
        text = _step_text(step).strip()
        if is_thought and at_work.answer:
            steps.append(at_work)
            at_work = ModelStep()
        thinking, answer = (text, "") if is_thought else ("", text)
        at_work = ModelStep("", joined((at_work.thinking, thinking)), joined((at_work.answer, answer)))
        for part in step.content:
            if part.type == "toolCallRequest":
                steps += [] if at_work.is_empty else [at_work]
                at_work = ModelStep()
                steps.append(called(str(part.call_id or ""), part.name or "", _json(part.parameters)))
            elif part.type == "toolCallResult":
                _answer_call(steps, str(part.tool_call_id or ""), _json(part.content))
    return steps if at_work.is_empty else [*steps, at_work]


def _answer_call(steps: list[Step], call_id: str, content: str) -> None:
    for place, step in enumerate(steps):
        if isinstance(step, ToolStep) and step.result is None and step.call.call_id == call_id:
            steps[place] = with_result(step, content)
            return


def _json(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else msgspec.json.encode(value).decode()


def _step_text(step: _Step) -> str:
    return "".join(part.text or "" for part in step.content)


def _plain(content: object) -> str:
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return ""
    texts = (part.get("text") for part in content if isinstance(part, dict))
    return "\n\n".join(text for text in texts if isinstance(text, str))
