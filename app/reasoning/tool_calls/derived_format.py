"""Finds the syntax of calls in a rendered one, for templates whose syntax is not among the known: marks around JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.messages import ToolCall
from app.reasoning.tool_calls.call_format import BrokenCall, CallFormat
from app.reasoning.tool_calls.json_calls import JsonArguments, JsonCalls
from app.reasoning.tool_calls.json_spans import BrokenJson, JsonScan, json_value
from app.reasoning.tool_calls.offered_tools import OfferedTools

_MARK = r"(?:<[^<>\s(){}]{1,60}>|\[/?[A-Za-z_]{2,40}\])"
_ONE_MARK = re.compile(_MARK)
_MARKS_BEFORE = re.compile(rf"(?:{_MARK}\s*)+\Z")
_MARKS_AFTER = re.compile(rf"\s*((?:{_MARK}\s*)+)")
_LIST_BEFORE, _LIST_AFTER = re.compile(r"\[\s*\Z"), re.compile(r"\s*\]")
_BETWEEN = re.compile(r"[^(){}\w]*(?:<[^<>\s(){}]{1,60}>)?[^(){}\w]*\Z")
_NAME = "derived"


def derived_format(reply: str, call: ToolCall, *, elsewhere: str) -> CallFormat | None:
    """Return the format of the call that `reply` shows, marks around JSON; `None` if that is not how it is written.

    Marks that also stand `elsewhere` in prompts belong to turns, not to calls.
    """
    named: CallFormat | None = None
    for start, end in _objects(reply, json_value(call.arguments)):
        try:
            (read,) = JsonCalls().calls(reply[start:end], {}, OfferedTools(()))
        except (BrokenCall, ValueError):
            continue
        before, after = reply[:start], reply[end:]
        if read.name == call.name and json_value(read.arguments) == json_value(call.arguments):
            if (opened := _LIST_BEFORE.search(before)) and (closed := _LIST_AFTER.match(after)):
                before, after = before[: opened.start()], after[closed.end() :]
            opening = _marks(_MARKS_BEFORE.search(before), elsewhere, is_last=True)
            closing = _marks(_MARKS_AFTER.match(after), elsewhere)
            if opening:
                return CallFormat(_NAME, JsonCalls(), heads=(f"{opening} ",), closings=(closing and (closing,)) or ())
        elif named is None:
            name_at = before.rfind(call.name)
            between = before[name_at + len(call.name) :]
            opening = _marks(_MARKS_BEFORE.search(before[:name_at]), elsewhere, is_last=True)
            if name_at >= 0 and opening and between and _BETWEEN.match(between):
                closing = _marks(_MARKS_AFTER.match(after), elsewhere)
                closings = (closing,) if closing else ()
                head = f"{opening} {{name}}{between}"
                named = CallFormat(_NAME, JsonArguments(ends=closings), heads=(head,), closings=closings)
    return named


def _objects(text: str, arguments: object) -> Iterator[tuple[int, int]]:
    """Yield where objects begin and end that hold the arguments, the innermost first."""
    for opened in reversed(list(re.finditer(r"\{", text))):
        end = JsonScan(opened.start()).end(text)
        try:
            value = json_value(text[opened.start() : end]) if end is not None else None
        except BrokenJson:
            continue
        if end is not None and (value == arguments or (isinstance(value, dict) and arguments in value.values())):
            yield opened.start(), end


def _marks(found: re.Match[str] | None, elsewhere: str, *, is_last: bool = False) -> str:
    """Return the marks that are no turn's: the last of those before a call, or the first of those behind it."""
    marks = _ONE_MARK.findall(found[0]) if found is not None else []
    own: list[str] = []
    for mark in reversed(marks) if is_last else marks:
        if mark in elsewhere:
            break
        own.append(mark)
    return "".join(reversed(own) if is_last else own)
