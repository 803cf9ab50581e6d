"""Turns other apps' trees of messages into ours, in which questions and replies take turns.

Others keep system and tool messages, empty ones, and several in a row by the same side. Those that say nothing are
passed through; a run of messages by one side becomes one message, its parts apart by an empty line. Calls of tools and
their results are steps of it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from app.history.exchange.conversation_tree import ConversationTree, TreeAttachment, TreeMessage
from app.history.exchange.foreign_values import thought_and_answer
from app.history.exchange.left_out import Counts, LeftOut
from app.history.records import MessageState, ModelStep, Step, ToolDecision, ToolStep, joined
from app.history.step_rows import json_of, row_of
from app.messages import ToolCall, ToolResult

_NO_QUESTION = "…"
_MOST_REPEATED = 16
"""How many times the text of a conversation may be said again where runs branch; in what people write hardly any is."""
_SMALL = 1_000_000  # characters


@dataclass(slots=True)
class ForeignMessage:
    """A message of another app; `role` `None` says nothing and only connects its parent with its children.

    What a question says is its `text`; what a reply says are its `steps`, or `thinking` and `text`.
    """

    id: str
    parent_id: str | None
    role: Literal["user", "assistant"] | None
    text: str = ""
    thinking: str = ""
    created_at: float = 0.0
    model_name: str = ""
    steps: tuple[Step, ...] = ()
    result: ToolResult | None = None
    """What came of a call before it, which is all that it says: of the last one if it names none."""
    error: str = ""
    """Why the reply broke off."""
    attachments: tuple[TreeAttachment, ...] = ()
    left_out: Counts = field(default_factory=Counts)

    def made_of(self) -> tuple[Step, ...]:
        """Return the steps that it adds to its run."""
        step = ModelStep("", self.thinking, self.text)
        return self.steps or (() if step.is_empty else (step,))

    @property
    def is_said(self) -> bool:
        """Whether there is anything in it to be shown."""
        return bool(self.made_of() or self.result or self.error or self.attachments)

    def says(self, reply: ReplyParts) -> None:
        """Take what a reply says; pictures that it shows stay behind."""
        self.steps = reply.steps()
        self.left_out[LeftOut.PICTURES] += len(self.attachments)
        self.attachments = ()

    def said_by(self, *, is_person: bool) -> ForeignMessage:
        """Return it as said by one side, if it says anything."""
        if self.is_said:
            self.role = "user" if is_person else "assistant"
        return self


def steps_told(steps: Iterable[Step]) -> tuple[dict[str, Any], ...]:
    """Return steps as a conversation of ours has them; none where no tool is called."""
    steps = tuple(steps)
    return tuple(json_of(row_of(one)) for one in steps) if any(isinstance(one, ToolStep) for one in steps) else ()


class ReplyParts:
    """The parts of a reply in their order: what was thought and said, calls, and what came of them."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._thoughts: list[str] = []
        self._said: list[str] = []
        self._waiting: defaultdict[str, deque[int]] = defaultdict(deque)
        """Where the calls stand that nothing has come of yet, by their ids."""

    def think(self, text: str) -> None:
        """Add a thought; one after an answer begins a new step."""
        if text.strip():
            if self._said:
                self._end_step()
            self._thoughts.append(text.strip())

    def say(self, text: str) -> None:
        """Add to the answer."""
        if text.strip():
            self._said.append(text.strip())

    def say_raw(self, text: str) -> None:
        """Add what a model wrote, with the thought that it begins with."""
        thinking, answer = thought_and_answer(text)
        self.think(thinking)
        self.say(answer)

    def call(self, call_id: str, name: str, arguments: str) -> None:
        """Add a call that another app has made: nobody decides on it any more."""
        self.add(ToolStep(ToolCall(call_id, name, arguments), decision=ToolDecision.AUTOMATIC))

    def add(self, step: Step) -> None:
        """Add a whole step."""
        self._end_step()
        if isinstance(step, ToolStep) and step.result is None:
            self._waiting[step.call.call_id].append(len(self._steps))
        self._steps.append(step)

    def tell(self, call_id: str, content: str, *, is_error: bool = False) -> bool:
        """Tell what came of a call, of the last step without an id; return whether there is one that waits for it."""
        last = self._steps[-1] if self._steps and not call_id else None
        places = self._waiting[last.call.call_id if isinstance(last, ToolStep) and last.result is None else call_id]
        if not places:
            return False
        place = places.popleft()
        call = self._steps[place]
        assert isinstance(call, ToolStep), "only calls wait"
        self._steps[place] = replace(call, result=ToolResult(call.call.call_id, content, is_error))
        return True

    def steps(self) -> tuple[Step, ...]:
        """Return what has been added."""
        self._end_step()
        return tuple(self._steps)

    def _end_step(self) -> None:
        if self._thoughts or self._said:
            self._steps.append(ModelStep("", joined(self._thoughts), joined(self._said)))
            self._thoughts, self._said = [], []


def conversation_of(
    foreign: Sequence[ForeignMessage],
    shown_id: str | None,
    *,
    title: str | None,
    created_at: float,
    updated_at: float = 0.0,
    system_prompt: str = "",
    is_pinned: bool | None = False,
    is_archived: bool | None = False,
) -> ConversationTree:
    """Return a conversation of another app as ours; `shown_id` is the message that ends the branch shown."""
    messages, leaf = _regular_tree(foreign, shown_id)
    updated_at = updated_at or created_at
    return ConversationTree(
        title=title or "",
        created_at=created_at,
        updated_at=updated_at,
        pinned_at=(updated_at or 1.0) if is_pinned else None,
        archived_at=(updated_at or 1.0) if is_archived else None,
        leaf=leaf,
        not_brought=sum((message.left_out for message in foreign), Counts()),
        messages=messages,
        more={"system_prompt": system_prompt} if system_prompt.strip() else {},
    )


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


def _regular_tree(
    foreign: Sequence[ForeignMessage], shown_id: str | None
) -> tuple[tuple[TreeMessage, ...], int | None]:
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
        steps = _steps_of(parts)
        written = [step for step in steps if isinstance(step, ModelStep)]
        self.messages.append(
            TreeMessage(
                role=last.role or "user",
                parent=parent,
                state=MessageState.FAILED if last.error else MessageState.COMPLETE,
                created_at=parts[0].created_at,
                model_name=next((part.model_name for part in reversed(parts) if part.model_name), ""),
                error=last.error,
                answer=joined(step.answer for step in written),
                thinking=joined(step.thinking for step in written),
                steps=steps_told(steps),
                attachments=tuple(file for part in parts for file in part.attachments),
            )
        )
        self.places[last.id] = len(self.messages) - 1
        return self.places[last.id]


def _steps_of(parts: Sequence[ForeignMessage]) -> tuple[Step, ...]:
    reply = ReplyParts()
    for part in parts:
        for step in part.made_of():
            reply.add(step)
        if part.result is not None:
            reply.tell(part.result.call_id, part.result.content, is_error=part.result.is_error)
    return reply.steps()


def _size(message: ForeignMessage) -> int:
    size = sum(len(file.text) + len(file.content) for file in message.attachments)
    for step in message.made_of():
        if isinstance(step, ToolStep):
            size += len(step.call.arguments) + len(step.result.content if step.result else "")
        elif isinstance(step, ModelStep):
            size += len(step.thinking) + len(step.answer)
    return size + len(message.result.content if message.result else "") + 2
