"""Patterns of markup, written as one would write it down, that also know their own beginnings.

`<invoke name="{name}">` holds a field in braces; a space stands for any white space, also none; what stands in
parentheses may be missing. Whatever else is in it stands for itself.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

_ELEMENT = re.compile(r"\{(\w+)\}|( +)|(\()|(\))|([^{}() ]+)")
_FIELDS = {
    "name": r"[^\s<>{}\[\]()|\"'=,]{1,200}",
    "key": r"[^<>\"'=\n]{1,200}",
    "id": r"[^\s<>\[\]|]{1,200}",
    "word": r"[^\s<>|]{1,200}",
    "type": r"\w{1,40}",
}
_NOTHING = "(?!)"


class _Literal(NamedTuple):
    text: str


class _Field(NamedTuple):
    name: str


class _Space(NamedTuple):
    pass


class _Maybe(NamedTuple):
    inner: tuple[_Literal | _Field | _Space | _Maybe, ...]


_Elements = tuple[_Literal | _Field | _Space | _Maybe, ...]


class WrittenPattern:
    """One pattern; `of` keeps those it has made, since there are few of them."""

    @staticmethod
    @functools.cache
    def of(written: str) -> WrittenPattern:
        """Return the pattern that is written so."""
        return WrittenPattern(written)

    def __init__(self, written: str) -> None:
        elements, rest = _parsed(_ELEMENT.findall(written))
        assert not rest, written
        self.literals = _first_literals(elements)
        """What it may begin with; nothing if it begins with a field."""
        self.all_literals = tuple(_all_literals(elements))
        """What stands in it for itself."""
        self._whole = re.compile(_whole(elements, seen=set()))
        self._begun = re.compile(_begun(elements))

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match at `start`, with the fields as groups."""
        return self._whole.match(text, start)

    def may_match(self, text: str, start: int = 0) -> bool:
        """Return whether all of the text from `start` on is the beginning of a match."""
        return self._begun.match(text, start) is not None


def _parsed(found: list[tuple[str, ...]]) -> tuple[_Elements, list[tuple[str, ...]]]:
    elements: list[_Literal | _Field | _Space | _Maybe] = []
    while found:
        (field, space, opening, closing, literal), *found = found
        if closing:
            break
        if opening:
            inner, found = _parsed(found)
            elements.append(_Maybe(inner))
        else:
            elements.append(_Field(field) if field else _Space() if space else _Literal(literal))
    return tuple(elements), found


def _whole(elements: _Elements, *, seen: set[str]) -> str:
    pieces = []
    for element in elements:
        match element:
            case _Literal(text):
                pieces.append(re.escape(text))
            case _Space():
                pieces.append(r"\s*+")
            case _Maybe(inner):
                pieces.append(f"(?:{_whole(inner, seen=seen)})?")
            case _Field(name):
                pieces.append(f"({_FIELDS[name]})" if name in seen else f"(?P<{name}>{_FIELDS[name]})")
                seen.add(name)
    return "".join(pieces)


def _begun(elements: _Elements) -> str:
    """Return an expression for every text that ends before a match of all elements does."""
    if not elements:
        return _NOTHING
    first, rest = elements[0], _begun(elements[1:])
    match first:
        case _Literal(text):
            begun = ""
            for character in reversed(text[:-1]):
                begun = f"(?:{re.escape(character)}{begun})?"
            return rf"(?:{re.escape(text)}{rest}|{begun}\Z)"
        case _Space():
            return rf"\s*+(?:{rest}|\Z)"
        case _Maybe(inner):
            return f"(?:(?:{_without_groups(inner)})?{rest}|{_begun(inner)})"
        case _Field(name):
            pattern = _FIELDS[name]
            return rf"(?:{pattern}{rest}|(?:{pattern})?\Z)"


def _without_groups(elements: _Elements) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", _whole(elements, seen=set()))


def _first_literals(elements: _Elements) -> tuple[str, ...]:
    for place, element in enumerate(elements):
        match element:
            case _Literal(text):
                return (text,)
            case _Maybe(inner):
                return tuple(dict.fromkeys(_first_literals(inner) + _first_literals(elements[place + 1 :])))
            case _Field():
                return ()
    return ()


def _all_literals(elements: _Elements) -> Iterator[str]:
    for element in elements:
        if isinstance(element, _Literal):
            yield element.text
        elif isinstance(element, _Maybe):
            yield from _all_literals(element.inner)
