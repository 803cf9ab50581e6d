"""From messages and tools to what chat templates read: the field's JSON shapes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from app.inference.protocol.template_wants import TemplateWants, ThoughtField
from app.messages import Message, ToolCall, ToolResult, ToolSpec

_FIELDS = (ThoughtField.REASONING_CONTENT, ThoughtField.THINKING, ThoughtField.REASONING)
_MOST_NESTED = 64


def message_values(message: Message, wants: TemplateWants, *, in_parts: bool = False) -> list[dict[str, object]]:
    """Return the message as a template with these wants reads it; each result of a tool is a message of its own."""
    results = [part for part in message.parts if isinstance(part, ToolResult)]
    if results:
        return [
            {"role": "tool", "content": _content(one.content, in_parts=in_parts), "tool_call_id": one.call_id}
            for one in results
        ]
    value: dict[str, object] = {"role": message.role, "content": _content(message.text, in_parts=in_parts)}
    if message.role == "assistant" and (thought := message.thinking):
        if wants.thoughts in _FIELDS:
            value[wants.thoughts.value] = thought
        elif wants.thoughts is ThoughtField.BLOCK:
            text = [{"type": "text", "text": message.text}] if message.text else []
            value["content"] = [{"type": "thinking", "thinking": thought}, *text]
    calls = [_call_value(part, wants) for part in message.parts if isinstance(part, ToolCall)]
    return [value | {"tool_calls": calls} if calls else value]


def tool_value(tool: ToolSpec) -> dict[str, object]:
    """Return the tool as templates read it. One that takes no arguments has an empty object of properties."""
    schema = parsed_json(tool.parameters)
    parameters = schema if isinstance(schema, dict) else {}
    if parameters.get("type", "object") == "object":
        parameters = {"type": "object", "properties": {}} | parameters
    function = {"name": tool.name, "description": tool.description, "parameters": parameters}
    return {"type": "function", "function": function}


def parsed_json(text: str) -> Any:
    """Return what the JSON text says; the text itself if it is none, or nested beyond any honest use."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):  # models and servers of tools write it, whatever it is
        return text
    return text if text.count("[") + text.count("{") > _MOST_NESTED and _is_deep(value) else value


def _is_deep(value: object) -> bool:
    level = [value]
    for _ in range(_MOST_NESTED):
        level = [inner for one in level for inner in _inner(one)]
    return bool(level)


def _inner(value: object) -> Iterable[object]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _content(text: str, *, in_parts: bool) -> object:
    return [{"type": "text", "text": text}] if in_parts else text


def _call_value(call: ToolCall, wants: TemplateWants) -> dict[str, object]:
    arguments = call.arguments if wants.arguments_as_text else parsed_json(call.arguments)
    return {"id": call.call_id, "type": "function", "function": {"name": call.name, "arguments": arguments}}
