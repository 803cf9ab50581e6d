"""From messages and tools to what chat templates read: the field's JSON shapes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from app.inference.protocol.template_wants import TemplateWants, ThoughtField
from app.inference.sourced_text import sourced, tainted
from app.messages import Message, ToolCall, ToolResult, ToolSpec

_FIELDS = (ThoughtField.REASONING_CONTENT, ThoughtField.THINKING, ThoughtField.REASONING)
_PLAIN_TYPES = ("string", "number", "integer", "boolean", "array")
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
    return _function(tool, _parameters_of(tool))


def plain_tool_value(tool: ToolSpec) -> dict[str, object]:
    """Return the tool with a schema that any template can read: of each argument one type and a description.

    What the schema says beyond that stands in the description, as JSON.
    """
    parameters = _parameters_of(tool)
    properties = parameters.get("properties")
    plain = {name: _plain(schema) for name, schema in properties.items()} if isinstance(properties, dict) else {}
    required = parameters.get("required")
    names = [name for name in required if name in plain] if isinstance(required, list) else []
    return _function(tool, {"type": "object", "properties": plain, "required": names})


def _function(tool: ToolSpec, parameters: dict[str, object]) -> dict[str, object]:
    function = {"name": tool.name, "description": tool.description, "parameters": parameters}
    return {"type": "function", "function": function}


def _parameters_of(tool: ToolSpec) -> dict[str, object]:
    schema = sourced(parsed_json(tool.parameters))  # its keys are looked up
    parameters = schema if isinstance(schema, dict) else {}
    usual: dict[str, object] = {"type": "object", "properties": {}}
    return usual | parameters if parameters.get("type", "object") == "object" else parameters


def _plain(schema: object) -> dict[str, object]:
    facts = dict(schema) if isinstance(schema, dict) else {}
    description = facts.pop("description", "")
    kind = facts.get("type")
    if kind in _PLAIN_TYPES:
        facts.pop("type")
    else:
        kind = next((one for one in kind if one in _PLAIN_TYPES), "string") if isinstance(kind, list) else "string"
    rest = tainted(json.dumps(facts, ensure_ascii=False), [facts]) if facts else ""
    plain = {"type": kind, "description": str(description) + " " * bool(description and rest) + rest}
    return plain | {"items": {"type": "string"}} if kind == "array" else plain


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
    arguments = call.arguments if wants.arguments_as_text else object_of(call.arguments)
    return {"id": call.call_id, "type": "function", "function": {"name": call.name, "arguments": arguments}}


def object_of(arguments: str) -> dict[str, object]:
    """Return a call's arguments as the object that they should be: templates go through its items."""
    value = parsed_json(arguments)
    if isinstance(value, dict):
        return value
    return {"arguments": arguments} if value is not None and arguments.strip() else {}
