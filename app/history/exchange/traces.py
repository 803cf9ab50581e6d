"""Thinking traces for training: a line of JSON for each conversation, in the form that distillation uses."""

from __future__ import annotations

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.records import MessageState
from app.history.step_messages import messages_of
from app.messages import Message, ToolCall, ToolResult


class TraceFunction(msgspec.Struct, frozen=True):
    """What is called; the arguments are JSON as the model wrote it."""

    name: str
    arguments: str


class TraceCall(msgspec.Struct, frozen=True):
    """A call of a tool."""

    id: str
    function: TraceFunction
    type: str = "function"


class TraceMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message; replies carry their thought in `reasoning_content`, and calls of tools are followed by results."""

    role: str
    content: str
    reasoning_content: str | None = None
    tool_calls: list[TraceCall] | None = None
    tool_call_id: str | None = None


class Trace(msgspec.Struct, frozen=True):
    """A conversation."""

    messages: list[TraceMessage]


def trace_of(tree: ConversationTree) -> Trace | None:
    """Return the branch shown up to its last complete reply; `None` if it has none."""
    messages = [TraceMessage("system", tree.system_prompt())] if tree.system_prompt() else []
    complete = 0
    for message in tree.branch():
        if message.role == "user":
            files = "".join(
                f"{file.name}:\n\n{file.text}\n\n" if file.text else f"[{file.name}]\n\n"
                for file in message.attachments
            )
            messages.append(TraceMessage("user", files + message.answer))
        else:
            messages += map(_traced, messages_of(message.made_of()))
            if message.state is MessageState.COMPLETE:
                complete = len(messages)
    return Trace(messages[:complete]) if complete else None


def _traced(message: Message) -> TraceMessage:
    results = [part for part in message.parts if isinstance(part, ToolResult)]
    if results:
        return TraceMessage("tool", results[0].content, tool_call_id=results[0].call_id)
    calls = [
        TraceCall(part.call_id, TraceFunction(part.name, part.arguments))
        for part in message.parts
        if isinstance(part, ToolCall)
    ]
    return TraceMessage(message.role, message.text, message.thinking, calls or None)
