"""What the tools that were offered say of their arguments, for syntaxes that do not say which values are texts."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Mapping

from app.messages import ToolSpec
from app.reasoning.tool_calls.json_spans import BrokenJson, json_value, strict_json

Schema = Mapping[str, object]
_KINDS = {dict: "object", list: "array", bool: "boolean", int: "integer", float: "number", type(None): "null"}


class OfferedTools:
    """The tools of a request, by name."""

    def __init__(self, tools: Iterable[ToolSpec]) -> None:
        self._schemas = {tool.name: _object(tool.parameters) for tool in tools}

    def __contains__(self, name: object) -> bool:
        return name in self._schemas

    def schema_of(self, name: str) -> Schema:
        """Return the schema of a tool's arguments; an empty one for a tool that was not offered."""
        return self._schemas.get(name, {})


def inner_schema(schema: Schema, key: str = "") -> Schema:
    """Return the schema of a member of an object, or without a key of a list's items."""
    inner = schema.get("items")
    if key:
        properties = schema.get("properties")
        inner = properties.get(key) if isinstance(properties, Mapping) else None
    return inner if isinstance(inner, Mapping) else {}


def json_of(text: str, schema: Schema) -> str:
    """Return a value that is written without quotes as JSON: as a text if the schema says so, else as what it is."""
    kinds = _kinds_of(schema)
    if kinds and kinds <= {"string"}:
        return json.dumps(text, ensure_ascii=False)
    for kind, written in _readings(text):
        if not kinds or (kind in kinds and kind != "string") or (kind == "integer" and "number" in kinds):
            return written
    return json.dumps(text, ensure_ascii=False)


def _readings(text: str) -> Iterable[tuple[str, str]]:
    """Yield what kind of value a text may be, with that value as JSON: as JSON says, and as Python does."""
    text = text.strip()
    try:
        value = json_value(text)
        yield _KINDS.get(type(value), "string"), strict_json(text)
    except BrokenJson:
        try:
            value = ast.literal_eval(text)
            yield _KINDS.get(type(value), "string"), json.dumps(value, ensure_ascii=False)
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            return


def _kinds_of(schema: Schema) -> set[str]:
    kind = schema.get("type")
    kinds = {kind} if isinstance(kind, str) else set(kind) if isinstance(kind, list) else set()
    for name in ("anyOf", "oneOf"):
        choices = schema.get(name)
        for choice in choices if isinstance(choices, list) else ():
            kinds |= _kinds_of(choice) if isinstance(choice, Mapping) else set()
    values = schema.get("enum")
    if not kinds and isinstance(values, list):
        kinds = {_KINDS.get(type(value), "string") for value in values}
    return kinds


def _object(text: str) -> Schema:
    try:
        value = json_value(text)
    except BrokenJson:
        return {}
    return value if isinstance(value, Mapping) else {}
