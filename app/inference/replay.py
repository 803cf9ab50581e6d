"""What of a conversation is given to a template, by what it wants: thoughts, calls of tools, their results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from app.inference.protocol.template_wants import TemplateWants, ThoughtField
from app.messages import Message, Part, Text, Thinking, ToolCall, ToolResult
from app.reasoning import ReasoningFormat
from app.reasoning.tool_calls import CallFormat
from app.reasoning.tool_calls.call_writer import written_calls

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
    repeated only in the turn that is still going on, unless `keeps_thoughts`. Calls and results are given in pairs:
    templates raise at others. A result that has no call, or a template that shows none, is part of what was asked.
    """
    messages = _with_tools(messages, wants)
    if wants.short_call_ids:
        messages = _with_short_ids(messages)
    if wants.calls_in_text and wants.call_format is not None:
        messages = [_with_calls_as_text(message, wants.call_format) for message in messages]
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


def _with_calls_as_text(message: Message, form: CallFormat) -> Message:
    calls = [part for part in message.parts if isinstance(part, ToolCall)]
    others = tuple([part for part in message.parts if not isinstance(part, ToolCall)])
    return replace(message, parts=(*others, Text(written_calls(form, calls)))) if calls else message


def _with_tools(messages: Sequence[Message], wants: TemplateWants) -> list[Message]:
    """Return the messages with each call before its result, both in the form that the template takes."""
    if not any(isinstance(part, ToolCall | ToolResult) for message in messages for part in message.parts):
        return list(messages)
    given: list[Message] = []
    left = list(reversed(messages))
    while left:
        message = left.pop()
        results = _results_of(message)
        while left and (more := _results_of(left[-1])):
            results += more
            left.pop()
        for one in _exchange(message, results, wants):
            if given and one.role == given[-1].role == "user":
                one = replace(one, parts=(*given.pop().parts, Text("\n\n"), *one.parts))
            given.append(one)
    return given


def _exchange(message: Message, results: list[ToolResult], wants: TemplateWants) -> Iterator[Message]:
    """Yield a message and the results that follow it: calls in pairs with theirs, and what is left of the results."""
    calls = [part for part in message.parts if isinstance(part, ToolCall)]
    others = tuple([part for part in message.parts if not isinstance(part, ToolCall | ToolResult)])
    pairs: list[tuple[ToolCall, ToolResult]] = []
    for call in calls if wants.tool_calls and wants.tool_results else ():
        result = next((one for one in results if one.call_id == call.call_id), None)
        if result is not None:
            results.remove(result)
            pairs.append((call, result))
    if pairs and wants.one_call_a_message:
        for call, result in pairs:
            yield replace(message, parts=(*others, call))
            yield Message("tool", (result,))
            others = ()
    elif pairs:
        yield replace(message, parts=(*others, *(call for call, _ in pairs)))
        yield Message("tool", tuple([result for _, result in pairs]))
    elif message.role != "tool" and (not calls or message.text.strip()):
        yield replace(message, parts=others)
    if results:
        yield Message.user("\n\n".join(result.content for result in results))


def _results_of(message: Message) -> list[ToolResult]:
    return [part for part in message.parts if isinstance(part, ToolResult)]


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
