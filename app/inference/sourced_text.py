"""Text that knows of each of its characters who put it there, whatever a chat template makes of it.

A template trims, cuts, repeats and rewrites what it is given, and writes words of its own that may be the same. So the
values that it renders are strings of a kind that carries a source for each character through every operation: to the
template they are strings like any other, and what is rendered is the same to the letter.
"""

# ruff: noqa: SLF001 - `_sources` is private to templates

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, SupportsIndex

from app.inference.protocol.prompt_account import PromptPiece, PromptSource

_OPEN = "\ufdd3"
_CLOSE = "\ufdd4"
SOURCE_SIGNS = (_OPEN, _CLOSE)
"""Noncharacters that mark where a source begins and ends, until a template is given the text."""
_MARKED = re.compile(f"{_OPEN}(.)([^{_CLOSE}]*){_CLOSE}", re.DOTALL)
_LETTERS = {source: chr(ord("a") + index) for index, source in enumerate(PromptSource)}
_SOURCES = {letter: source for source, letter in _LETTERS.items()}
_TEMPLATE = _LETTERS[PromptSource.TEMPLATE]


def marked(text: str, source: PromptSource) -> str:
    """Return the text with signs around it that say its source; one without any word is left alone."""
    return f"{_OPEN}{_LETTERS[source]}{text}{_CLOSE}" if text.strip() else text


def sourced(value: Any) -> Any:
    """Return a value for a template with every marked text in it made one that knows its source."""
    match value:
        case str() if _OPEN in value:
            return _unmarked(value)
        case list():
            return [sourced(one) for one in value]
        case dict():
            return {sourced(key): sourced(one) for key, one in value.items()}
    return value


def _unmarked(text: str) -> SourcedText:
    pieces: list[str] = []
    end = 0
    for found in _MARKED.finditer(text):
        pieces += [text[end : found.start()], SourcedText(found[2], found[1] * len(found[2]))]
        end = found.end()
    return joined([*pieces, text[end:]])


