"""Writes calls as a model does, for templates that take them only as the text of its reply."""

from __future__ import annotations

import json
from collections.abc import Sequence

from app.messages import ToolCall
from app.reasoning.tool_calls.call_format import CallFormat
from app.reasoning.tool_calls.json_calls import JsonCalls
from app.reasoning.tool_calls.json_spans import BrokenJson, json_value
from app.reasoning.tool_calls.python_calls import PythonCalls


def can_write(form: CallFormat) -> bool:
    """Return whether calls of this format can be written: those of which nothing but names and arguments is needed."""
    return isinstance(form.body, JsonCalls | PythonCalls) and bool(form.heads) and "(" not in form.heads[0]


def written_calls(form: CallFormat, calls: Sequence[ToolCall]) -> str:
    """Return the calls between their marks, all of them in one list."""
    opening = form.heads[0].rstrip()
    closing = form.closings[0] if form.closings else ""
    if isinstance(form.body, PythonCalls):
        inner = ", ".join(f"{call.name}({_keywords(call.arguments)})" for call in calls)
    else:
        named = [(json.dumps(call.name, ensure_ascii=False), call.arguments) for call in calls]
        inner = ", ".join(f'{{"name": {name}, "arguments": {arguments}}}' for name, arguments in named)
    return f"{opening}[{inner}]{closing}"


def _keywords(arguments: str) -> str:
    try:
        value = json_value(arguments)
    except BrokenJson:
        return arguments
    facts = value if isinstance(value, dict) else {"arguments": value}
    return ", ".join(f"{key}={_python(inner)}" for key, inner in facts.items())


def _python(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
