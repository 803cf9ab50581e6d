"""What of a conversation is given to a template, by what it wants: thoughts, calls of tools, their results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.inference.protocol.template_wants import TemplateWants, ThoughtField
from app.messages import Message, Part, Text, Thinking, ToolCall, ToolResult
from app.reasoning import ReasoningFormat

_SHORT_ID = re.compile(r"[A-Za-z0-9]{9}\Z")


def replayed(
    messages: Sequence[Message],
    wants: TemplateWants,
    form: ReasoningFormat,
    *,
    is_thinking: bool = True,
    keeps_thoughts: bool | None = None,
) -> list[Message]:
    """Return the messages in the form that the template takes them; texts may be guarded already.

    Thoughts in a field of their own are all given: the template has its rule for them. Those in the content are
    repeated only in the turn that is still going on, unless `keeps_thoughts`. To a template that shows no calls or no
    results, the results are part of what was asked.
    """
    if not (wants.tool_calls and wants.tool_results):
        messages = list(_without_tools(messages))
    elif wants.one_call_a_message:
        messages = list(_with_calls_apart(messages))
    if wants.short_call_ids:
        messages = _with_short_ids(messages)
    asked = max((index for index, message in enumerate(messages) if message.role == "user"), default=-1)
    given = []
    for index, message in enumerate(messages):
        if message.role == "assistant" and message.has_thought:
            repeats = keeps_thoughts is True or (is_thinking and index > asked)
            message = _with_thought(message, wants, form, repeats=repeats)
        given.append(message)
    return given


def can_be_inline(form: ReasoningFormat) -> bool:
    """Return whether a thought of this format can stand in the content: it is marked where it begins and ends."""
    return form.channels is None and form.forced_close.strip() in form.close_markers and bool(form.forced_open)


def _with_thought(message: Message, wants: TemplateWants, form: ReasoningFormat, *, repeats: bool) -> Message:
    others = tuple([part for part in message.parts if not isinstance(part, Thinking)])
    thought = message.thinking
    match wants.thoughts:
        case ThoughtField.NONE:
            return replace(message, parts=others)
        case ThoughtField.INLINE:
            written = Text(form.forced_open + thought + form.forced_close)
            return replace(message, parts=(written, *others) if repeats and thought else others)
    calls = tuple([part for part in others if isinstance(part, ToolCall)])
    if wants.text_with_calls or not (calls and thought and message.text):
        return message
    return replace(message, parts=(Thinking(f"{thought}\n\n{message.text}"), *calls))


def _without_tools(messages: Sequence[Message]) -> Iterator[Message]:
    """Yield the messages without calls; results join the question before them, and a question right after them."""
    waiting: Message | None = None
    follows_result = False
    for message in messages:
        results = [part.content for part in message.parts if isinstance(part, ToolResult)]
        if results:
            asked = [waiting.text] if waiting is not None else []
            waiting = Message.user("\n\n".join([*asked, *results]))
            follows_result = True
            continue
        if any(isinstance(part, ToolCall) for part in message.parts):
            if not message.text.strip():
                continue
            message = replace(message, parts=tuple([p for p in message.parts if not isinstance(p, ToolCall)]))
        if waiting is not None and message.role == "user" and follows_result:
            message = Message.user(f"{waiting.text}\n\n{message.text}")
        elif waiting is not None:
            yield waiting
        waiting, follows_result = (message, False) if message.role == "user" else (None, False)
        if waiting is None:
            yield message
    if waiting is not None:
        yield waiting


def _with_calls_apart(messages: Sequence[Message]) -> Iterator[Message]:
    """Yield each call in a message of its own, its result right after it."""
    results = {part.call_id: part for message in messages for part in message.parts if isinstance(part, ToolResult)}
    for message in messages:
        calls = [part for part in message.parts if isinstance(part, ToolCall)]
        parts: list[Part] = [part for part in message.parts if not isinstance(part, ToolCall)]
        if calls:
            for call in calls:
                yield replace(message, parts=(*parts, call))
                parts = []
                if call.call_id in results:
                    yield Message("tool", (results.pop(call.call_id),))
            continue
        left = [part for part in parts if not isinstance(part, ToolResult) or part.call_id in results]
        if left or not parts:
            yield replace(message, parts=tuple(left))


def _with_short_ids(messages: Sequence[Message]) -> list[Message]:
    """Return the messages with ids of nine letters or digits; those that are such already stay."""
    short: dict[str, str] = {}

    def of(call_id: str) -> str:
        if _SHORT_ID.match(call_id):
            return call_id
        return short.setdefault(call_id, f"{len(short):09d}")

    def with_id(part: Part) -> Part:
        if isinstance(part, ToolCall | ToolResult):
            return replace(part, call_id=of(part.call_id))
        return part

    return [replace(message, parts=tuple(map(with_id, message.parts))) for message in messages]