class SourcedText(str):
    """A `str` whose `_sources` has a letter for each character. What operations do not know of it is the template's."""

    __slots__ = ("_sources",)
    _sources: str

    def __new__(cls, text: str = "", sources: str | None = None) -> SourcedText:
        """Return the text; without `sources` it keeps those that it has."""
        made = super().__new__(cls, text)
        made._sources = sources_of(text) if sources is None else sources
        return made

    @classmethod
    def by(cls, text: str, source: PromptSource) -> SourcedText:
        """Return a text that is of one source."""
        return cls(text, _LETTERS[source] * len(text))

    def pieces(self) -> tuple[PromptPiece, ...]:
        """Return the text in pieces, each of one source."""
        pieces, start, text = [], 0, self.plain
        for letter, run in groupby(self._sources):
            end = start + sum(1 for _ in run)
            pieces.append(PromptPiece(_SOURCES[letter], text[start:end]))
            start = end
        return tuple(pieces)

    def claimed(self, source: PromptSource, spans: Iterable[tuple[int, int]]) -> SourcedText:
        """Return the text with what the template wrote inside these spans said to be of a source."""
        letters = list(self._sources)
        for start, end in spans:
            for index in range(start, end):
                if letters[index] == _TEMPLATE:
                    letters[index] = _LETTERS[source]
        return SourcedText(self, "".join(letters))

    def is_template(self, start: int, end: int) -> bool:
        """Whether all of this span is the template's."""
        return self._sources.count(_TEMPLATE, start, end) == end - start

    def bounds(self, sources: Iterable[PromptSource]) -> tuple[int, int]:
        """Return where the first character of these sources stands, and where the last one ends; (0, 0) without any."""
        letters = {_LETTERS[source] for source in sources}
        places = [index for index, letter in enumerate(self._sources) if letter in letters]
        return (places[0], places[-1] + 1) if places else (0, 0)

    @property
    def plain(self) -> str:
        """The text as an ordinary string."""
        return str.__str__(self)

    # --- what strings can do -------------------------------------------------------------------------------------

    def __str__(self) -> str:
        return self

    def __add__(self, other: str) -> SourcedText:
        return SourcedText(str.__add__(self, other), self._sources + sources_of(other))

    def __radd__(self, other: str) -> SourcedText:
        return SourcedText(str.__add__(other, self), sources_of(other) + self._sources)

    def __mul__(self, times: SupportsIndex) -> SourcedText:
        return SourcedText(str.__mul__(self, times), self._sources * times)

    __rmul__ = __mul__

    def __getitem__(self, key: SupportsIndex | slice) -> SourcedText:
        return SourcedText(str.__getitem__(self, key), self._sources[key])

    def __iter__(self) -> Iterator[str]:
        return map(SourcedText, str.__iter__(self), self._sources)

    def lstrip(self, chars: str | None = None, /) -> SourcedText:
        return self[len(self) - len(str.lstrip(self, chars)) :]

    def rstrip(self, chars: str | None = None, /) -> SourcedText:
        return self[: len(str.rstrip(self, chars))]

    def strip(self, chars: str | None = None, /) -> SourcedText:
        return self.lstrip(chars).rstrip(chars)

    def removeprefix(self, prefix: str, /) -> SourcedText:
        return self[len(self) - len(str.removeprefix(self, prefix)) :]

    def removesuffix(self, suffix: str, /) -> SourcedText:
        return self[: len(str.removesuffix(self, suffix))]

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        return self._cut(str.split(self, sep, maxsplit), sep)

    def rsplit(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        return self._cut(str.rsplit(self, sep, maxsplit), sep)

    def splitlines(self, keepends: bool = False) -> list[str]:
        lines: list[str] = []
        start = 0
        for line, whole in zip(str.splitlines(self), str.splitlines(self, True), strict=True):
            lines.append(self[start : start + len(whole if keepends else line)])
            start += len(whole)
        return lines

    def partition(self, sep: str, /) -> tuple[str, str, str]:
        before, found, _ = str.partition(self, sep)
        middle = len(before) + len(found)
        return self[: len(before)], self[len(before) : middle], self[middle:]

    def rpartition(self, sep: str, /) -> tuple[str, str, str]:
        before, found, _ = str.rpartition(self, sep)
        middle = len(before) + len(found)
        return self[: len(before)], self[len(before) : middle], self[middle:]

    def replace(self, old: str, new: str, count: SupportsIndex = -1, /) -> SourcedText:
        if not old:
            return self._rewritten(str.replace(self, old, new, count))
        return SourcedText(new).join(self.split(old, count))

    def join(self, pieces: Iterable[str], /) -> SourcedText:
        between: list[str] = []
        for piece in pieces:
            between += [self, piece] if between else [piece]
        return joined(between)

    def lower(self) -> SourcedText:
        return self._rewritten(str.lower(self))

    def upper(self) -> SourcedText:
        return self._rewritten(str.upper(self))

    def capitalize(self) -> SourcedText:
        return self._rewritten(str.capitalize(self))

    def title(self) -> SourcedText:
        return self._rewritten(str.title(self))

    def _rewritten(self, text: str) -> SourcedText:
        """Return another text made of this one: letter for letter, if it is as long."""
        return SourcedText(text, self._sources if len(text) == len(self) else first_source([self]) * len(text))

    def _cut(self, parts: list[str], separator: str | None) -> list[str]:
        found: list[str] = []
        end = 0
        for part in parts:
            start = str.find(self, part, end)
            end = start + len(part)
            found.append(self[start:end])
            end += len(separator or "")
        return found


_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&#34;"}


class SafeText(SourcedText):
    """A text that is marked as safe HTML: what is put to it is escaped, unless it is so itself."""

    __slots__ = ()

    def __html__(self) -> str:
        return self

    def __add__(self, other: str) -> SafeText:
        return SafeText(super().__add__(_escaped(other)))

    def __radd__(self, other: str) -> SafeText:
        return SafeText(super().__radd__(_escaped(other)))


def _escaped(text: str) -> str:
    if hasattr(text, "__html__"):
        return text
    pieces = [_ESCAPED.get(one, one) for one in str.__iter__(text)]
    return SourcedText("".join(pieces), "".join(s * len(one) for one, s in zip(pieces, sources_of(text), strict=True)))


def sources_of(text: str) -> str:
    """Return the letters of a text's sources."""
    return text._sources if isinstance(text, SourcedText) else _TEMPLATE * len(text)


def joined(pieces: Iterable[str]) -> SourcedText:
    """Return pieces put together."""
    pieces = list(pieces)
    return SourcedText("".join(pieces), "".join(map(sources_of, pieces)))


def first_source(values: Iterable[Any]) -> str:
    """Return the letter of the first source that is not the template, in any depth of values; else its own."""
    for value in values:
        match value:
            case SourcedText():
                found = value._sources.lstrip(_TEMPLATE)[:1] or _TEMPLATE
            case list() | tuple():
                found = first_source(value)
            case dict():
                found = first_source([*value.keys(), *value.values()])
            case _:
                continue
        if found != _TEMPLATE:
            return found
    return _TEMPLATE


def has_source(value: Any) -> bool:
    """Whether anything in a value, in any depth, is not the template's."""
    return first_source([value]) != _TEMPLATE


def tainted(result: Any, inputs: Iterable[Any]) -> Any:
    """Return what an operation that knows nothing of sources has made of `inputs`, said to be all of the first one."""
    if type(result) is list:
        return [one if isinstance(one, SourcedText) else tainted(one, inputs) for one in result]
    if not isinstance(result, str) or (source := first_source(inputs)) == _TEMPLATE:
        return result
    return SourcedText(result, source * len(result))


def with_literals(written: str, literals: re.Pattern[str], texts: Iterable[str], escaped: Any) -> SourcedText:
    """Return JSON, or what Python writes of a value, in which each literal has the sources of its text.

    `texts` come in the order of their literals, `escaped` returns a character as it stands in one. Where all texts
    that have a source have the same, so has what is written around them.
    """
    pieces: list[str] = []
    end = 0
    for found, text in zip(literals.finditer(written), texts, strict=False):
        inner = found[0][1:-1]
        sources = sources_of(text)
        if len(inner) != len(text):
            sources = "".join(source * len(escaped(one)) for one, source in zip(text, sources, strict=True))
        if len(inner) != len(sources):
            sources = first_source([text]) * len(inner)
        pieces += [written[end : found.start() + 1], SourcedText(inner, sources)]
        end = found.end() - 1
    whole = joined([*pieces, written[end:]])
    others = set(whole._sources) - {_TEMPLATE}
    return SourcedText(whole, others.pop() * len(whole)) if len(others) == 1 else whole
