"""Turns other apps' trees of messages into ours, in which questions and replies take turns.

Others keep system and tool messages, empty ones, and several in a row by the same side. Those that say nothing are
passed through; a run of messages by one side becomes one message, its parts apart by an empty line. Calls of tools and
their results are steps of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from app.history.exchange.conversation_tree import TreeMessage
from app.history.records import ModelStep, Step, ToolDecision, ToolStep
from app.history.step_rows import json_of, row_of
from app.messages import ToolCall, ToolResult

_NO_QUESTION = "…"
_MOST_REPEATED = 16
"""How many times the text of a conversation may be said again where runs branch; in what people write hardly any is."""
_SMALL = 1_000_000  # characters


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
    steps: tuple[Step, ...] = ()
    """All of it, in order, where it calls tools."""
    result: str | None = None
    """What came of the call before it, which is all that it says."""

    def made_of(self) -> tuple[Step, ...]:
        """Return the steps that it adds to its run."""
        step = ModelStep("", self.thinking, self.text)
        return self.steps or (() if step.is_empty else (step,))


def steps_told(steps: Iterable[Step]) -> tuple[dict[str, Any], ...]:
    """Return steps as a conversation of ours has them; none where no tool is called."""
    steps = tuple(steps)
    return tuple(json_of(row_of(one)) for one in steps) if any(isinstance(one, ToolStep) for one in steps) else ()


def called(call_id: str, name: str, arguments: str) -> ToolStep:
    """Return a call that another app has made: nobody decides on it any more."""
    return ToolStep(ToolCall(call_id, name, arguments), decision=ToolDecision.AUTOMATIC)


def with_result(call: ToolStep, content: str, *, is_error: bool = False) -> ToolStep:
    """Return a call with what came of it."""
    return replace(call, result=ToolResult(call.call.call_id, content, is_error))


@dataclass(frozen=True, slots=True)
class _Run:
    """What one side has said so far, without the other side in between: the last part, and the run before it."""

    parent: int | None = None
    """Where the message before the run stands."""
    last: ForeignMessage | None = None
    earlier: _Run | None = None

    def parts(self) -> list[ForeignMessage]:
        parts: list[ForeignMessage] = []
        run: _Run | None = self
        while run is not None and run.last is not None:
            parts.append(run.last)
            run = run.earlier
        return parts[::-1]


def regular_tree(foreign: Sequence[ForeignMessage], shown_id: str | None) -> tuple[tuple[TreeMessage, ...], int | None]:
    """Return our messages and the place of the one that ends the branch shown.

    Links that lead nowhere or in a circle begin a new line: no message is lost or taken twice. A run that goes on in
    several ways is a version for each; raises `ValueError` where that would make a long text of a short one.
    """
    known = {message.id: message for message in foreign}
    children: dict[str | None, list[ForeignMessage]] = {}
    for message in known.values():
        parent_id = message.parent_id if message.parent_id in known and message.parent_id != message.id else None
        children.setdefault(parent_id, []).append(message)
    tree = _Tree(most_characters=_SMALL + _MOST_REPEATED * sum(map(_size, known.values())))
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
        elif run.last is not None and run.last.role == message.role:
            now = _Run(run.parent, message, run)
        else:
            now = _Run(tree.place_of(run), message)
        following = [child for child in children.get(message.id, []) if child.id not in seen]  # none in a circle
        if not following:
            tree.place_of(now)
        waiting += [(child, now) for child in reversed(following)]
    messages = tree.messages
    leaf = len(messages) - 1 if messages else None
    for _ in known:
        if shown_id is None or shown_id not in known:
            break
        if shown_id in tree.places:
            leaf = tree.places[shown_id]
            break
        shown_id = known[shown_id].parent_id
    return tuple(messages), leaf


class _Tree:
    """Our messages, as they are written."""

    def __init__(self, *, most_characters: int) -> None:
        self.messages: list[TreeMessage] = []
        self.places: dict[str, int] = {}
        """Where the message stands that ends with this one of the other app."""
        self._characters_left = most_characters

    def place_of(self, run: _Run) -> int | None:
        """Write a run as one message, once for each way in which it went on; return its place."""
        last, parent = run.last, run.parent
        if last is None:
            return parent
        if last.id in self.places:
            return self.places[last.id]
        parts = run.parts()
        self._characters_left -= sum(map(_size, parts))
        if self._characters_left < 0:
            raise ValueError("its messages branch so often that their text would be many times as long")
        if last.role == "assistant" and parent is None:
            self.messages.append(TreeMessage(role="user", answer=_NO_QUESTION, created_at=parts[0].created_at))
            parent = len(self.messages) - 1
        self.messages.append(
            TreeMessage(
                role=last.role or "user",
                parent=parent,
                created_at=parts[0].created_at,
                model_name=next((part.model_name for part in reversed(parts) if part.model_name), ""),
                answer="\n\n".join(part.text for part in parts if part.text),
                thinking="\n\n".join(part.thinking for part in parts if part.thinking),
                steps=steps_told(_steps_of(parts)),
            )
        )
        self.places[last.id] = len(self.messages) - 1
        return self.places[last.id]


def _steps_of(parts: Sequence[ForeignMessage]) -> list[Step]:
    steps: list[Step] = []
    for part in parts:
        steps += part.made_of()
        last = steps[-1] if steps else None
        if part.result is not None and isinstance(last, ToolStep) and last.result is None:
            steps[-1] = with_result(last, part.result)
    return steps


def _size(message: ForeignMessage) -> int:
    calls = [step for step in message.steps if isinstance(step, ToolStep)]
    size = sum(len(step.call.arguments) + len(step.result.content if step.result else "") for step in calls)
    return len(message.text) + len(message.thinking) + len(message.result or "") + size + 2
