"""Arguments that are trees of tags: members by their names, lists as `<item>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.messages import ToolCall
from app.reasoning.tool_calls.call_body import BodyScan, BrokenCall, Head, begins_with, broken_call
from app.reasoning.tool_calls.offered_tools import OfferedTools, Schema, inner_schema, json_of

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
