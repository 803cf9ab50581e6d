"""Arguments in a short form of JSON: names without quotes, texts between a mark of their own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from app.messages import ToolCall
from app.reasoning.tool_calls.call_format import BodyScan, BrokenCall, Head, begins_with, broken_call
from app.reasoning.tool_calls.json_spans import BrokenJson, json_value
from app.reasoning.tool_calls.offered_tools import OfferedTools

_BARE = re.compile(r"[^\s{}\[\],:\"]+")
_PLAIN = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class MarkedTexts:
    """`{town:<mark>Ulm<mark>,days:3}`."""

    mark: str

    @property
    def literals(self) -> tuple[str, ...]:
        """The mark."""
        return (self.mark,)

    def begins(self, text: str, start: int, *, is_bare: bool = False) -> bool | None:
        """Return whether an object begins."""
        return begins_with(text, start, ("{",))

    def scan(self, start: int) -> BodyScan:
        """Return what finds its end."""
        return _MarkScan(self.mark, start)

    def calls(self, text: str, head: Head, tools: OfferedTools) -> list[ToolCall]:
        pieces = []
        at = 0
        while at < len(text):
            if text.startswith(self.mark, at):
                end = text.find(self.mark, at + len(self.mark))
                if end < 0:
                    raise BrokenCall
                pieces.append(json.dumps(text[at + len(self.mark) : end], ensure_ascii=False))
                at = end + len(self.mark)
                continue
            found = _PLAIN.match(text, at) or _BARE.match(text, at)
            if found is None:
                pieces.append(text[at])
                at += 1
                continue
            at = found.end()
            is_key = text[at:].lstrip().startswith(":")
            is_quoted = found[0].startswith('"')
            pieces.append(json.dumps(found[0], ensure_ascii=False) if is_key and not is_quoted else _bare(found[0]))
        written = "".join(pieces)
        try:
            if not isinstance(json_value(written), dict):
                raise BrokenCall
        except BrokenJson as error:
            raise BrokenCall from error
        return [ToolCall("", head.get("name", ""), written)]

    def broken(self, text: str, head: Head) -> ToolCall:
        """Return a call that cannot be read."""
        return broken_call(text, head)


def _bare(word: str) -> str:
    try:
        json_value(word)
    except BrokenJson:
        return json.dumps(word, ensure_ascii=False)
    return word


class _MarkScan:
    def __init__(self, mark: str, start: int) -> None:
        self.at = start
        self.is_broken = False
        self._mark = mark
        self._sign = re.compile(re.escape(mark) + r"|[{}\[\]]")
        self._depth = 0
        self._is_in_text = False

    def end(self, text: str) -> int | None:
        """Return where the object closes."""
        while (found := self._sign.search(text, self.at)) is not None:
            self.at = found.end()
            if found[0] == self._mark:
                self._is_in_text = not self._is_in_text
            elif self._is_in_text:
                continue
            elif found[0] in "{[":
                self._depth += 1
            else:
                self._depth -= 1
                if self._depth <= 0:
                    return self.at
        self.at = max(self.at, len(text) - len(self._mark) + 1)
        return None
