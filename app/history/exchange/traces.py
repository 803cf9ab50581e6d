"""Thinking traces for training: a line of JSON for each conversation, in the form that distillation uses."""

from __future__ import annotations

import msgspec

from app.history.exchange.conversation_tree import ConversationTree
from app.history.records import MessageState


class TraceMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message; replies carry their thought in `reasoning_content`."""

    role: str
    content: str
    reasoning_content: str | None = None


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
            messages.append(TraceMessage("assistant", message.answer, message.thinking))
            if message.state is MessageState.COMPLETE:
                complete = len(messages)
    return Trace(messages[:complete]) if complete else None
