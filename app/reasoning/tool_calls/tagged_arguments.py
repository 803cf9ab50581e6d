"""Arguments of which each stands between tags of its own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from app.messages import ToolCall
from app.reasoning.tool_calls.call_body import BodyScan, BrokenCall, Head, begins_with, broken_call
from app.reasoning.tool_calls.offered_tools import OfferedTools, Schema, inner_schema, json_of
from app.reasoning.tool_calls.written_pattern import WrittenPattern

_TEXT_TYPES = ("true", "string")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_SPACE = re.compile(r"\s*")
_DECLARED: dict[str, Schema] = {name: {"type": name} for name in ("number", "boolean", "array", "object", "null")}


@dataclass(frozen=True, slots=True)
class TaggedArguments:
    """An argument begins with `opening`, which holds its `{key}` and perhaps its `{type}`, and ends with `closing`."""

    opening: str
    closing: str
    ends: tuple[str, ...]
    """What ends the call: the first is what it should be."""
    padding: str = ""
    """What stands within the tags on both sides of a value."""

    @property
    def literals(self) -> tuple[str, ...]:
        """The tags."""
        return (*WrittenPattern.of(self.opening).all_literals, self.closing, *self.ends)

    def begins(self, text: str, start: int, *, is_bare: bool = False) -> bool | None:
        """Return whether an argument begins, or the call ends at once."""
        return begins_with(text, start, (*WrittenPattern.of(self.opening).literals, *self.ends))

    def scan(self, start: int) -> BodyScan:
        """Return what finds its end."""
        return _TagScan(self, start)

    def calls(self, text: str, head: Head, tools: OfferedTools) -> list[ToolCall]:
        scan = _TagScan(self, 0)
        if scan.end(text) != len(text):
            raise BrokenCall
        name = head.get("name", "")
        schema = tools.schema_of(name)
        written = []
        for key, kind, value in scan.values:
            text_schema: Schema = {"type": "string"} if kind in _TEXT_TYPES else _DECLARED.get(kind, {})
            told = text_schema or inner_schema(schema, key)
            written.append(f"{json.dumps(key, ensure_ascii=False)}: {json_of(self._unpadded(value), told)}")
        return [ToolCall("", name, "{" + ", ".join(written) + "}")]

    def broken(self, text: str, head: Head) -> ToolCall:
        """Return a call that cannot be read."""
        return broken_call(text, head)

    def _unpadded(self, value: str) -> str:
        bare = value.strip()
        if bare.startswith(_CDATA) and bare.endswith(_CDATA_END):
            return bare[len(_CDATA) : -len(_CDATA_END)]
        return value.removeprefix(self.padding).removesuffix(self.padding) if self.padding else value


class _TagScan:
    """Goes from argument to argument. What looks like an end within a value is none: nothing fits that follows it."""

    def __init__(self, form: TaggedArguments, start: int) -> None:
        self.at = start
        self.is_broken = False
        self.values: list[tuple[str, str, str]] = []
        self._form = form
        self._opening = WrittenPattern.of(form.opening)
        self._key: tuple[str, str] | None = None
        self._value_at = 0

    def end(self, text: str) -> int | None:
        """Return where what ends the call begins and ends: the place behind it."""
        while True:
            if self._key is None:
                after = _SPACE.match(text, self.at)
                self.at = after.end() if after else self.at
                for end in self._form.ends:
                    if text.startswith(end, self.at):
                        return self.at + len(end)
                opened = self._opening.match(text, self.at)
                if opened is None:
                    rest = text[self.at :]
                    is_begun = self._opening.may_match(text, self.at) or any(
                        e.startswith(rest) for e in self._form.ends
                    )
                    self.is_broken = not is_begun
                    return None
                fields = opened.groupdict()
                self._key = (fields["key"].strip(), (fields.get("type") or "").lower())
                self.at = self._value_at = opened.end()
            closed = self._value_end(text)
            if closed is None:
                return None
            self.values.append((*self._key, text[self._value_at : closed]))
            self.at = closed + len(self._form.closing)
            self._key = None

    def _value_end(self, text: str) -> int | None:
        """Return where the value ends: before a closing tag that another argument or the call's end follows."""
        form = self._form
        if self.at < self._value_at + len(_CDATA) and _CDATA.startswith(text[self._value_at :][: len(_CDATA)]):
            inner = text.find(_CDATA_END, self._value_at)
            if inner < 0:
                return None
            self.at = inner + len(_CDATA_END)
        while (closed := text.find(form.closing, self.at)) >= 0:
            space = _SPACE.match(text, closed + len(form.closing))
            after = space.end() if space else closed
            rest = text[after:]
            if rest.startswith(form.ends) or self._opening.match(text, after):
                return closed
            if self._may_follow(text, after):
                self.at = closed
                return None
            self.at = closed + 1
        self.at = max(self.at, len(text) - len(form.closing) + 1)
        return None

    def _may_follow(self, text: str, at: int) -> bool:
        """Whether what stands there may become an argument or the call's end."""
        rest = text[at:]
        return self._opening.may_match(text, at) or any(end.startswith(rest) for end in self._form.ends)
