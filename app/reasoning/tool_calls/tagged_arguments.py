"""Arguments of which each stands between tags of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.messages import ToolCall
from app.reasoning.tool_calls.call_format import BodyScan, BrokenCall, Head, begins_with, broken_call
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


# Arguments that are trees of tags: members by their names, lists as `<item>`.

_ITEM = "item"


@dataclass(frozen=True, slots=True)
class NestedTags:
    """Every tag has `mark` before it, so that tags in values are text; `end` ends the call."""

    mark: str
    end: str

    @property
    def literals(self) -> tuple[str, ...]:
        """The mark and the end."""
        return (self.mark, self.mark + self.end)

    def begins(self, text: str, start: int, *, is_bare: bool = False) -> bool | None:
        """Return whether a tag follows."""
        return begins_with(text, start, (f"{self.mark}<",))

    def scan(self, start: int) -> BodyScan:
        """Return what finds its end."""
        return _EndScan(self.mark + self.end, start)

    def calls(self, text: str, head: Head, tools: OfferedTools) -> list[ToolCall]:
        name = head.get("name", "")
        tag = re.compile(re.escape(self.mark) + r"<(/?)([^<>\n]{1,200})>")
        inner = text.removesuffix(self.mark + self.end)
        try:
            return [ToolCall("", name, _written(iter(_pieces(tag, inner)), tools.schema_of(name), "") or "{}")]
        except (StopIteration, RecursionError) as error:
            raise BrokenCall from error

    def broken(self, text: str, head: Head) -> ToolCall:
        """Return a call that cannot be read."""
        return broken_call(text, head)


class _EndScan:
    def __init__(self, end: str, start: int) -> None:
        self.at = start
        self.is_broken = False
        self._end = end

    def end(self, text: str) -> int | None:
        """Return where the mark ends that ends the call."""
        found = text.find(self._end, self.at)
        if found >= 0:
            return found + len(self._end)
        self.at = max(self.at, len(text) - len(self._end) + 1)
        return None


def _pieces(tag: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """Yield the text before each tag, and the tag's name with its slash; at last the end as an empty name."""
    at = 0
    for found in tag.finditer(text):
        yield text[at : found.start()], found[1] + found[2]
        at = found.end()
    yield text[at:], ""


def _written(pieces: Iterator[tuple[str, str]], schema: Schema, name: str) -> str:
    """Return what stands up to the tag that closes `name`, as JSON."""
    fields: list[tuple[str, str]] = []
    while True:
        text, tag = next(pieces)
        if tag == (f"/{name}" if name else ""):
            break
        if tag.startswith("/") or not tag:
            raise StopIteration
        inner = inner_schema(schema) if tag == _ITEM and schema.get("type") == "array" else inner_schema(schema, tag)
        fields.append((tag, _written(pieces, inner, tag)))
    if fields and all(key == _ITEM for key, _ in fields) and name:
        return "[" + ", ".join(value for _, value in fields) + "]"
    if fields or schema.get("type") == "object" or not name:
        return "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {value}" for key, value in fields) + "}"
    return "[]" if schema.get("type") == "array" and not text.strip() else json_of(text, schema)
