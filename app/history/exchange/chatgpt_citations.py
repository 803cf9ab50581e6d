"""ChatGPT's citations: marks in the text, which lead somewhere only together with what is told beside it.

Marks of today begin with U+E200, hold parts apart by U+E202 and end with U+E201; older ones look like `【4†source】`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from app.history.exchange.foreign_values import field

_MARK = re.compile("\ue200([^\ue200\ue201]*)\ue201|【\\d+[^【】\n]{0,80}】")
_BRACKETS = re.compile(r"([\[\]\\])")
_ESCAPED = r"\\\1"
_SHOWN_PARTS = ("url", "link_title", "entity", "cite_title")


class Reference(msgspec.Struct):
    """What a mark in the text stands for; `alt` is how it is shown, as Markdown."""

    matched_text: str | None = None
    alt: str | None = None
    items: list[Any] = []
    url: str | None = None
    title: str | None = None
    name: str | None = None


class Citation(msgspec.Struct):
    """What an older mark stands for, which is found by its place."""

    start_ix: int = -1
    end_ix: int = -1
    metadata: Any = None


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text without marks, and how many of them have led nowhere."""

    text: str
    unknown: int


def with_links(text: str, references: Sequence[Reference], citations: Sequence[Citation]) -> LinkedText:
    """Return a text in which each mark is a link, or the words that it was shown as."""
    if "\ue200" not in text and "【" not in text:
        return LinkedText(text, 0)
    known = {one.matched_text: one for one in references if one.matched_text}
    older = {(one.start_ix, one.end_ix): one.metadata for one in citations}
    unknown = 0

    def link(found: re.Match[str]) -> str:
        nonlocal unknown
        reference = known.get(found[0])
        shown = _shown(reference) if reference is not None else _in_brackets([_link(older.get(found.span()))])
        words = _words(found[1] or "") if reference is None and not shown else ""
        unknown += reference is None and not (shown or words)
        space = " " if shown.startswith("(") and found.start() and not text[found.start() - 1].isspace() else ""
        return space + (shown or words)

    return LinkedText(_MARK.sub(link, text), unknown)


def _shown(reference: Reference) -> str:
    if reference.alt is not None:
        return reference.alt.strip()
    sources = (*reference.items, {"url": reference.url, "title": reference.title})
    return _in_brackets([_link(source) for source in sources]) or reference.name or ""


def _in_brackets(links: Sequence[str]) -> str:
    found = [link for link in links if link]
    return f"({', '.join(found)})" if found else ""


def _link(source: object) -> str:
    """Return a link to a source, empty if it does not say where it is."""
    url = field(source, "url")
    if not isinstance(url, str) or not url:
        return ""
    title = field(source, "title")
    name = " ".join(title.split()) if isinstance(title, str) and title.strip() else url
    address = "".join(url.split()).replace("<", "%3C").replace(">", "%3E")
    return f"[{_BRACKETS.sub(_ESCAPED, name)}](<{address}>)"


def _words(mark: str) -> str:
    """Return what a mark shows by itself: the title of an address, the name of a thing."""
    kind, *parts = mark.split("\ue202")
    if not parts or kind not in _SHOWN_PARTS:
        return ""
    if not parts[0].startswith("["):
        return parts[0]
    try:
        names = msgspec.json.decode(parts[0], type=list[Any])
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return ""
    return str(names[1]) if len(names) > 1 else ""
