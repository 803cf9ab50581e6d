"""Where values of JSON begin and end in a text, so that what a model wrote is kept as it wrote it."""

from __future__ import annotations

import json
import re

_OUTSIDE = re.compile(r"[\"{}\[\]]|[^\s\w.,:+\-\"{}\[\]]|[^\W\d]{6}")
"""Brackets and quotation marks, and what no JSON has outside of texts, long words among it."""
_LAST_WORD = re.compile(r"[^\W\d]{1,5}\Z")
_INSIDE = re.compile(r"[\"\\]")
_SPACE = re.compile(r"[\s]*")
_SCALAR = re.compile(r"[^\s,:\]}]+")


class BrokenJson(ValueError):
    """It is no JSON."""


class JsonScan:
    """Looks for the end of the object or list that begins at `start`, in a text that grows."""

    def __init__(self, start: int) -> None:
        self.at = start
        """So far it has looked."""
        self.is_broken = False
        """Whether it has come to what no JSON holds."""
        self._depth = 0
        self._is_in_text = False

    def end(self, text: str) -> int | None:
        """Return where the value ends; `None` if it does not yet, or never will."""
        while not self.is_broken:
            found = (_INSIDE if self._is_in_text else _OUTSIDE).search(text, self.at)
            if found is None:
                word = None if self._is_in_text else _LAST_WORD.search(text, max(self.at, len(text) - 5))
                self.at = word.start() if word else len(text)
                return None
            sign = found[0]
            if sign == "\\":
                if found.end() == len(text):
                    self.at = found.start()
                    return None
                self.at = found.end() + 1
                continue
            self.at = found.end()
            if sign == '"':
                self._is_in_text = not self._is_in_text
            elif sign in "{[":
                self._depth += 1
            elif sign in "}]":
                self._depth -= 1
                if self._depth <= 0:
                    return self.at
            else:
                self.at = found.start()
                self.is_broken = True
        return None


def members(text: str) -> dict[str, str]:
    """Return each member of the object that `text` is, its value as it is written. Raises `BrokenJson`."""
    found: dict[str, str] = {}
    at = _after_space(text, 0)
    if text[at : at + 1] != "{":
        raise BrokenJson
    at = _after_space(text, at + 1)
    while text[at : at + 1] != "}":
        end = _value_end(text, at)
        key = json_value(text[at:end])
        at = _after_space(text, end)
        if not isinstance(key, str) or text[at : at + 1] != ":":
            raise BrokenJson
        at = _after_space(text, at + 1)
        end = _value_end(text, at)
        found[key] = text[at:end]
        at = _after_comma(text, end, "}")
    return found


def items(text: str) -> list[str]:
    """Return each item of the list that `text` is, as it is written. Raises `BrokenJson`."""
    found: list[str] = []
    at = _after_space(text, 0)
    if text[at : at + 1] != "[":
        raise BrokenJson
    at = _after_space(text, at + 1)
    while text[at : at + 1] != "]":
        end = _value_end(text, at)
        found.append(text[at:end])
        at = _after_comma(text, end, "]")
    return found


def json_value(text: str) -> object:
    """Return what the JSON says; line breaks within its texts are let pass. Raises `BrokenJson`."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise BrokenJson from error


def strict_json(text: str) -> str:
    """Return JSON as it is written, or with its line breaks written as they should be. Raises `BrokenJson`."""
    value = json_value(text)
    try:
        json.loads(text)
    except ValueError:
        return json.dumps(value, ensure_ascii=False)
    return text


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _after_comma(text: str, at: int, close: str) -> int:
    at = _after_space(text, at)
    if text[at : at + 1] == ",":
        return _after_space(text, at + 1)
    if text[at : at + 1] != close:
        raise BrokenJson
    return at


def _value_end(text: str, at: int) -> int:
    if text[at : at + 1] in ("{", "["):
        end = JsonScan(at).end(text)
    elif text[at : at + 1] == '"':
        found = _INSIDE.search(text, at + 1)
        while found is not None and found[0] == "\\":
            found = _INSIDE.search(text, found.end() + 1)
        end = found.end() if found else None
    else:
        scalar = _SCALAR.match(text, at)
        end = scalar.end() if scalar else None
    if end is None:
        raise BrokenJson
    return end
