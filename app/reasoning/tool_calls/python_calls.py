"""Calls that are written as Python would: `[look(town="Ulm", days=3)]`."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.messages import ToolCall
from app.reasoning.tool_calls.call_format import BodyScan, BrokenCall, Head, broken_call
from app.reasoning.tool_calls.json_spans import BrokenJson, strict_json
from app.reasoning.tool_calls.offered_tools import OfferedTools

_BEGINNING = re.compile(r"\s*\[?\s*[A-Za-z_][\w.\-/]*\s*\(")
_BEGUN = re.compile(r"\s*\[?\s*(?:[A-Za-z_][\w.\-/]*\s*)?\Z")
_CALL = re.compile(r"\s*([A-Za-z_][\w.\-/]*)\s*\((.*)\)\s*\Z", re.DOTALL)
_ARGUMENT = re.compile(r"\s*(\w+)\s*=(.*)\Z", re.DOTALL)
_SIGN = re.compile(r"[\"'\\()\[\]{},]")
_WORDS = {"true": "True", "false": "False", "null": "None"}


@dataclass(frozen=True, slots=True)
class PythonCalls:
    """One call, or a list of them."""

    @property
    def literals(self) -> tuple[str, ...]:
        """None of its own."""
        return ()

    def begins(self, text: str, start: int, *, is_bare: bool = False) -> bool | None:
        """Return whether a call or a list of them begins."""
        body = text[start:].lstrip()
        if is_bare and body and not body.startswith("["):
            return False
        if _BEGINNING.match(body):
            return True
        return None if _BEGUN.match(body) else False

    def scan(self, start: int) -> BodyScan:
        """Return what finds its end."""
        return _PythonScan(start)

    def calls(self, text: str, head: Head, tools: OfferedTools) -> list[ToolCall]:
        text = text.strip()
        inner = text[1:-1] if text.startswith("[") and text.endswith("]") else text
        return [_call(one) for one in _parts(inner) if one.strip()]

    def broken(self, text: str, head: Head) -> ToolCall:
        """Return a call that cannot be read."""
        return broken_call(text, head)


class _PythonScan:
    """Follows brackets and texts."""

    def __init__(self, start: int) -> None:
        self.at = start
        self.is_broken = False
        self.quote = ""
        """The sign that ends the text it is in; empty outside."""
        self._depth = 0

    def end(self, text: str) -> int | None:
        """Return where the outermost bracket closes."""
        for sign, at in _signs(text, self):
            if sign in "([{":
                self._depth += 1
            elif sign in ")]}":
                self._depth -= 1
                if self._depth <= 0:
                    return at + 1
        return None


def _signs(text: str, scan: _PythonScan) -> Iterator[tuple[str, int]]:
    """Yield the brackets and commas outside of texts, from where `scan` stands."""
    while (found := _SIGN.search(text, scan.at)) is not None:
        sign = found[0]
        if sign == "\\" and found.end() == len(text):
            scan.at = found.start()
            return
        scan.at = found.end() + (sign == "\\")
        if sign in "\"'":
            scan.quote = "" if scan.quote == sign else scan.quote or sign
        elif not scan.quote and sign != "\\":
            yield sign, found.start()
    scan.at = max(scan.at, len(text))


def _parts(text: str) -> list[str]:
    """Return what stands between the commas that are in no bracket."""
    parts, begin, depth = [], 0, 0
    for sign, at in _signs(text, _PythonScan(0)):
        if sign == "," and not depth:
            parts.append(text[begin:at])
            begin = at + 1
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
    return [*parts, text[begin:]]


def _call(written: str) -> ToolCall:
    found = _CALL.match(written)
    if found is None:
        raise BrokenCall
    fields = []
    for part in _parts(found[2]):
        argument = _ARGUMENT.match(part)
        if argument is not None:
            fields.append(f"{json.dumps(argument[1])}: {_value(argument[2].strip())}")
        elif part.strip():
            raise BrokenCall
    return ToolCall("", found[1], "{" + ", ".join(fields) + "}")


def _value(written: str) -> str:
    """Return a value as JSON: one that is JSON already stays as it is."""
    try:
        return strict_json(written)
    except BrokenJson:
        pass
    try:
        tree = ast.parse(written.replace("\n", "\\n") if written[0] in "\"'" else written, mode="eval")
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                node.id = _WORDS.get(node.id, node.id)
        return json.dumps(ast.literal_eval(ast.unparse(tree)), ensure_ascii=False)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise BrokenCall from error
