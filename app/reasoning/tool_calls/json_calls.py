"""Calls and arguments that are JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from msgspec.structs import replace

from app.messages import ToolCall
from app.reasoning.tool_calls.call_format import BodyScan, BrokenCall, Head, begins_with
from app.reasoning.tool_calls.json_spans import BrokenJson, JsonScan, items, json_value, members, strict_json
from app.reasoning.tool_calls.offered_tools import OfferedTools

_NAMES = ("name", "tool_name", "tool")
_ARGUMENTS = ("arguments", "parameters", "args")
_IDS = ("id", "tool_call_id", "call_id")
_NAME_IN = re.compile(r'"(?:tool_)?name"\s*:\s*"([^"\n]{1,200})"')
_BARE = re.compile(r"\s*\[?\s*\{\s*\"(?:name|type|function|id|parameters|arguments)\"\s*:")
_BARE_BEGUN = re.compile(r"\s*\[?\s*(?:\{\s*(?:\"\w{0,10}(?:\"\s*)?)?)?\Z")
_INDEX = re.compile(r"\A(?:functions\.)?(.+?)(?::\d+)?\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class JsonCalls:
    """A call as an object, or several of them in a list, that name what is called."""

    name_is_key: bool = False
    """Whether the object has the name as its key, and the arguments as its value."""

    @property
    def literals(self) -> tuple[str, ...]:
        """None of its own."""
        return ()

    def begins(self, text: str, start: int, *, is_bare: bool = False) -> bool | None:
        """Return whether an object or a list begins; one that nothing marks begins with what calls have in them."""
        if not is_bare:
            return begins_with(text, start, ("{", "["))
        if _BARE.match(text, start):
            return True
        return None if _BARE_BEGUN.match(text, start) else False

    def scan(self, start: int) -> BodyScan:
        """Return what finds its end."""
        return JsonScan(start)

    def calls(self, text: str, head: Head, tools: OfferedTools) -> list[ToolCall]:
        try:
            objects = items(text) if text.lstrip().startswith("[") else [text]
        except BrokenJson as error:
            raise BrokenCall from error
        return [self._call(one, head) for one in objects]

    def broken(self, text: str, head: Head) -> ToolCall:
        """Return a call that is no JSON, of what seems to be its name."""
        name = _NAME_IN.search(text)
        try:
            facts = members(text)
        except BrokenJson:
            facts = {}
        arguments = next((facts[key] for key in _ARGUMENTS if key in facts), text.strip())
        return ToolCall("", name[1] if name else "", arguments)

    def _call(self, written: str, head: Head) -> ToolCall:
        try:
            return self._read(members(written))
        except BrokenJson:
            return self.broken(written, head)

    def _read(self, facts: dict[str, str]) -> ToolCall:
        if self.name_is_key:
            if len(facts) != 1:
                raise BrokenJson
            ((name, arguments),) = facts.items()
            return ToolCall("", name, arguments_of(arguments))
        if "name" not in facts and facts.get("function", "").startswith("{"):
            facts = {**facts, **members(facts["function"])}
        name, call_id = ("".join(_texts(facts, keys)) for keys in (_NAMES, _IDS))
        arguments = next((facts[key] for key in _ARGUMENTS if key in facts), "{}")
        return ToolCall(call_id, name, arguments_of(arguments))


@dataclass(frozen=True, slots=True)
class JsonArguments:
    """Arguments as an object, after a head that names what is called."""

    takes_text: bool = False
    """Whether what follows may be no JSON: it is the arguments then, up to the end."""
    name_in_id: bool = False
    """Whether the head's name is an id that the name is a part of: `functions.look:0`."""
    ends: tuple[str, ...] = ()
    """What may follow at once where there are no arguments."""

    @property
    def literals(self) -> tuple[str, ...]:
        """What may follow at once."""
        return self.ends

    def begins(self, text: str, start: int, *, is_bare: bool = False) -> bool | None:
        """Return whether an object begins, or nothing may follow."""
        return True if self.takes_text else begins_with(text, start, ("{", *self.ends))

    def scan(self, start: int) -> BodyScan:
        """Return what finds its end."""
        return _ArgumentScan(start, self.ends)

    def calls(self, text: str, head: Head, tools: OfferedTools) -> list[ToolCall]:
        try:
            return [replace(self.broken(text, head), arguments=arguments_of(text.strip() or "{}"))]
        except BrokenJson as error:
            raise BrokenCall from error

    def broken(self, text: str, head: Head) -> ToolCall:
        """Return a call of what the head names."""
        name, call_id = head.get("name") or "", head.get("id") or ""
        if self.name_in_id:
            found = _INDEX.match(name)
            name, call_id = (found[1] if found else name), name
        return ToolCall(call_id, name, text.strip())


class _ArgumentScan(JsonScan):
    """Ends before what may follow at once, if that is what comes first."""

    def __init__(self, start: int, ends: tuple[str, ...]) -> None:
        super().__init__(start)
        self._start, self._ends = start, ends

    def end(self, text: str) -> int | None:
        if self._ends:
            body = text[self._start :].lstrip()
            if body.startswith(self._ends):
                return self._start
            if not body.startswith("{"):
                return None
            self._ends = ()
        return super().end(text)


def arguments_of(written: str) -> str:
    """Return arguments as JSON of an object; they may be written as a text that holds it. Raises `BrokenJson`."""
    value = json_value(written)
    if isinstance(value, str):
        written = value.strip() or "{}"
        value = json_value(written)
    if value is None:
        return "{}"
    if not isinstance(value, dict):
        raise BrokenJson
    return strict_json(written)


def _texts(facts: dict[str, str], keys: tuple[str, ...]) -> list[str]:
    """Return the first of these members, if there is one, as a text."""
    written = next((facts[key] for key in keys if key in facts), None)
    if written is None:
        return []
    value = json_value(written)
    return [value if isinstance(value, str) else json.dumps(value)]
