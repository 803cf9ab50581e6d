"""Turns other apps' trees of messages into ours, in which questions and replies take turns.

Others keep system and tool messages, empty ones, and several in a row by the same side. Those that say nothing are
passed through; a run of messages by one side becomes one message, its parts apart by an empty line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from app.history.exchange.conversation_tree import TreeMessage

_NO_QUESTION = "…"


@dataclass(slots=True)
class ForeignMessage:
    """A message of another app; `role` `None` says nothing and only connects its parent with its children."""

    id: str
    parent_id: str | None
    role: Literal["user", "assistant"] | None
    text: str = ""
    thinking: str = ""
    created_at: float = 0.0
    model_name: str = ""


@dataclass(slots=True)
class _Run:
    """What one side has said so far, without the other side in between."""

    role: Literal["user", "assistant"] | None = None
    parent: int | None = None
    """Where the message before the run stands."""
    parts: list[ForeignMessage] = field(default_factory=list)

    def with_part(self, message: ForeignMessage) -> _Run:
        return _Run(self.role, self.parent, [*self.parts, message])


def regular_tree(foreign: Sequence[ForeignMessage], shown_id: str | None) -> tuple[tuple[TreeMessage, ...], int | None]:
    """Return our messages and the place of the one that ends the branch shown.

    Links that lead nowhere or in a circle begin a new line: no message is lost or taken twice.
    """
    known = {message.id: message for message in foreign}
    children: dict[str | None, list[ForeignMessage]] = {}
    for message in known.values():
        parent_id = message.parent_id if message.parent_id in known and message.parent_id != message.id else None
        children.setdefault(parent_id, []).append(message)
    messages: list[TreeMessage] = []
    place_of: dict[str, int] = {}
    seen: set[str] = set()
    waiting: list[tuple[ForeignMessage, _Run]] = [(root, _Run()) for root in reversed(children.get(None, []))]
    rest = iter(known.values())
    while True:
        if not waiting:
            start = next((message for message in rest if message.id not in seen), None)
            if start is None:
                break
            waiting.append((start, _Run()))
        message, run = waiting.pop()
        if message.id in seen:
            continue
        seen.add(message.id)
        if message.role is None:
            now = run
        elif run.role == message.role:
            now = run.with_part(message)
        else:
            parent = _ended(run, messages, place_of) if run.parts else run.parent
            now = _Run(message.role, parent, [message])
        following = [child for child in children.get(message.id, []) if child.id not in seen]  # none in a circle
        if not following and now.parts:
            _ended(now, messages, place_of)
        waiting += [(child, now) for child in reversed(following)]
    leaf = len(messages) - 1 if messages else None
    for _ in known:
        if shown_id is None or shown_id not in known:
            break
        if shown_id in place_of:
            leaf = place_of[shown_id]
            break
        shown_id = known[shown_id].parent_id
    return tuple(messages), leaf


def _ended(run: _Run, messages: list[TreeMessage], place_of: dict[str, int]) -> int:
    """Write a run as one message, once for each way in which it went on; return its place."""
    last = run.parts[-1]
    if last.id in place_of:
        return place_of[last.id]
    parent = run.parent
    if run.role == "assistant" and parent is None:
        messages.append(TreeMessage(role="user", answer=_NO_QUESTION, created_at=run.parts[0].created_at))
        parent = len(messages) - 1
    messages.append(
        TreeMessage(
            role=run.role or "user",
            parent=parent,
            created_at=run.parts[0].created_at,
            model_name=next((part.model_name for part in reversed(run.parts) if part.model_name), ""),
            answer="\n\n".join(part.text for part in run.parts if part.text),
            thinking="\n\n".join(part.thinking for part in run.parts if part.thinking),
        )
    )
    place_of[last.id] = len(messages) - 1
    return len(messages) - 1
