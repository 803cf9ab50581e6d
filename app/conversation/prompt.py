"""From stored messages to what the model is asked."""

from __future__ import annotations

from collections.abc import Iterable

from app.history.records import Message
from app.inference.protocol import ChatMessage


def chat_messages(branch: Iterable[Message], *, system_prompt: str = "") -> tuple[ChatMessage, ...]:
    """Return the branch as chat messages.

    Replies without an answer (stopped in mid-thought, failed) are left out, and questions that then follow each other
    become one: most templates insist that roles alternate.
    """
    messages: list[ChatMessage] = []
    if system_prompt.strip():
        messages.append(ChatMessage("system", system_prompt.strip()))
    for message in branch:
        if message.role == "assistant":
            if message.answer.strip():
                messages.append(ChatMessage("assistant", message.answer, message.thinking))
        elif messages and messages[-1].role == "user":
            messages[-1] = ChatMessage("user", messages[-1].content + "\n\n" + message.answer)
        else:
            messages.append(ChatMessage("user", message.answer))
    return tuple(messages)
